"use strict";

/*
 * The course's side of SCORM 2004 (Run-Time Environment, 3rd and 4th edition): what the training system's
 * API_1484_11 is told. The interface is the one that cmi5.js describes.
 *
 * Without an API the page works all the same and says that nothing is recorded.
 */
const Player = (() => {
  /** How many windows are looked through upwards; a page within itself must not be looked through for ever. */
  const bound = 10;

  /** The API of the nearest window above that has one; a window of another origin cannot be looked into. */
  function search(from) {
    let place = from;
    for (let height = 0; place && height < bound; height += 1) {
      try {
        if (place.API_1484_11) return place.API_1484_11;
      } catch {
        return null;
      }
      place = place.parent === place ? null : place.parent;
    }
    return null;
  }

  /** The API may be above this window, or above the window that opened it or the outermost one. */
  function findAPI() {
    return search(window) || search(opener(window)) || search(opener(window.top));
  }

  function opener(place) {
    try { return place.opener; } catch { return null; }
  }

  /** A time interval of seconds with hundredths, e.g. PT65.25S. */
  function duration(milliseconds) {
    return "PT" + (Math.max(0, milliseconds) / 1000).toFixed(2) + "S";
  }

  class Session {
    constructor(api, tell) {
      this.api = api;
      this.tell = tell;
      this.begun = Date.now();
      this.hasEnded = false;
      this.broken = false;
      this.isDone = false;
      this.begin();
      this.ready = Promise.resolve({
        place: this.broken || this.isDone ? "" : this.get("cmi.location"),
        languages: this.broken ? [] : [this.get("cmi.learner_preference.language")].filter(Boolean),
      });
    }

    begin() {
      if (!this.succeeded(this.api.Initialize(""))) return;
      this.hasPassed = this.get("cmi.success_status") === "passed";
      this.isDone = this.get("cmi.completion_status") === "completed";
      if (this.isRecording() && !this.isDone) this.set("cmi.completion_status", "incomplete");
      if (!this.broken) this.tell(!this.isRecording() ? "lookingBack" : this.hasPassed ? "passedBefore" : "recording");
    }

    /** The API answers "true" or "false"; the first refusal is told, and ends the reporting. */
    succeeded(answer) {
      if (String(answer) === "true") return true;
      if (!this.broken) {
        this.broken = true;
        this.tell("trouble", true, { reason: "apiRefused", detail: this.api.GetErrorString(this.api.GetLastError()) });
      }
      return false;
    }

    /** An element's value; empty where the training system has none. */
    get(element) {
      const value = this.api.GetValue(element);
      return value === null || value === undefined ? "" : String(value);
    }

    set(element, value) {
      return !this.broken && this.succeeded(this.api.SetValue(element, String(value)));
    }

    commit() {
      return !this.broken && this.succeeded(this.api.Commit(""));
    }

    isRecording() {
      const mode = this.get("cmi.mode");
      return mode !== "browse" && mode !== "review";
    }

    isOver() {
      return this.hasEnded || this.broken || !this.isRecording();
    }

    keep(place) {
      if (this.isOver()) return;
      this.set("cmi.location", place);
      this.commit();
    }

    complete() {
      if (this.isOver()) return;
      this.isDone = true;
      this.set("cmi.completion_status", "completed");
      if (this.commit()) this.tell("recordedCompleted");
    }

    /** The training system's passing score goes before the check's own. What was passed stays passed. */
    judge(scaled, ownMasteryScore) {
      const stated = this.hasEnded || this.broken ? "" : this.get("cmi.scaled_passing_score");
      const hasPassed = scaled >= (stated === "" ? ownMasteryScore : Number(stated));
      if (this.isOver() || this.hasPassed) return hasPassed;
      this.hasPassed = hasPassed;
      this.isDone = true;
      this.set("cmi.score.scaled", scaled);
      this.set("cmi.score.raw", Math.round(scaled * 100));
      this.set("cmi.score.min", 0);
      this.set("cmi.score.max", 100);
      this.set("cmi.success_status", hasPassed ? "passed" : "failed");
      this.set("cmi.completion_status", "completed");
      if (this.commit()) this.tell(hasPassed ? "recordedPassed" : "recordedFailed");
      return hasPassed;
    }

    /** What is not done is suspended, so that the next opening comes back to it. */
    leave() {
      if (this.hasEnded) return;
      this.hasEnded = true;
      if (this.broken) return;
      this.set("cmi.session_time", duration(Date.now() - this.begun));
      this.set("cmi.exit", this.isDone ? "normal" : "suspend");
      if (this.succeeded(this.api.Terminate(""))) this.tell("canClose");
    }
  }

  /** What stands in where nothing is recorded. */
  const unrecorded = {
    ready: Promise.resolve({ place: "", languages: [] }),
    keep() {},
    complete() {},
    judge: (scaled, masteryScore) => scaled >= masteryScore,
    leave() {},
  };

  function open(tell) {
    const api = findAPI();
    if (!api) {
      tell("unrecorded");
      return unrecorded;
    }
    const session = new Session(api, tell);
    addEventListener("pagehide", () => session.leave());
    addEventListener("pageshow", (event) => {
      if (event.persisted) tell("ended", true);
    });
    return session;
  }

  return { open };
})();
