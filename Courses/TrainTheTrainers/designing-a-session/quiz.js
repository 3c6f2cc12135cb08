"use strict";

/*
 * Marks the questions of a check. Each fieldset names its best answer and why; a score is the share of right answers.
 * It may be taken as often as wanted until it is passed.
 */
(() => {
  let form, questions, verdict, submit, again, leave;
  let result = null;
  let hasLeft = false;

  function addButton(type, isPlain = false) {
    const button = document.createElement("button");
    button.type = type;
    if (isPlain) button.className = "plain";
    return button;
  }

  function addParts() {
    verdict = document.createElement("div");
    verdict.append(document.createElement("h2"), document.createElement("p"));
    verdict.querySelector("h2").tabIndex = -1;
    form.before(verdict);
    [submit, again, leave] = [addButton("submit"), addButton("button"), addButton("button", true)];
    submit.textContent = Words.say("submit");
    again.textContent = Words.say("again");
    leave.textContent = Words.say("leave");
    const row = document.createElement("p");
    row.className = "buttons";
    row.append(submit, again, leave);
    form.append(row);
    again.addEventListener("click", clear);
    leave.addEventListener("click", () => {
      hasLeft = true;
      leave.disabled = true;
      Shell.player.leave();
    });
  }

  function isRight(question) {
    return question.querySelector("input:checked").value === question.dataset.answer;
  }

  /** Shows the answer's reason under its question, and says whether it was right. */
  function mark(question) {
    const reply = document.createElement("p");
    reply.className = "reply " + (isRight(question) ? "right" : "wrong");
    reply.textContent = Words.say(isRight(question) ? "right" : "notRight") + " " + question.dataset.because;
    question.append(reply);
    question.querySelectorAll("input").forEach((input) => {
      input.disabled = true;
      input.parentElement.classList.toggle("best", input.value === question.dataset.answer);
    });
  }

  /** The form as it stands: open questions, or marked ones with the verdict above. */
  function draw() {
    verdict.hidden = !result;
    submit.hidden = Boolean(result);
    again.hidden = !result || result.hasPassed || hasLeft;
    leave.hidden = !result;
    leave.disabled = hasLeft;
    if (!result) return;
    questions.forEach(mark);
    verdict.className = "verdict " + (result.hasPassed ? "right" : "wrong");
    verdict.querySelector("h2").textContent = Words.say(result.hasPassed ? "passed" : "notPassed");
    verdict.querySelector("p").textContent = Words.say("score", { right: result.right, all: questions.length })
      + " " + Words.say(result.hasPassed ? "afterPass" : "afterFail");
  }

  function clear() {
    result = null;
    form.reset();
    form.querySelectorAll(".reply").forEach((reply) => reply.remove());
    form.querySelectorAll("input").forEach((input) => {
      input.disabled = false;
      input.parentElement.classList.remove("best");
    });
    draw();
    scrollTo(0, 0);
    form.querySelector("input").focus({ preventScroll: true });
  }

  function attach() {
    form = document.querySelector("form");
    questions = Array.from(form.querySelectorAll("fieldset"));
    addParts();
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const right = questions.filter(isRight).length;
      const hasPassed = Shell.player.judge(right / questions.length, Number(form.dataset.masteryScore));
      result = { right, hasPassed };
      draw();
      verdict.querySelector("h2").focus();
    });
    draw();
  }

  Shell.open(attach);
})();
