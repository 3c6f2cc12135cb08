"use strict";

/*
 * Turns a lesson's sections into pages. Without this script the lesson is one long page that reads just as well.
 * Every page has been seen when the reader presses "Finish": then the lesson is complete.
 */
(() => {
  const seen = new Set();
  const turn = addTurn();
  const [back, where, next] = turn.querySelector(".measure").children;
  let pages = [];
  let current = 0;
  let hasTurned = false;
  let hasFinished = false;

  /** The bar below the text: back, where the reader is, next. */
  function addTurn() {
    const bar = document.createElement("nav");
    bar.className = "turn";
    bar.innerHTML = '<div class="measure"><button type="button" class="plain"></button>'
      + '<span class="where" aria-live="polite"></span><button type="button"></button></div>';
    document.querySelector("main").after(bar);
    return bar;
  }

  function pageInAddress() {
    const number = Number(location.hash.replace("#page-", ""));
    return Number.isInteger(number) && number >= 1 && number <= pages.length ? number - 1 : null;
  }

  function show(number, moveFocus) {
    current = number;
    seen.add(number);
    pages.forEach((page, index) => page.classList.toggle("open", index === number));
    name();
    if (!moveFocus) return;
    scrollTo(0, 0);
    const heading = pages[number].querySelector("h2");
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }

  function name(word = "pageOf") {
    const isLast = current === pages.length - 1;
    turn.setAttribute("aria-label", Words.say("pages"));
    back.textContent = Words.say("back");
    back.disabled = current === 0;
    next.textContent = Words.say(!isLast ? "next" : hasFinished ? "finished" : "finish");
    next.disabled = isLast && hasFinished;
    where.textContent = Words.say(word, { page: current + 1, pages: pages.length });
  }

  function turnTo(number) {
    if (number < 0 || number >= pages.length) return;
    hasTurned = true;
    history.pushState(null, "", "#page-" + (number + 1));
    show(number, true);
    keep();
  }

  /** Where the reader is, and what was seen: page 3 of those seen, 1 to 3, is "3/1,2,3". */
  function keep() {
    Shell.player.keep((current + 1) + "/" + Array.from(seen, (page) => page + 1).sort((a, b) => a - b).join(","));
  }

  function resume({ place }) {
    const [page, pagesSeen] = (place || "").split("/");
    const known = (number) => Number.isInteger(number) && number >= 1 && number <= pages.length;
    (pagesSeen || "").split(",").map(Number).filter(known).forEach((number) => seen.add(number - 1));
    if (!hasTurned && pageInAddress() === null && known(Number(page))) show(Number(page) - 1, false);
  }

  function finish() {
    const unseen = pages.findIndex((_, index) => !seen.has(index));
    if (unseen >= 0) {
      turnTo(unseen);
      name("pageUnread");
      return;
    }
    hasFinished = true;
    name();
    Shell.player.complete();
    Shell.player.leave();
  }

  // MARK: Exercises

  /** What was answered: a chosen answer, an entry of a list, or the digits of a number; empty where nothing was. */
  function answer(question) {
    const field = question.querySelector("input[type=radio]:checked, select, input[inputmode]");
    if (!field) return "";
    return field.inputMode === "numeric" ? field.value.replace(/\D/g, "") : field.value;
  }

  /** An exercise tells at once how an answer is meant; it is not scored. */
  function reply(question) {
    const given = answer(question);
    const line = question.querySelector(".reply");
    line.hidden = given === "";
    if (given === "") return;
    const chosen = question.querySelector("input:checked");
    const because = (chosen && chosen.dataset.because) || question.dataset.because;
    const isRight = given === question.dataset.exercise;
    line.className = "reply " + (isRight ? "right" : "wrong");
    line.textContent = Words.say(isRight ? "yes" : "notQuite") + " " + because;
  }

  function bind(question) {
    const number = question.querySelector("input[inputmode]");
    if (number) {
      const check = document.createElement("button");
      check.type = "button";
      check.className = "plain";
      check.textContent = Words.say("check");
      check.addEventListener("click", () => reply(question));
      number.after(" ", check);
    }
    question.addEventListener("change", () => reply(question));
    reply(question);
  }

  function attach() {
    pages = Array.from(document.querySelectorAll(".page"));
    document.querySelectorAll("[data-exercise]").forEach(bind);
    document.querySelectorAll("form").forEach((form) => {
      form.addEventListener("submit", (event) => event.preventDefault());
    });
    show(Math.min(current, pages.length - 1), false);
  }

  // MARK: Beginning

  back.addEventListener("click", () => turnTo(current - 1));
  next.addEventListener("click", () => (current === pages.length - 1 ? finish() : turnTo(current + 1)));
  addEventListener("popstate", () => show(pageInAddress() ?? 0, true));
  addEventListener("keydown", (event) => {
    const isWriting = event.target.matches("input, textarea, select, summary");
    if (isWriting || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const [forward, backward] = document.documentElement.dir === "rtl"
      ? ["ArrowLeft", "ArrowRight"] : ["ArrowRight", "ArrowLeft"];
    if (event.key === forward) turnTo(current + 1);
    if (event.key === backward) turnTo(current - 1);
  });

  document.body.classList.add("paged");
  Shell.open(attach);
  if (pageInAddress() !== null) show(pageInAddress(), false);
  Shell.player.ready.then(resume);
})();
