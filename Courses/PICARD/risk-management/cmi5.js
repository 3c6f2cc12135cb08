"use strict";

/*
 * The course's side of cmi5 (cmi5 §8–§11): who opened this page, and what is reported back.
 *
 * A launch puts endpoint, fetch, actor, registration and activityId into the address (cmi5 §8.1). Without them the
 * page works all the same and says that nothing is recorded. Statements go out one after the other, so that
 * "initialized" is always the first and "terminated" the last (cmi5 §9.3).
 *
 * The address of the token serves once (cmi5 §8.2). So what is known of the session is kept in this window for as long
 * as the launch is the same: a page that a phone had put away comes back into its session, not into a second one.
 *
 * The interface that all players share:
 *
 *   const player = Player.open(onStatus);   // begins at once; onStatus(word, isTrouble, facts), a word of words.js
 *   await player.ready;                     // { place, languages }: where the reader was, what the learner prefers
 *   player.keep("3/1,2,3");                 // the place to come back to
 *   player.complete();                      // the lesson was worked through
 *   player.judge(0.8, 0.7);                 // a score, and the check's own mastery score; answers whether it passes
 *   player.leave();                         // the reader is done; also done when the page goes away
 */
const Player = (() => {
  const verbs = "http://adlnet.gov/expapi/verbs/";
  const categories = "https://w3id.org/xapi/cmi5/context/categories/";
  const masteryScoreExtension = "https://w3id.org/xapi/cmi5/context/extensions/masteryscore";
  const version = "1.0.3";

  /** What the launch said; null where the page was opened without one. */
  function readLaunch(address) {
    const query = new URL(address).searchParams;
    const names = ["endpoint", "fetch", "actor", "registration", "activityId"];
    if (names.some((name) => !query.get(name))) return null;
    const endpoint = query.get("endpoint");
    return {
      endpoint: endpoint.endsWith("/") ? endpoint : endpoint + "/",
      fetch: query.get("fetch"),
      actor: JSON.parse(query.get("actor")),
      registration: query.get("registration"),
      activityId: query.get("activityId"),
    };
  }

  /** A random version 4 UUID, also where the page is not in a secure context. */
  function newIdentifier() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
    return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  }

  /** Milliseconds as an ISO 8601 duration with hundredths of a second, e.g. PT65.25S. */
  function duration(milliseconds) {
    return "PT" + (Math.max(0, milliseconds) / 1000).toFixed(2) + "S";
  }

  /** Why something was not recorded, as a word of words.js. */
  class Trouble extends Error {
    constructor(reason, detail) {
      super(reason);
      this.facts = { reason, detail };
    }
  }

  /** What is known of a launch, kept in this window until the session ends. */
  class Memory {
    constructor(launch) {
      this.key = "cmi5 " + launch.registration + " " + launch.activityId;
      this.facts = { fetch: launch.fetch, begun: Date.now(), token: null, hasInitialized: false, hasEnded: false };
      try {
        const kept = JSON.parse(sessionStorage.getItem(this.key));
        if (kept && kept.fetch === launch.fetch) this.facts = kept;
      } catch { /* Without storage, the session lasts as long as the page. */ }
    }

    note(facts) {
      Object.assign(this.facts, facts);
      if (this.facts.hasEnded) this.facts.token = null;
      try { sessionStorage.setItem(this.key, JSON.stringify(this.facts)); } catch { /* As above. */ }
    }
  }

  class Session {
    constructor(launch, tell) {
      this.launch = launch;
      this.tell = tell;
      this.memory = new Memory(launch);
      this.data = {};
      /** What this course notes beside its statements: place, hasCompleted, hasPassed. */
      this.bookmark = {};
      this.broken = false;
      this.queue = Promise.resolve();
      this.ready = this.begin();
    }

    get hasEnded() {
      return this.memory.facts.hasEnded;
    }

    /** Fetches the token (cmi5 §8.2), the launch data (§10) and the preferences (§11), and reports "initialized". */
    async begin() {
      let languages = [];
      if (this.hasEnded) {
        this.tell("ended", true);
        return { place: "", languages };
      }
      this.tell("connecting");
      await this.then(async () => {
        if (!this.memory.facts.token) this.memory.note({ token: await this.fetchToken() });
        this.data = await this.fetchDocument("activities/state", this.stateOf("LMS.LaunchData"));
        languages = await this.fetchLanguages();
        this.bookmark = await this.fetchDocument("activities/state", this.stateOf("bookmark"), false);
        if (!this.memory.facts.hasInitialized) {
          await this.send(this.statement("initialized"));
          this.memory.note({ hasInitialized: true });
        }
        this.tell(!this.isRecording() ? "lookingBack" : this.bookmark.hasPassed ? "passedBefore" : "recording");
      });
      return { place: this.bookmark.place || "", languages };
    }

    async fetchToken() {
      const response = await this.reach(this.launch.fetch, { method: "POST" });
      const answer = await response.json().catch(() => ({}));
      if (!answer["auth-token"]) throw new Trouble("noToken");
      return answer["auth-token"];
    }

    async fetchLanguages() {
      const preferences = await this.fetchDocument("agents/profile", {
        profileId: "cmi5LearnerPreferences",
        agent: JSON.stringify(this.launch.actor),
      });
      return (preferences.languagePreference || "").split(",").map((tag) => tag.trim()).filter(Boolean);
    }

    stateOf(stateId) {
      return {
        stateId,
        activityId: this.launch.activityId,
        agent: JSON.stringify(this.launch.actor),
        registration: this.launch.registration,
      };
    }

    /** A document; empty where there is none, or where the record store keeps no documents. */
    async fetchDocument(resource, parameters, isNeeded = true) {
      const address = this.launch.endpoint + resource + "?" + new URLSearchParams(parameters);
      const response = await this.reach(address, { headers: this.headers() });
      if ([204, 404, 405, 501].includes(response.status) || (!response.ok && !isNeeded)) return {};
      if (!response.ok) throw new Trouble("storeAnswered", response.status);
      return await response.json();
    }

    async reach(address, request) {
      try {
        return await fetch(address, request);
      } catch {
        throw new Trouble("noAnswer");
      }
    }

    headers() {
      return {
        "Authorization": "Basic " + this.memory.facts.token,
        "Content-Type": "application/json",
        "X-Experience-API-Version": version,
      };
    }

    /** Completion and success are reported in launch mode Normal only (cmi5 §10.2.2). */
    isRecording() {
      return (this.data.launchMode || "Normal") === "Normal";
    }

    statement(verb, result, context = {}) {
      const template = this.data.contextTemplate || {};
      const activities = template.contextActivities || {};
      const ours = [{ id: categories + "cmi5" }];
      if (context.movesOn) ours.push({ id: categories + "moveon" });
      return {
        id: newIdentifier(),
        actor: this.launch.actor,
        verb: { id: verbs + verb, display: { en: verb } },
        object: { objectType: "Activity", id: this.launch.activityId },
        ...(result ? { result } : {}),
        context: {
          language: document.documentElement.lang,
          ...template,
          registration: this.launch.registration,
          contextActivities: { ...activities, category: [...(activities.category || []), ...ours] },
          extensions: { ...(template.extensions || {}), ...(context.extensions || {}) },
        },
        timestamp: new Date().toISOString(),
      };
    }

    async send(statement) {
      const address = this.launch.endpoint + "statements?" + new URLSearchParams({ statementId: statement.id });
      const response = await this.reach(address, {
        method: "PUT", headers: this.headers(), body: JSON.stringify(statement), keepalive: true,
      });
      if (!response.ok) throw new Trouble("storeAnswered", response.status);
    }

    /** Notes something for the next visit. A store that keeps no documents is no trouble: the statements count. */
    async note(facts) {
      Object.assign(this.bookmark, facts);
      const address = this.launch.endpoint + "activities/state?" + new URLSearchParams(this.stateOf("bookmark"));
      await fetch(address, {
        method: "POST", headers: this.headers(), body: JSON.stringify(facts), keepalive: true,
      }).catch(() => {});
    }

    /** Does the next thing after everything before it; the first failure is told, and ends the reporting. */
    then(step) {
      this.queue = this.queue.then(async () => {
        try {
          if (!this.broken && !this.hasEnded) await step();
        } catch (error) {
          this.broken = true;
          this.tell("trouble", true, error instanceof Trouble ? error.facts : { reason: "noAnswer" });
        }
      });
      return this.queue;
    }

    elapsed() {
      return duration(Date.now() - this.memory.facts.begun);
    }

    keep(place) {
      this.then(async () => {
        if (this.isRecording()) await this.note({ place });
      });
    }

    /** Once for a registration (cmi5 §9.3.3). */
    complete() {
      this.then(async () => {
        if (!this.isRecording() || this.bookmark.hasCompleted) return;
        await this.send(this.statement("completed", { completion: true, duration: this.elapsed() }, { movesOn: true }));
        this.tell("recordedCompleted");
        await this.note({ hasCompleted: true, place: "" });
      });
    }

    /**
     * The launch data's mastery score goes before the check's own (cmi5 §10). One pass for a registration, and one verdict
     * for a session (§9.3): a pass is reported at once, a failure on leaving, as long as no pass came.
     */
    judge(scaled, ownMasteryScore) {
      const mastery = this.data.masteryScore ?? ownMasteryScore;
      const hasPassed = scaled >= mastery;
      this.then(async () => {
        if (!this.isRecording() || this.bookmark.hasPassed) return;
        const verdict = this.verdict(hasPassed, scaled, mastery);
        this.memory.note({ failure: hasPassed ? null : verdict });
        if (!hasPassed) return this.tell("failedSoFar");
        await this.send(verdict);
        this.tell("recordedPassed");
        await this.note({ hasPassed });
      });
      return hasPassed;
    }

    verdict(hasPassed, scaled, mastery) {
      const result = { success: hasPassed, score: { scaled }, duration: this.elapsed() };
      const context = { movesOn: true, extensions: { [masteryScoreExtension]: mastery } };
      return this.statement(hasPassed ? "passed" : "failed", result, context);
    }

    /** Reports the last failure, and "terminated" once; where the launch named a page to return to, goes there. */
    leave() {
      this.then(async () => {
        if (this.memory.facts.failure) await this.send(this.memory.facts.failure);
        this.memory.note({ failure: null });
        await this.send(this.statement("terminated", { duration: this.elapsed() }));
        this.memory.note({ hasEnded: true });
        if (this.data.returnURL) location.assign(this.data.returnURL);
        else this.tell("canClose");
      });
    }

    /** The page goes away: nothing can be waited for any more. */
    goAway() {
      if (this.hasEnded || this.broken || !this.memory.facts.hasInitialized) return;
      if (this.memory.facts.failure) this.send(this.memory.facts.failure).catch(() => {});
      this.send(this.statement("terminated", { duration: this.elapsed() })).catch(() => {});
      this.memory.note({ hasEnded: true });
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
    let launch = null;
    try {
      launch = readLaunch(location.href);
    } catch {
      tell("damaged", true);
      return unrecorded;
    }
    if (!launch) {
      tell("unrecorded");
      return unrecorded;
    }
    const session = new Session(launch, tell);
    addEventListener("pagehide", () => session.goAway());
    addEventListener("pageshow", (event) => {
      if (event.persisted && session.hasEnded) tell("ended", true);
    });
    return session;
  }

  return { open };
})();
