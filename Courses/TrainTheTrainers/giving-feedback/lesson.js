"use strict";

/*
 * Turns a lesson's sections into pages. Without this script the lesson is one long page that reads just as well.
 * Every page has been seen when the reader presses "Finish": then the lesson is complete.
 */
(() => {
  const pages = Array.from(document.querySelectorAll(".page"));
  const back = document.querySelector("#back");
  const next = document.querySelector("#next");
  const where = document.querySelector(".where");
  const status = document.querySelector(".status");
  const seen = new Set();
  let current = 0;

  const player = Player.open((sentence, isTrouble) => {
    status.textContent = sentence;
    status.classList.toggle("trouble", isTrouble);
  });

  function pageInAddress() {
    const number = Number(location.hash.replace("#page-", ""));
    return Number.isInteger(number) && number >= 1 && number <= pages.length ? number - 1 : 0;
  }

  function show(number, moveFocus) {
    current = number;
    seen.add(number);
    pages.forEach((page, index) => page.classList.toggle("open", index === number));
    back.disabled = number === 0;
    next.textContent = number === pages.length - 1 ? "Finish" : "Next";
    where.textContent = "Page " + (number + 1) + " of " + pages.length;
    if (!moveFocus) return;
    scrollTo(0, 0);
    const heading = pages[number].querySelector("h2");
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }

  function turnTo(number) {
    if (number < 0 || number >= pages.length) return;
    history.pushState(null, "", "#page-" + (number + 1));
    show(number, true);
  }

  function finish() {
    const unseen = pages.findIndex((_, index) => !seen.has(index));
    if (unseen >= 0) {
      turnTo(unseen);
      where.textContent = "Page " + (unseen + 1) + " of " + pages.length + ": not read yet";
      return;
    }
    next.disabled = true;
    next.textContent = "Finished";
    player.complete();
    player.leave();
  }

  back.addEventListener("click", () => turnTo(current - 1));
  next.addEventListener("click", () => (current === pages.length - 1 ? finish() : turnTo(current + 1)));
  addEventListener("popstate", () => show(pageInAddress(), true));
  addEventListener("keydown", (event) => {
    const isChoosing = event.target instanceof HTMLInputElement;
    if (isChoosing || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.key === "ArrowRight") turnTo(current + 1);
    if (event.key === "ArrowLeft") turnTo(current - 1);
  });

  // An exercise tells at once how an answer is meant; it is not scored.
  document.querySelectorAll("[data-exercise]").forEach((question) => {
    question.addEventListener("change", () => {
      const chosen = question.querySelector("input:checked");
      const reply = question.querySelector(".reply");
      const isRight = chosen.value === question.dataset.exercise;
      reply.hidden = false;
      reply.className = "reply " + (isRight ? "right" : "wrong");
      reply.textContent = (isRight ? "Yes. " : "Not quite. ") + question.dataset.because;
    });
  });

  document.querySelectorAll("[data-print]").forEach((button) => {
    button.addEventListener("click", () => {
      document.body.classList.add("printing-sheet");
      print();
      document.body.classList.remove("printing-sheet");
    });
  });

  document.body.classList.add("paged");
  document.querySelector(".turn").hidden = false;
  show(pageInAddress(), false);
})();
