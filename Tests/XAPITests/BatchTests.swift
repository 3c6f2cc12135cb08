import JSON
import Testing
import Values
import XAPI

/// Bodies of POST and PUT (xAPI 1.0.3 Communication 2.1.1 and 2.1.2), hostile row 43.
struct BatchTests {
  @Test func oneStatementOrManyAreReadInOrder() throws {
    #expect(try batch(StatementTexts.statement()).count == 1)
    #expect(try batch("[]").isEmpty)
    let ids = try batch("[\(statement("0")),\(StatementTexts.statement()),\(statement("1"))]").map {
      $0.id?.description
    }
    #expect(ids == [id("0"), nil, id("1")])
  }

  @Test func oneBadAmongFiftyRefusesAll() {
    var texts = (0..<50).map { _ in StatementTexts.statement() }
    texts[37] = StatementTexts.statement(verb: #"{"id":"attended"}"#)
    let violation = #expect(throws: StatementViolation.self) {
      try batch("[\(texts.joined(separator: ","))]")
    }
    #expect(violation?.rule == .malformedIRI)
    #expect(violation?.pointer == "/37/verb/id")
    #expect(violation?.description == "/37/verb/id: The value must be an absolute IRI, with its scheme.")
  }

  @Test(arguments: XAPIVersion.allCases)
  func anIDTwiceRefusesAll(version: XAPIVersion) {
    let text = "[\(statement("0")),\(statement("1")),\(statement("0").uppercasedID)]"
    let violation = #expect(throws: StatementViolation.self) { try batch(text, version) }
    #expect(violation?.rule == .statementRepeated)
    #expect(violation?.pointer == "/2")
  }

  @Test(arguments: ["null", "1", "\"x\"", "[null]", "[[]]"])
  func otherBodiesAreRefused(text: String) {
    let violation = #expect(throws: StatementViolation.self) { try batch(text) }
    #expect(violation?.rule == .wrongType)
  }

  private func batch(_ text: String, _ version: XAPIVersion = .version1) throws -> [Statement] {
    try Statement.batch(validating: JSONDocument(Array(text.utf8)).root, by: version)
  }

  private func id(_ digit: String) -> String { "7ccd3322-e1a5-411a-a67d-6a735c76f11\(digit)" }

  private func statement(_ digit: String) -> String { StatementTexts.statement(#","id":"\#(id(digit))""#) }
}

extension String {
  fileprivate var uppercasedID: String {
    split(separator: "7ccd", omittingEmptySubsequences: false).joined(separator: "7CCD")
  }
}
