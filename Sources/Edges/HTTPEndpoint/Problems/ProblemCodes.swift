extension Problem {
  /// The codes that requests about records are refused with, by status: what a program may have to tell apart. Each is the
  /// last part of a problem's `type`.
  static let codes: [Status: [String]] = [
    .badRequest: [
      "body-not-expected", "cursor-unusable", "idempotency-key-malformed", "json-malformed", "malformed-head",
      "malformed-target", "method-override", "missing-parameter", "parameters-conflict", "party-missing",
      "party-not-allowed", "period-without-end", "precondition-malformed", "precondition-not-offered",
      "repeated-parameter", "unknown-parameter",
      "unusable-value",
    ],
    .unauthorized: ["unauthenticated"],
    .forbidden: [
      "not-permitted", "other-party", "own-case", "own-mark", "own-party-missing", "own-suspension",
    ],
    .notFound: ["event-unknown", "key-held-by-nobody", "no-such-address", "not-found"],
    .methodNotAllowed: ["method-not-allowed"],
    .notAcceptable: ["format-not-offered"],
    .conflict: [
      "already-certified", "already-enrolled", "already-exists", "already-nominated", "already-waived",
      "assessor-takes-part",
      "enrolment-ended", "enrolment-not-open", "evidence-withdrawn", "format-not-launched", "job-not-ended",
      "job-without-outcome",
      "marked-twice", "no-place-in-party", "nomination-mismatch",
      "nomination-not-endorsed", "not-confirmed", "not-correctable", "not-eligible", "not-markable",
      "not-of-audience", "not-own-person", "not-served", "nothing-launched", "nothing-published", "outline",
      "outside-party", "place-ended",
      "place-overlaps", "plan-needed", "plan-stale",
      "request-under-way", "secret-told-once", "session-not-open", "session-not-open-for-nomination",
      "wrong-state",
    ],
    .preconditionFailed: ["precondition-failed"],
    .contentTooLarge: ["body-too-large"],
    .targetTooLong: ["target-too-long"],
    .unsupportedMediaType: ["charset", "content-type"],
    .unprocessable: [
      "activity-unknown", "capacity-not-positive", "document-refused", "end-before-beginning", "end-missing",
      "final-of-activity", "holder-without-role",
      "idempotency-key-reused", "lines-refused", "mailbox-malformed", "missing-field",
      "name-has-control-character",
      "name-missing", "name-too-long", "package-refused", "party-missing", "party-not-allowed",
      "party-of-other-kind", "period-without-end", "person-missing", "reason-missing", "region-missing",
      "region-not-allowed", "role-missing", "roster-refused", "scale-empty", "scope-of-its-own",
      "score-contradictory", "score-missing", "score-not-comparable", "score-out-of-range", "score-required",
      "score-without-achievement", "unknown-field", "unusable-value", "validity-passed", "wrong-type",
    ],
    .tooManyRequests: ["too-many-wrong-secrets"],
    .headTooLarge: ["head-too-large"],
    .internalError: ["internal-error", "unanswered", "unsendable-response"],
    .notImplemented: ["method-unknown", "unsupported-transfer-coding"],
    .unavailable: [
      "closed", "database-busy", "database-damaged", "database-failure", "database-read-only",
      "database-replaced", "file-system", "overloaded", "package-file-damaged", "stopping", "upload-failed",
      "writer-stopped",
    ],
    .versionNotSupported: ["unsupported-version"],
    .insufficientStorage: ["out-of-space"],
  ]
}
