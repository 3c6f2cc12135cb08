import JSON
import ProgramDriver
import Testing

/// One requirement of the standard, quoted, and how the program is held to it.
struct Requirement: Sendable {
  /// Where it stands: `Data 2.4.1`, `Communication 2.1.3` of xAPI 1.0.3; `4.1.4` of IEEE 9274.1.1.
  let section: String
  /// The requirement in the standard's words, or in few of our own where a table or an omission says it.
  let quote: String
  let versions: [Version]
  let holds: @Sendable (Visit) throws -> Void

  init(
    _ section: String, _ quote: String, in versions: [Version] = Version.allCases,
    _ holds: @escaping @Sendable (Visit) throws -> Void
  ) {
    self.section = section
    self.quote = quote
    self.versions = versions
    self.holds = holds
  }

  /// The editions that one server speaks.
  enum Version: String, Sendable, CaseIterable {
    case version1 = "1.0.3"
    case version2 = "2.0.0"
  }

  /// Statements that keep a rule: each is stored.
  static func accepts(
    _ section: String, _ quote: String, in versions: [Version] = Version.allCases, _ statements: [String]
  ) -> Requirement {
    Requirement(section, quote, in: versions) { visit in
      for statement in statements {
        let answer = try visit.post("/statements", statement)
        #expect(answer.status == 200, "\(statement): \(answer.text)")
      }
    }
  }

  /// Statements that break a rule: each is refused with 400 and a message.
  static func refuses(
    _ section: String, _ quote: String, in versions: [Version] = Version.allCases, _ statements: [String]
  ) -> Requirement {
    Requirement(section, quote, in: versions) { visit in
      for statement in statements {
        let answer = try visit.post("/statements", statement)
        #expect(answer.status == 400, "\(statement): \(answer.text)")
        #expect(try answer.json.member(named: "detail")?.string?.isEmpty == false)
      }
    }
  }
}

/// A requirement in one of the editions that have it.
struct Row: Sendable, CustomTestStringConvertible {
  let requirement: Requirement
  let version: Requirement.Version

  var testDescription: String { "\(version.rawValue), \(requirement.section): \(requirement.quote)" }

  static func all(_ requirements: [Requirement]) -> [Row] {
    requirements.flatMap { requirement in
      requirement.versions.map { Row(requirement: requirement, version: $0) }
    }
  }

  func check() throws {
    try requirement.holds(Visit(StoreUnderTest.shared.get(), version))
  }
}
