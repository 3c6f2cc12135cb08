"use strict";

/*
 * The course's side of SCORM 1.2 (Run-Time Environment): what the training system's API is told. The interface is the
 * one that cmi5.js describes.
 *
 * SCORM 1.2 has one status for completion and success. A lesson ends as "completed", a check as "passed" or "failed".
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
        if (place.API) return place.API;
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

  /** A time span of hours, minutes and seconds with hundredths, e.g. 0000:01:05.25. */
  function timespan(milliseconds) {
    const hundredths = Math.round(Math.max(0, milliseconds) / 10);
    const seconds = ((hundredths % 6000) / 100).toFixed(2).padStart(5, "0");
    const minutes = String(Math.floor(hundredths / 6000) % 60).padStart(2, "0");
    const hours = String(Math.min(9999, Math.floor(hundredths / 360000))).padStart(4, "0");
    return hours + ":" + minutes + ":" + seconds;
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
        place: this.broken || this.isDone ? "" : this.get("cmi.core.lesson_location"),
        languages: this.broken ? [] : [this.get("cmi.student_preference.language")].filter(Boolean),
      });
    }

    begin() {
      if (!this.succeeded(this.api.LMSInitialize(""))) return;
      const status = this.get("cmi.core.lesson_status");
      this.hasPassed = status === "passed";
      this.isDone = status === "passed" || status === "completed";
      // A failed check keeps its status until it is taken again.
      if (this.isRecording() && !this.isDone && status !== "failed") this.set("cmi.core.lesson_status", "incomplete");
      if (!this.broken) this.tell(!this.isRecording() ? "lookingBack" : this.hasPassed ? "passedBefore" : "recording");
    }

    /** The API answers "true" or "false"; the first refusal is told, and ends the reporting. */
    succeeded(answer) {
      if (String(answer) === "true") return true;
      if (!this.broken) {
        this.broken = true;
        const detail = this.api.LMSGetErrorString(this.api.LMSGetLastError());
        this.tell("trouble", true, { reason: "apiRefused", detail });
      }
      return false;
    }

    /** An element's value; empty where the training system has none or does not keep the element. */
    get(element) {
      const value = this.api.LMSGetValue(element);
      return value === null || value === undefined ? "" : String(value);
    }

    set(element, value) {
      return !this.broken && this.succeeded(this.api.LMSSetValue(element, String(value)));
    }

    commit() {
      return !this.broken && this.succeeded(this.api.LMSCommit(""));
    }

    isRecording() {
      const mode = this.get("cmi.core.lesson_mode");
      return mode !== "browse" && mode !== "review";
    }

    isOver() {
      return this.hasEnded || this.broken || !this.isRecording();
    }

    keep(place) {
      if (this.isOver()) return;
      this.set("cmi.core.lesson_location", place);
      this.commit();
    }

    complete() {
      if (this.isOver()) return;
      this.isDone = true;
      if (!this.hasPassed) this.set("cmi.core.lesson_status", "completed");
      if (this.commit()) this.tell("recordedCompleted");
    }

    /** The manifest's mastery score, from 0 to 100, goes before the check's own. What was passed stays passed. */
    judge(scaled, ownMasteryScore) {
      const stated = this.hasEnded || this.broken ? "" : this.get("cmi.student_data.mastery_score");
      const hasPassed = scaled >= (stated === "" ? ownMasteryScore : Number(stated) / 100);
      if (this.isOver() || this.hasPassed) return hasPassed;
      this.hasPassed = hasPassed;
      this.isDone = true;
      this.set("cmi.core.score.raw", Math.round(scaled * 100));
      // Minimum and maximum are optional: a system that does not keep them is no trouble.
      this.api.LMSSetValue("cmi.core.score.min", "0");
      this.api.LMSSetValue("cmi.core.score.max", "100");
      this.set("cmi.core.lesson_status", hasPassed ? "passed" : "failed");
      if (this.commit()) this.tell(hasPassed ? "recordedPassed" : "recordedFailed");
      return hasPassed;
    }

    /** What is not done is suspended, so that the next opening comes back to it. */
    leave() {
      if (this.hasEnded) return;
      this.hasEnded = true;
      if (this.broken) return;
      this.set("cmi.core.session_time", timespan(Date.now() - this.begun));
      this.set("cmi.core.exit", this.isDone ? "" : "suspend");
      if (this.succeeded(this.api.LMSFinish(""))) this.tell("canClose");
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
