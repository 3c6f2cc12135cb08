import JSON
import Testing
import XAPI

/// Statements written short: the parts that a row is not about are filled in.
enum StatementTexts {
  static let agent = #"{"mbox":"mailto:officer@example.org"}"#
  static let verb = #"{"id":"https://example.org/verbs/attended"}"#
  static let activity = #"{"id":"https://example.org/activities/valuation"}"#
  static let id = "7ccd3322-e1a5-411a-a67d-6a735c76f119"

  /// A statement with these parts, and whatever `extra` adds: `,"result":{…}`.
  static func statement(
    actor: String = agent, verb: String = verb, object: String = activity, _ extra: String = ""
  ) -> String {
    #"{"actor":\#(actor),"verb":\#(verb),"object":\#(object)\#(extra)}"#
  }

  /// The same parts as a SubStatement that is the object of a statement.
  static func subStatement(
    actor: String = agent, verb: String = verb, object: String = activity, _ extra: String = ""
  ) -> String {
    statement(
      object: #"{"objectType":"SubStatement","actor":\#(actor),"verb":\#(verb),"object":\#(object)\#(extra)}"#
    )
  }

  /// Puts parts in the places that a table marks with `:A`, `:V`, `:O` and `:G`.
  static func filled(_ text: String) -> String {
    let group = #"{"objectType":"Group","mbox":"mailto:g@example.org"}"#
    return [(":A", agent), (":V", verb), (":O", activity), (":G", group)].reduce(text) { text, part in
      text.split(separator: part.0, omittingEmptySubsequences: false).joined(separator: ":" + part.1)
    }
  }

  static func read(_ text: String, by version: XAPIVersion = .version1) throws -> Statement {
    try Statement(validating: JSONDocument(Array(text.utf8)).root, by: version)
  }
}

/// A value that breaks a rule, in the place of a table's part.
struct Broken: Sendable, CustomTestStringConvertible {
  let name: String
  let value: String
  let rule: StatementRule
  /// From the part on.
  let pointer: String

  init(_ name: String, _ value: String, _ rule: StatementRule, _ pointer: String = "") {
    (self.name, self.value, self.rule, self.pointer) = (name, value, rule, pointer)
  }

  var testDescription: String { name }

  /// Expects the text to be refused by this row's rule, at a pointer.
  func expectRefusal(_ text: String, at pointer: String, by version: XAPIVersion = .version1) {
    let violation = #expect(throws: StatementViolation.self) { try StatementTexts.read(text, by: version) }
    #expect(violation?.rule == rule)
    #expect(violation?.pointer == pointer)
    #expect(violation?.message.isEmpty == false)
  }
}

/// A value that keeps the rules.
struct Sound: Sendable, CustomTestStringConvertible {
  let name: String
  let value: String

  init(_ name: String, _ value: String) {
    (self.name, self.value) = (name, value)
  }

  var testDescription: String { name }
}
