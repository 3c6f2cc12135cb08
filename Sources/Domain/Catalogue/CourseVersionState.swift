/// The life of a version: accepted at import, then published for use, superseded by a newer one, retired.
/// Running enrolments stay on their version in every state (domain 7.3).
public enum CourseVersionState: String, Sendable, CaseIterable {
  case accepted, published, superseded, retired

  /// What may happen to a version.
  public enum Event: String, Sendable, CaseIterable {
    case publish
    case supersede
    case retire
  }

  /// Why an event does not apply.
  public enum Refusal: Error, Hashable, Sendable {
    /// The version is in a state that the event does not start from.
    case notFrom(CourseVersionState, Event)
    /// So many files, launch files among them, were not supplied: an outline cannot be published.
    case outline(missingFiles: Int)
  }

  /// The state after an event.
  public func after(_ event: Event) throws(Refusal) -> CourseVersionState {
    switch (self, event) {
    case (.accepted, .publish): .published
    case (.published, .supersede): .superseded
    case (.accepted, .retire), (.published, .retire), (.superseded, .retire): .retired
    case (.accepted, .supersede),
      (.published, .publish),
      (.superseded, .publish), (.superseded, .supersede),
      (.retired, .publish), (.retired, .supersede), (.retired, .retire):
      throw .notFrom(self, event)
    }
  }
}

extension CourseVersion {
  /// The version's state once it is published; an outline is refused.
  public func published() throws(CourseVersionState.Refusal) -> CourseVersionState {
    guard !isOutline else { throw .outline(missingFiles: missingFiles) }
    return try state.after(.publish)
  }
}
