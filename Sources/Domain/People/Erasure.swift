public import Values

/// That a person was made unknown: the name, and whatever else tells who it was, is gone; what the person took part in,
/// and what came of it, stays.
public struct Erasure: Sendable, Hashable {
  public let person: PersonID
  public let at: Instant
  /// Who did it, as in the history.
  public let actor: String
  public let reason: String

  /// What stands in the place of the name, and of a holder's name on a certificate. Whoever shows it in another language
  /// than English asks whether the person was erased, and says that in the reader's words.
  public static let placeholder = "Erased person"

  /// What stands in the place of a text that was written about the person.
  public static let textPlaceholder = "erased"

  public init(person: PersonID, at: Instant, actor: String, reason: String) {
    self.person = person
    self.at = at
    self.actor = actor
    self.reason = reason
  }
}

/// What a person is called where people are listed.
public enum PersonName: Sendable, Hashable {
  case known(String)
  /// The person was made unknown.
  case erased

  /// The name; for who was made unknown, the words that the reader knows for that.
  public func text(erased words: String) -> String {
    switch self {
    case .known(let name): name
    case .erased: words
    }
  }

  /// What lists are ordered by: who was made unknown stands behind all others, in every language.
  public var orderingText: String { text(erased: "\u{10FFFF}") }
}

extension PersonName: ExpressibleByStringLiteral {
  public init(stringLiteral name: String) {
    self = .known(name)
  }
}

extension Person {
  /// What the person is called where people are listed.
  public var shownName: PersonName { erasedAt == nil ? .known(name) : .erased }
}
