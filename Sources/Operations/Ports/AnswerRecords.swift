public import Values

/// What was answered to requests that may be sent again.
public protocol AnswerRecords {
  /// The answer that a sender's request of a name got at an instant or after it, and the digest of that request.
  func keptAnswer(to sender: KeyID, named name: String, since instant: Instant) throws -> (
    digest: [UInt8], answer: KeptAnswer
  )?
}

/// What can be added to answers, and forgotten of them.
public protocol WritableAnswerRecords {
  /// Keeps an answer as of this transaction's instant, in place of an earlier one to a request of the same name.
  func keep(_ answer: KeptAnswer, of request: RepeatableRequest) throws
  /// Forgets answers from before an instant, the earliest first.
  func forgetAnswers(keptBefore instant: Instant, atMost count: Int) throws
}
