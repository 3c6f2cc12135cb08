internal import Values
internal import Arguments
internal import Enrolment
internal import Operations
internal import Representations

extension Verb {
  /// Takes a session one step through its life.
  static func moveSession(_ event: SessionState.Event) -> Verb {
    Verb.changing(
      event.rawValue, summary: event.summary, arguments: [.session], options: [.reason]
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
  fileprivate var summary: String {
    switch self {
    case .open: "Open a planned session for nominations."
    case .confirm: "Confirm that an open session takes place."
    case .start: "Record that a confirmed session has begun."
    case .deliver: "Record that a running session was delivered."
    case .report: "Record that a delivered session was reported on."
    case .close:
      "Close a reported session: who failed the last attempt has failed, other open enrolments run out."
    case .cancel: "Cancel a session; its enrolments are withdrawn."
    }
  }
}

extension SessionState {
  /// What may come next for a session in this state; nil where nothing does.
  fileprivate func nextCommand(_ code: String) -> String? {
    switch self {
    case .planned: "registrar session open \(code)"
    case .openForNomination: "registrar nomination add --person PERSON --session \(code) --organisation CODE"
    case .confirmed: "registrar session start \(code)"
    case .running: "registrar session deliver \(code)"
    case .delivered: "registrar session report \(code)"
    case .reported: "registrar session close \(code)"
    case .closed, .cancelled: nil
    }
  }
}
