internal import Values

/// Something was asked for that is only done for a reason, and none was given.
public struct ReasonMissing: Explainable, Hashable {
  /// What needs it, `rename a person`.
  public let deed: String

  public init(to deed: String) {
    self.deed = deed
  }

  public var explanation: Explanation {
    Explanation(.unusable, "reason-missing", "to \(deed) needs a reason", field: "reason")
  }
}

/// Throws where nothing of a reason is seen.
func requireReason(_ reason: String, to deed: String) throws(ReasonMissing) {
  guard reason.isVisible else { throw ReasonMissing(to: deed) }
}

/// Throws unless a text that may be left empty is one line of text of which something is seen.
func requireLine(_ text: String, _ field: String) throws(UnusableValue) {
  guard text.isEmpty || text.isVisibleLine else {
    throw UnusableValue(field: field, value: text, expected: "one line of text of which something is seen")
  }
}
