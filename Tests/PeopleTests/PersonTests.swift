import People
import Testing
import Values

@Suite struct PersonTests {
  @Test(
    "Names as people bear them, kept as typed",
    arguments: [
      ("a mononym", "Suharno"), ("one letter", "O"), ("an apostrophe", "N\u{2019}Diaye"),
      ("blanks around", " Ana "), ("Arabic", "\u{641}\u{627}\u{637}\u{645}\u{629}"),
      ("Chinese", "\u{738B}\u{82B3}"),
      ("decomposed", "Jose\u{301}"), ("a zero-width joiner within", "\u{915}\u{94D}\u{200D}\u{937}"),
      ("a left-to-right mark", "Ana\u{200E}"), ("an emoji", "Ana \u{1F600}"),
      ("300 scalars", String(repeating: "\u{E9}", count: 300)),
    ])
  func names(why: String, name: String) throws {
    #expect(try Array(person(name: name).name.utf8) == Array(name.utf8))
  }

  @Test(
    "What is no name",
    arguments: [
      ("nothing", "", .nameMissing), ("blanks", " \u{A0}\u{3000}", .nameMissing),
      ("nothing that shows", "\u{200B}\u{2060}", .nameMissing),
      ("soft hyphens", "\u{AD}\u{AD}", .nameMissing),
      ("301 scalars", String(repeating: "x", count: 301), .nameTooLong(scalars: 301)),
      (
        "301 scalars in one character", "e" + String(repeating: "\u{301}", count: 300),
        .nameTooLong(scalars: 301)
      ),
      ("a line break", "Ana\nMaria", .nameHasControlCharacter(scalarValue: 0x0A)),
      ("CR and LF in one character", "Ana\r\nMaria", .nameHasControlCharacter(scalarValue: 0x0D)),
      ("a NUL", "Ana\0", .nameHasControlCharacter(scalarValue: 0)),
      ("a delete", "Ana\u{7F}", .nameHasControlCharacter(scalarValue: 0x7F)),
      ("a C1 control", "Ana\u{9B}", .nameHasControlCharacter(scalarValue: 0x9B)),
      ("a line separator", "Ana\u{2028}", .nameHasControlCharacter(scalarValue: 0x2028)),
    ] as [(String, String, Person.Refusal)])
  func namesRefused(why: String, name: String, refusal: Person.Refusal) {
    #expect(throws: refusal) { try person(name: name) }
  }

  /// Row 65: U+202E and its like are "stored as typed"; whoever shows a name sets it apart.
  @Test(arguments: ["Ana\u{202E}airaM", "\u{202A}Ana", "Ana\u{2069}"])
  func namesThatTurnTheDirectionAreKept(name: String) throws {
    #expect(try person(name: name).name.utf8.elementsEqual(name.utf8))
  }

  @Test(
    "Mailboxes",
    arguments: [
      ("ana@customs.example", true), ("a@b", true), ("ana+wco@customs.example", true),
      (String(repeating: "a", count: 250) + "@b.c", true),
      (String(repeating: "a", count: 251) + "@b.c", false),
      ("", false), ("ana", false), ("@customs.example", false), ("ana@", false), ("a@b@c", false),
      ("ana @customs.example", false), ("<ana@customs.example>", false), ("mailto:<a@b>", false),
      ("ana@customs.example\r\nBcc: x@y", false), ("an\u{E1}@customs.example", false),
      ("ana@\u{301}b", false),
      ("ana\u{7F}@b", false),
    ])
  func mailboxes(text: String, isAccepted: Bool) throws {
    if isAccepted {
      #expect(try person(mailboxes: ["first@customs.example", text]).mailboxes.last == text)
    } else {
      #expect(throws: Person.Refusal.mailboxMalformed(text)) {
        try person(mailboxes: ["first@customs.example", text])
      }
    }
  }

  @Test func unknownAndUndisclosedAreTwoValues() {
    #expect(Person.Sex.allCases.map(\.rawValue) == ["female", "male", "other", "undisclosed", "unknown"])
  }

  @discardableResult
  private func person(name: String = "Ana", mailboxes: [String] = []) throws(Person.Refusal) -> Person {
    try Person(
      id: PersonID(UUID(high: 0, low: 1)), name: name, sex: .unknown, language: .english, mailboxes: mailboxes
    )
  }
}
