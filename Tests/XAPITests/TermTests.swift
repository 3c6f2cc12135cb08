import Testing
import XAPI

/// What a statement can be found by (xAPI 1.0.3 Communication 2.1.3).
struct TermTests {
  @Test func everyPlaceGivesItsTerms() throws {
    let statement = try StatementTexts.read(
      #"""
      {"actor":{"objectType":"Group","mbox":"mailto:g@x.org","member":[{"mbox":"mailto:m@x.org"}]},
       "verb":{"id":"x:verb"},"object":{"id":"x:object"},
       "context":{"registration":"EC531277-b57b-4c15-8d91-d292c5b2b8f7","instructor":{"mbox":"mailto:i@x.org"},
         "team":{"objectType":"Group","member":[{"mbox":"mailto:t@x.org"},{"mbox":"mailto:m@x.org"}]},
         "contextActivities":{"parent":{"id":"x:parent"},"grouping":[{"id":"x:grouping"}],
           "category":[{"id":"x:object"}],"other":[{"id":"x:parent"}]}}}
      """#)
    let authority = Actor.agent(Agent(identity: .mailbox("mailto:k@x.org")))
    #expect(
      statement.terms(authority: authority) == [
        StatementTerm(.verb, "x:verb"), StatementTerm(.agent, "mbox mailto:g@x.org"),
        StatementTerm(.agent, "mbox mailto:m@x.org"), StatementTerm(.activity, "x:object"),
        StatementTerm(.registration, "ec531277-b57b-4c15-8d91-d292c5b2b8f7"),
        StatementTerm(.relatedAgent, "mbox mailto:i@x.org"),
        StatementTerm(.relatedAgent, "mbox mailto:t@x.org"),
        StatementTerm(.relatedActivity, "x:parent"), StatementTerm(.relatedActivity, "x:grouping"),
        StatementTerm(.relatedAgent, "mbox mailto:k@x.org"),
      ])
  }

  @Test func whatASubStatementNamesIsOnlyRelated() throws {
    let statement = try StatementTexts.read(
      StatementTexts.subStatement(
        actor: #"{"mbox":"mailto:s@x.org"}"#, object: #"{"objectType":"Agent","mbox":"mailto:o@x.org"}"#,
        #","context":{"registration":"\#(StatementTexts.id)","contextActivities":{"parent":{"id":"x:p"}},"instructor":{"mbox":"mailto:i@x.org"}}"#
      ))
    #expect(
      statement.terms(authority: nil) == [
        StatementTerm(.verb, "https://example.org/verbs/attended"),
        StatementTerm(.agent, "mbox mailto:officer@example.org"),
        StatementTerm(.relatedAgent, "mbox mailto:s@x.org"),
        StatementTerm(.relatedAgent, "mbox mailto:o@x.org"),
        StatementTerm(.relatedAgent, "mbox mailto:i@x.org"),
        StatementTerm(.relatedActivity, "x:p"),
      ])
  }

  @Test func anObjectThatIsAnAgentIsFoundAsOne() throws {
    let statement = try StatementTexts.read(
      StatementTexts.statement(object: #"{"objectType":"Agent","mbox":"mailto:o@x.org"}"#))
    #expect(statement.terms(authority: nil).contains(StatementTerm(.agent, "mbox mailto:o@x.org")))
  }

  @Test func aReferenceIsFoundByItsTarget() throws {
    let statement = try StatementTexts.read(
      StatementTexts.statement(
        object: #"{"objectType":"StatementRef","id":"\#(StatementTexts.id.uppercased())"}"#))
    #expect(statement.terms(authority: nil).contains(StatementTerm(.statement, StatementTexts.id)))
  }

  @Test func termsThatOnlyLookEqualAreBothKept() throws {
    let statement = try StatementTexts.read(
      StatementTexts.statement(
        ",\"context\":{\"contextActivities\":{\"other\":[{\"id\":\"x:\u{E9}\"},{\"id\":\"x:e\u{301}\"}]}}"))
    #expect(statement.terms(authority: nil).count { $0.kind == .relatedActivity } == 2)
    #expect(StatementTerm(.verb, "x:\u{E9}").hashValue != StatementTerm(.verb, "x:e\u{301}").hashValue)
  }
}
