import JSON
import ProgramDriver
import Testing

/// “Statements which target another Statement (by using a StatementRef as the Object of the Statement) will meet the
/// filter condition if the targeted Statement meets the filter condition … This rule applies recursively, so that
/// "Statement a" is a match when a targets b which targets c” (xAPI 1.0.3 Communication 2.1.3).
@Suite struct StatementReferenceTests {
  private func referring(_ id: Int, to target: Int, verb: String = "confirmed") -> String {
    """
    {"id": "\(uuid(id))", "actor": {"mbox": "mailto:andrew@example.org"},
     "verb": {"id": "http://adlnet.gov/expapi/verbs/\(verb)"},
     "object": {"objectType": "StatementRef", "id": "\(uuid(target))"}}
    """
  }

  private static let passed = "verb=" + encoded("http://adlnet.gov/expapi/verbs/passed")
  private static let confirmed = "verb=" + encoded("http://adlnet.gov/expapi/verbs/confirmed")
  private static let ben = "agent=" + encoded(#"{"mbox": "mailto:ben@example.org"}"#)
  private static let training = "activity=" + encoded("http://example.org/explosives")
  private static let course = "activity=" + encoded("http://example.org/courses/1")

  private var target: String {
    statement(
      id: uuid(1), actor: "mailto:ben@example.org", verb: "passed", activity: "http://example.org/explosives",
      more:
        #""context": {"registration": "\#(uuid(100))", "contextActivities": {"parent": {"id": "http://example.org/courses/1"}}}, "#
    )
  }

  private func found(_ house: ServedHouse, _ query: String) throws -> [Int] {
    let answer = try house.xapi("GET", "/xapi/statements?\(query)")
    #expect(answer.status == 200, "\(answer.text)")
    return try answer.json.list("statements").map { Int($0.text("id").suffix(3)) ?? 0 }
  }

  /// In whatever order they come, one by one or in one batch.
  @Test(
    arguments: [[1, 2, 3, 4], [4, 3, 2, 1], [2, 1, 4, 3], [3, 4, 1, 2], [1, 3, 2, 4]], [false, true])
  func aChainIsFollowed(_ order: [Int], _ isBatch: Bool) throws {
    let house = try ServedHouse()
    // 4 → 3 → 2 → 1
    let texts = [1: target, 2: referring(2, to: 1), 3: referring(3, to: 2), 4: referring(4, to: 3)]
    let sent = order.compactMap { texts[$0] }
    for text in isBatch ? ["[" + sent.joined(separator: ",") + "]"] : sent {
      #expect(try house.xapi("POST", "/xapi/statements", text).status == 200)
    }
    for query in [
      StatementReferenceTests.ben, StatementReferenceTests.training, StatementReferenceTests.passed,
      "registration=\(uuid(100))", "related_activities=true&" + StatementReferenceTests.course,
      "related_agents=true&" + StatementReferenceTests.ben,
      "\(StatementReferenceTests.ben)&\(StatementReferenceTests.training)&\(StatementReferenceTests.passed)",
    ] {
      #expect(try Set(found(house, query)) == [1, 2, 3, 4], "\(query)")
      #expect(try found(house, query) == order.reversed(), "newest first, each once: \(query)")
      #expect(try found(house, "\(query)&limit=1") == [order[3]])
    }
    #expect(try Set(found(house, StatementReferenceTests.confirmed)) == [2, 3, 4])
    #expect(try found(house, StatementReferenceTests.course) == [])
  }

  /// “The time and sequence based parameters MUST still be applied to the Statement making the StatementRef”
  @Test func instantsAreThoseOfWhoRefers() throws {
    let house = try ServedHouse()
    #expect(try house.xapi("POST", "/xapi/statements", target).status == 200)
    house.clock.advance(seconds: 60)
    #expect(try house.xapi("POST", "/xapi/statements", referring(2, to: 1)).status == 200)
    let between = encoded("2026-03-02T09:00:30Z")
    #expect(try found(house, "\(StatementReferenceTests.ben)&since=\(between)") == [2])
    #expect(try found(house, "\(StatementReferenceTests.ben)&until=\(between)") == [1])
    #expect(try found(house, "\(StatementReferenceTests.ben)&ascending=true") == [1, 2])
  }

  /// “The LRS MUST still return any Statements targeting the voided Statement … This includes the voiding Statement”
  @Test func whatRefersToAVoidedStatementIsFoundAndTheVoidedOneIsNot() throws {
    let house = try ServedHouse()
    for text in [target, referring(2, to: 1), referring(3, to: 1, verb: "voided")] {
      #expect(try house.xapi("POST", "/xapi/statements", text).status == 200)
    }
    #expect(try found(house, StatementReferenceTests.passed) == [3, 2])
    #expect(try found(house, "\(StatementReferenceTests.passed)&limit=1") == [3])
    #expect(try house.xapi("POST", "/xapi/statements", referring(4, to: 2, verb: "voided")).status == 200)
    #expect(try found(house, StatementReferenceTests.passed) == [4, 3], "2 is voided itself")
  }

  @Test func aCircleHasAnEnd() throws {
    let house = try ServedHouse()
    for (id, to) in [(1, 2), (2, 3), (3, 1), (4, 4)] {
      let text = referring(id, to: to, verb: "verb\(id)")
      #expect(try house.xapi("POST", "/xapi/statements", text).status == 200)
    }
    func verb(_ number: Int) -> String {
      "verb=" + encoded("http://adlnet.gov/expapi/verbs/verb\(number)")
    }
    for number in 1...3 { #expect(try found(house, verb(number)) == [3, 2, 1]) }
    #expect(try found(house, verb(4)) == [4])
  }

  /// A chain is followed through 32 statements: so much and no more can one statement cost.
  @Test func aChainIsFollowedSoFar() throws {
    for order in [Array(1...40), Array((1...40).reversed())] {
      let house = try ServedHouse()
      let texts = [target] + (2...40).map { referring($0, to: $0 - 1) }
      for number in order {
        #expect(try house.xapi("POST", "/xapi/statements", texts[number - 1]).status == 200)
      }
      let reached = try Set(found(house, "\(StatementReferenceTests.ben)&limit=100"))
      #expect(reached == Set(1...33))
    }
  }

  /// “StatementRefs used as a value of the "Statement" property within Context do not affect how Statements are filtered.”
  @Test func aReferenceInTheContextCountsForNothing() throws {
    let house = try ServedHouse()
    let text = statement(
      id: uuid(2),
      more: #""context": {"statement": {"objectType": "StatementRef", "id": "\#(uuid(1))"}}, "#)
    for text in [target, text] { #expect(try house.xapi("POST", "/xapi/statements", text).status == 200) }
    #expect(try found(house, StatementReferenceTests.ben) == [1])
  }
}
