public import Enrolment

extension SessionState.Event {
  /// What it means to take a session this step, in a sentence.
  public var summary: String {
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

extension NominationState.Event {
  /// What it means to take a nomination this step, in a sentence.
  public var summary: String {
    switch self {
    case .endorse: "Record that the organisation endorses a nomination."
    case .select: "Select a nominated person."
    case .reserve: "Keep a nominated person in reserve."
    case .decline: "Decline a nomination; a place on the waiting list that it led to is given up."
    case .withdraw: "Withdraw a nomination; a seat that it led to goes to the first who waits."
    }
  }
}
