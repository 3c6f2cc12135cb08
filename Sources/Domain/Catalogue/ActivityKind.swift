/// What an activity is to a learner, as far as its package says.
public enum ActivityKind: String, Sendable, CaseIterable {
  /// A heading, folder or block, with nothing of its own.
  case group
  /// A unit that is launched: a SCO, an asset of SCORM, an assignable unit.
  case unit
  /// A page or file to look at.
  case webContent = "web-content"
  /// An address elsewhere.
  case webLink = "web-link"
  /// The topic of a discussion; discussions are not led here.
  case discussionTopic = "discussion-topic"
  /// A tool of somebody else's (LTI): kept, never launched before somebody has approved it.
  case externalTool = "external-tool"
  /// Work to be handed in.
  case assignment
  /// A test: kept whole, not yet playable.
  case assessment
  /// Questions that tests draw from: kept whole, not yet playable.
  case questionBank = "question-bank"
  /// Content of a kind that is not known here: its files are kept.
  case unknown
}
