"use strict";

/*
 * What a lesson and a check have in common: the session of the player, the line that tells how recording goes, and the
 * row of languages.
 *
 * Another language is put into the same document: the variant is fetched, and its header and its text take the place of
 * those that are shown. The address, the session and what was filled in stay, so a change of language is neither a
 * leaving nor a second opening for the training system, whose access tokens serve once only.
 *
 *   Shell.open(attach);   // attach() binds the text that is shown; done again after a change of language
 *   Shell.player          // complete, judge, keep, leave
 */
const Shell = (() => {
  const chosenKey = "course language";
  let told = null;
  let attach = () => {};

  const player = Player.open(report);

  /** Takes a status: one of the interface's words, whether it is trouble, and what stands in its gaps. */
  function report(word, isTrouble = false, facts = {}) {
    told = { word, isTrouble, facts };
    tell();
  }

  function tell() {
    const status = document.querySelector(".status");
    if (!told || !status) return;
    // A reason is itself one of the interface's words.
    const { reason, detail } = told.facts;
    status.textContent = Words.say(told.word, reason ? { reason: Words.say(reason, { detail }) } : {});
    status.classList.toggle("trouble", told.isTrouble);
  }

  // MARK: Languages

  function links() {
    return Array.from(document.querySelectorAll(".languages a"));
  }

  function isShown(link) {
    return link.lang === document.documentElement.lang;
  }

  /** The link of the first wanted language that the page has, whatever the region behind the language. */
  function link(wanted) {
    const all = links();
    const found = wanted.map((tag) => all.find((one) => one.lang === tag.toLowerCase().split("-")[0]));
    return found.find((one) => one !== undefined);
  }

  /** What the learner chose in this window goes before the training system's word, and that before the browser's. */
  function wanted(languages) {
    return [recall(), ...languages, ...(navigator.languages || [])].filter(Boolean);
  }

  function recall() {
    try { return sessionStorage.getItem(chosenKey); } catch { return null; }
  }

  function remember(language) {
    try { sessionStorage.setItem(chosenKey, language); } catch { /* The choice then holds for this page only. */ }
  }

  async function change(link, byHand) {
    const address = link.getAttribute("href").split(/[?#]/)[0];
    if (byHand) remember(link.lang);
    if (location.protocol === "file:") {
      // Opened from a folder, pages cannot be fetched, and nothing is lost by going there.
      location.replace(address + location.search + location.hash);
      return;
    }
    try {
      const response = await fetch(address);
      if (!response.ok) throw new Error(String(response.status));
      put(new DOMParser().parseFromString(await response.text(), "text/html"), address);
      if (byHand) links().find(isShown).focus();
    } catch {
      if (byHand) report("languageMissing", true);
    }
  }

  function put(page, address) {
    const filled = fields().map(({ value, checked }) => ({ value, checked }));
    const opened = Array.from(document.querySelectorAll("main details"), (one) => one.open);
    document.documentElement.lang = page.documentElement.lang;
    document.documentElement.dir = page.documentElement.dir;
    document.title = page.title;
    for (const part of ["header", "main"]) {
      document.querySelector(part).replaceWith(document.adoptNode(page.querySelector(part)));
    }
    history.replaceState(null, "", address + location.search + location.hash);
    fields().forEach((field, index) => Object.assign(field, filled[index]));
    document.querySelectorAll("main details").forEach((one, index) => { one.open = opened[index]; });
    dress();
    attach();
  }

  function fields() {
    return Array.from(document.querySelectorAll("main input, main select, main textarea"));
  }

  /** Binds what the header holds, and gives names to what has none. */
  function dress() {
    const row = document.querySelector(".languages");
    if (row) row.setAttribute("aria-label", Words.say("languages"));
    for (const link of links()) {
      const address = link.getAttribute("href");
      link.href = address + location.search;
      link.addEventListener("click", (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        if (!isShown(link)) change(link, true);
      });
    }
    document.querySelector(".skip").textContent = Words.say("skip");
    document.querySelectorAll("[data-print]").forEach((button) => {
      button.hidden = false;
      button.addEventListener("click", printPage);
    });
    tell();
  }

  /** Prints the page that is open, instead of the whole lesson. */
  function printPage() {
    document.body.classList.add("printing-page");
    print();
    document.body.classList.remove("printing-page");
  }

  /** The first opening leads to the learner's language, where the page that was launched is not in it. */
  function lead({ languages }) {
    const all = links();
    const found = link(wanted(languages));
    if (!found || isShown(found) || !isShown(all[0])) return;
    change(found, false);
  }

  function addSkipLink() {
    const skip = document.createElement("a");
    skip.className = "skip";
    skip.href = "#" + document.querySelector("main").id;
    document.body.prepend(skip);
  }

  function open(attachText) {
    attach = attachText;
    addSkipLink();
    dress();
    attach();
    player.ready.then(lead);
  }

  return { open, player };
})();
