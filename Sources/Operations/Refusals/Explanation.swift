/// A refusal or failure in words, made once; the doors choose the form (problem document, line on stderr), and say in
/// their own terms how a step is taken that mends it.
public struct Explanation: Sendable, Hashable {
  /// What kind of "no" it is: decides the HTTP status and the exit code.
  public enum Category: String, Sendable, CaseIterable {
    /// What was given cannot be used: 422, exit 3.
    case unusable
    /// Nothing of that name: 404, exit 4.
    case notFound
    /// It contradicts the state of the records: 409, exit 5.
    case conflict
    /// The actor may not: 403, exit 6.
    case notPermitted
    /// The world failed, or is busy; trying again may help: 503, exit 7.
    case temporary
  }

  public let category: Category
  /// Stable, for programs: `session-not-open`.
  public let code: String
  /// What is wrong, in a sentence with its facts.
  public let message: String
  /// What to do about it; nil where that is plain.
  public let remedy: Remedy?
  /// The field of the request it is about; nil where it is about the whole.
  public let field: String?

  public init(
    _ category: Category, _ code: String, _ message: String, remedy: Remedy? = nil, field: String? = nil
  ) {
    self.category = category
    self.code = code
    self.message = message
    self.remedy = remedy
    self.field = field
  }
}

/// An error that can be told to people.
public protocol Explainable: Error {
  var explanation: Explanation { get }
}
