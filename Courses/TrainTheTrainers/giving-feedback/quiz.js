"use strict";

/*
 * Marks the questions of "Check yourself". Each fieldset names its right answer and why; a score is the share of
 * right answers. It may be taken as often as wanted until it is passed.
 */
(() => {
  const form = document.querySelector("form");
  const questions = Array.from(form.querySelectorAll("fieldset"));
  const verdict = document.querySelector(".verdict");
  const status = document.querySelector(".status");
  const again = document.querySelector("#again");
  const leave = document.querySelector("#leave");
  const submit = form.querySelector("button[type=submit]");
  const masteryScore = Number(form.dataset.masteryScore);

  const player = Player.open((sentence, isTrouble) => {
    status.textContent = sentence;
    status.classList.toggle("trouble", isTrouble);
  });

  /** Shows the answer's reason under its question, and says whether it was right. */
  function mark(question) {
    const chosen = question.querySelector("input:checked");
    const isRight = chosen.value === question.dataset.answer;
    const reply = document.createElement("p");
    reply.className = "reply " + (isRight ? "right" : "wrong");
    reply.textContent = (isRight ? "Right. " : "Not right. ") + question.dataset.because;
    question.append(reply);
    question.querySelectorAll("input").forEach((input) => { input.disabled = true; });
    return isRight;
  }

  function announce(right) {
    const hasPassed = right / questions.length >= masteryScore;
    verdict.className = "verdict " + (hasPassed ? "right" : "wrong");
    verdict.querySelector("h2").textContent = hasPassed ? "Passed" : "Not passed yet";
    verdict.querySelector("p").textContent =
      right + " of " + questions.length + " answers are right. "
      + (hasPassed
        ? "The reasons stand below each question. What counts now is the task for your workplace."
        : "Read the reasons below, go back to the lessons where needed, and take the check again.");
    verdict.hidden = false;
    submit.hidden = true;
    again.hidden = hasPassed;
    leave.hidden = false;
    const heading = verdict.querySelector("h2");
    heading.tabIndex = -1;
    heading.focus();
  }

  function clear() {
    form.reset();
    form.querySelectorAll(".reply").forEach((reply) => reply.remove());
    form.querySelectorAll("input").forEach((input) => { input.disabled = false; });
    verdict.hidden = true;
    submit.hidden = false;
    again.hidden = true;
    leave.hidden = true;
    scrollTo(0, 0);
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const right = questions.filter(mark).length;
    player.judge(right / questions.length, masteryScore);
    announce(right);
  });
  again.addEventListener("click", clear);
  leave.addEventListener("click", () => {
    leave.disabled = true;
    player.leave();
  });

  submit.hidden = false;
})();
