"use strict";

/*
 * The course's side of cmi5 (cmi5 §8–§11): who opened this lesson, and what is reported back.
 *
 * A launch puts endpoint, fetch, actor, registration and activityId into the address (cmi5 §8.1). Without them the
 * lesson works all the same and says that nothing is recorded. Statements go out one after the other, so that
 * "initialized" is always the first and "terminated" the last (cmi5 §9.3).
 *
 *   const player = Player.open(onStatus);   // begins at once; onStatus(sentence, isTrouble) is for the reader
 *   player.complete();                      // the lesson was worked through
 *   player.judge(0.8, 0.7);                 // a scaled score, and the lesson's own mastery score
 *   player.leave();                         // the reader is done; also done when the page goes away
 */
const Player = (() => {
  const verbs = "http://adlnet.gov/expapi/verbs/";
  const categories = "https://w3id.org/xapi/cmi5/context/categories/";
  const masteryScoreExtension = "https://w3id.org/xapi/cmi5/context/extensions/masteryscore";
  const version = "1.0.3";

  /** What the launch said; null where the lesson was opened without one. */
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

  class Session {
    constructor(launch, tell) {
      this.launch = launch;
      this.tell = tell;
      this.token = null;
      this.begun = Date.now();
      this.data = {};
      this.hasCompleted = false;
      this.hasPassed = false;
      this.hasEnded = false;
      this.broken = false;
      this.queue = Promise.resolve();
    }

    /** Fetches the token (cmi5 §8.2), then the launch data (cmi5 §10), and reports "initialized". */
    begin() {
      this.tell("Connecting to the training record …", false);
      this.then(async () => {
        this.token = await this.fetchToken();
        this.data = await this.fetchLaunchData();
        await this.fetchPreferences();
        await this.send(this.statement("initialized", "initialized"));
        this.tell(this.isRecording() ? "Your progress is being recorded." : "You are looking back: nothing is recorded.", false);
      });
    }

    async fetchToken() {
      const response = await fetch(this.launch.fetch, { method: "POST" });
      const answer = await response.json();
      if (!answer["auth-token"]) throw new Error(answer["error-text"] || "no token was given");
      return answer["auth-token"];
    }

    /** The launch data; empty where the record store keeps no state documents. */
    async fetchLaunchData() {
      return await this.fetchDocument("activities/state", {
        stateId: "LMS.LaunchData",
        activityId: this.launch.activityId,
        agent: JSON.stringify(this.launch.actor),
        registration: this.launch.registration,
      });
    }

    /** cmi5 §11 has the learner's preferences read before "initialized"; this course has one language and no sound. */
    async fetchPreferences() {
      await this.fetchDocument("agents/profile", {
        profileId: "cmi5LearnerPreferences",
        agent: JSON.stringify(this.launch.actor),
      });
    }

    async fetchDocument(resource, parameters) {
      const address = this.launch.endpoint + resource + "?" + new URLSearchParams(parameters);
      const response = await fetch(address, { headers: this.headers() });
      if (response.status === 404 || response.status === 405 || response.status === 501) return {};
      if (!response.ok) throw new Error("the record store answered " + response.status);
      return await response.json();
    }

    headers() {
      return {
        "Authorization": "Basic " + this.token,
        "Content-Type": "application/json",
        "X-Experience-API-Version": version,
      };
    }

    /** Completion and success are reported in launch mode Normal only (cmi5 §10.2.2). */
    isRecording() {
      return (this.data.launchMode || "Normal") === "Normal";
    }

    statement(verb, word, result, context = {}) {
      const template = this.data.contextTemplate || {};
      const activities = template.contextActivities || {};
      const ours = [{ id: categories + "cmi5" }];
      if (context.movesOn) ours.push({ id: categories + "moveon" });
      return {
        id: newIdentifier(),
        actor: this.launch.actor,
        verb: { id: verbs + verb, display: { en: word } },
        object: { objectType: "Activity", id: this.launch.activityId },
        ...(result ? { result } : {}),
        context: {
          ...template,
          registration: this.launch.registration,
          contextActivities: { ...activities, category: [...(activities.category || []), ...ours] },
          extensions: { ...(template.extensions || {}), ...(context.extensions || {}) },
        },
        timestamp: new Date().toISOString(),
      };
    }

    async send(statement, isLast = false) {
      const address = this.launch.endpoint + "statements?" + new URLSearchParams({ statementId: statement.id });
      const response = await fetch(address, {
        method: "PUT", headers: this.headers(), body: JSON.stringify(statement), keepalive: isLast,
      });
      if (!response.ok) throw new Error("the record store answered " + response.status);
    }

    /** Does the next thing after everything before it; the first failure is told, and ends the reporting. */
    then(step) {
      this.queue = this.queue.then(async () => {
        if (this.broken) return;
        try {
          await step();
        } catch (error) {
          this.broken = true;
          this.tell("Your progress could not be recorded: " + error.message + ". You can go on reading.", true);
        }
      });
      return this.queue;
    }

    elapsed() {
      return duration(Date.now() - this.begun);
    }

    complete() {
      if (this.hasCompleted || this.hasEnded) return;
      this.hasCompleted = true;
      this.then(async () => {
        if (!this.isRecording()) return;
        const result = { completion: true, duration: this.elapsed() };
        await this.send(this.statement("completed", "completed", result, { movesOn: true }));
        this.tell("This lesson is recorded as completed.", false);
      });
    }

    /** The launch data's mastery score goes before the lesson's own (cmi5 §10.2.4). One pass a session. */
    judge(scaled, ownMasteryScore) {
      if (this.hasPassed || this.hasEnded) return;
      this.then(async () => {
        if (!this.isRecording()) return;
        const mastery = this.data.masteryScore ?? ownMasteryScore;
        const hasPassed = scaled >= mastery;
        this.hasPassed = hasPassed;
        const result = { success: hasPassed, score: { scaled }, duration: this.elapsed() };
        const context = { movesOn: true, extensions: { [masteryScoreExtension]: mastery } };
        const verb = hasPassed ? "passed" : "failed";
        await this.send(this.statement(verb, verb, result, context));
        this.tell(hasPassed ? "Recorded: passed." : "Recorded: not passed yet.", false);
      });
    }

    /** Reports "terminated" once; where the launch named a page to return to, goes there if asked to. */
    leave(andReturn = true) {
      if (this.hasEnded) return;
      this.hasEnded = true;
      this.then(() => this.send(this.statement("terminated", "terminated", { duration: this.elapsed() }), true));
      this.queue.then(() => {
        if (!andReturn || this.broken) return;
        if (this.data.returnURL) location.assign(this.data.returnURL);
        else this.tell("Your progress is recorded. You can close this window.", false);
      });
    }
  }

  /** What stands in where nothing is recorded. */
  const unrecorded = { complete() {}, judge() {}, leave() {} };

  function open(tell) {
    let launch = null;
    try {
      launch = readLaunch(location.href);
    } catch {
      tell("The address this lesson was opened with is damaged: nothing is recorded. Please open it again from your course list.", true);
      return unrecorded;
    }
    if (!launch) {
      tell("You opened this lesson outside a training system: nothing is recorded.", false);
      return unrecorded;
    }
    const session = new Session(launch, tell);
    session.begin();
    addEventListener("pagehide", () => session.leave(false));
    return session;
  }

  return { open };
})();
