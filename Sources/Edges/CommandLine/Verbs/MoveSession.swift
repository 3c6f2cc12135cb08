internal import Values
internal import Arguments
internal import Enrolment
internal import Operations
internal import Representations

extension Verb {
  /// Takes a session one step through its life.
  static func moveSession(_ event: SessionState.Event) -> Verb {
    Verb.changing(
      event.rawValue, summary: event.summary, examples: [event.example], arguments: [.session],
      options: [.reason]
    ) { errand in
      let session = try errand.perform(
        MoveSession(
          session: try errand.given.required("SESSION", .reference()), event: event,
          reason: try errand.given.optional("reason", .text)))
      try errand.changed(
        session.code.text, session, "Session \(session.code) is \(session.state.rawValue).",
        next: session.state.nextCommand(session.code.text))
    }
  }
}

extension SessionState.Event {
  fileprivate var example: Example {
    switch self {
    case .open: Example("registrar session open VAL-2026-1", "Nominations may come in.")
    case .confirm: Example("registrar session confirm VAL-2026-1", "The session takes place.")
    case .start: Example("registrar session start VAL-2026-1", "The first day has come.")
    case .deliver: Example("registrar session deliver VAL-2026-1", "The last day is over.")
    case .report: Example("registrar session report VAL-2026-1", "The trainer's report is in.")
    case .close: Example("registrar session close VAL-2026-1", "Nothing more is expected of anyone.")
    case .cancel:
      Example("registrar session cancel VAL-2026-1 --reason \"Too few\"", "The session does not take place.")
    }
  }
}

extension SessionState {
  /// What may come next for a session in this state; nil where nothing does.
  fileprivate func nextCommand(_ code: String) -> String? {
    switch self {
    case .planned: "session open \(code)"
    case .openForNomination: "nomination add --person PERSON --session \(code) --organisation CODE"
    case .confirmed: "session start \(code)"
    case .running: "session deliver \(code)"
    case .delivered: "session report \(code)"
    case .reported: "session close \(code)"
    case .closed, .cancelled: nil
    }
  }
}
