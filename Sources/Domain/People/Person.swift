public import Values

/// The identity of a person; also the `name` of the person's xAPI account.
public typealias PersonID = Identifier<Person>

/// Someone who learns, trains, assesses or decides.
public struct Person: Sendable, Hashable {
  /// Unknown, undisclosed and not applicable are three values (domain 7.4, 22).
  public enum Sex: String, Sendable, CaseIterable {
    case female, male, other, undisclosed, unknown
  }

  /// Why a person cannot be as described.
  public enum Refusal: Error, Hashable, Sendable {
    /// A person has a name that shows; one letter is enough.
    case nameMissing
    /// A name holds at most 300 Unicode scalars.
    case nameTooLong(scalars: Int)
    /// A name is one line of visible text: control characters are refused. Those that turn the direction of writing come
    /// with names that are copied out of other documents and are kept; whoever shows a name sets it apart.
    case nameHasControlCharacter(scalarValue: UInt32)
    /// A mailbox is one `local@domain` address.
    case mailboxMalformed(String)
  }

  public let id: PersonID
  /// The full name as it is to stand on a certificate, stored as typed.
  public let name: String
  public let sex: Sex
  /// The language the person is addressed in.
  public let language: LanguageTag
  /// Declared mailboxes (`local@domain`): aliases of the person in statements.
  public let mailboxes: [String]
  /// When the person was made unknown; nil of everybody who is known. Then the name is a placeholder.
  public let erasedAt: Instant?

  public init(
    id: PersonID, name: String, sex: Sex, language: LanguageTag, mailboxes: [String], erasedAt: Instant? = nil
  ) throws(Refusal) {
    guard name.isVisible else { throw .nameMissing }
    guard name.unicodeScalars.count <= 300 else { throw .nameTooLong(scalars: name.unicodeScalars.count) }
    if let control = name.unicodeScalars.first(where: \.breaksLine) {
      throw .nameHasControlCharacter(scalarValue: control.value)
    }
    for mailbox in mailboxes where !Person.isMailbox(mailbox) { throw .mailboxMalformed(mailbox) }
    self.id = id
    self.name = name
    self.sex = sex
    self.language = language
    self.mailboxes = mailboxes
    self.erasedAt = erasedAt
  }

  /// The same person under another name.
  public func renamed(to name: String) throws(Refusal) -> Person {
    try Person(id: id, name: name, sex: sex, language: language, mailboxes: mailboxes)
  }

  private static func isMailbox(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
    guard parts.count == 2, text.utf8.count <= 254 else { return false }
    return parts.allSatisfy { part in
      !part.isEmpty
        && part.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">") }
    }
  }
}
