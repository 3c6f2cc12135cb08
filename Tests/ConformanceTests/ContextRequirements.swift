import JSON
import ProgramDriver
import Testing

/// Contexts, authorities and versions (Data 2.4.6, 2.4.9 and 2.4.10).
let contextRequirements: [Requirement] = [
  .refuses(
    "Data 2.4.6", "registration: UUID; instructor: Agent or Group; team: Group; revision, platform: String",
    [
      #""registration": 1"#, #""instructor": "I""#, #""instructor": {}"#, #""team": \#(Parts.agent)"#,
      #""team": {"objectType": "Agent", "mbox": "mailto:a@example.org"}"#, #""revision": 1"#,
      #""platform": 1"#,
      #""language": 1"#, #""extensions": []"#, #""statement": "\#(Parts.uuid)""#,
    ].flatMap(Parts.context) + Parts.anywhere(#""context": [], "#)),
  .accepts(
    "Data 2.4.6", "All context properties are optional",
    [
      "", #""instructor": {"objectType": "Group", "member": [\#(Parts.agent)]}"#,
      #""team": {"objectType": "Group", "mbox": "mailto:g@example.org"}"#,
      #""revision": "1", "platform": "p""#,
      #""statement": {"objectType": "StatementRef", "id": "\#(Parts.uuid)"}"#,
    ].flatMap(Parts.context)),
  .refuses(
    "Data 2.4.6",
    #"The "revision" and "platform" properties MUST only be used if the Statement's Object is an Activity"#,
    [
      #"{"objectType": "Agent", "mbox": "mailto:a@example.org"}"#,
      #"{"objectType": "Group", "mbox": "mailto:a@example.org"}"#,
      #"{"objectType": "StatementRef", "id": "\#(Parts.uuid)"}"#,
    ].flatMap { object in
      Parts.anywhere(object: object, #""context": {"revision": "1"}, "#)
        + Parts.anywhere(object: object, #""context": {"platform": "p"}, "#)
    }),
  .refuses(
    "Data 2.4.6.2",
    "Every key in the contextActivities Object MUST be one of parent, grouping, category, or other",
    Parts.context(#""contextActivities": {"sibling": []}"#) + Parts.context(#""contextActivities": []"#)),
  .refuses(
    "Data 2.4.6.2", "Every value … MUST be either a single Activity Object or an array of Activity Objects",
    [#""x:a""#, "[1]", #"[{"objectType": "Agent", "mbox": "mailto:a@example.org"}]"#, "{}"].flatMap {
      Parts.context(#""contextActivities": {"parent": \#($0)}"#)
    }),
  Requirement(
    "Data 2.4.6.2",
    "The LRS MUST return every value in the contextActivities Object as an array, even if it arrived as a single Activity Object"
  ) { (visit) throws in
    let context =
      #""context": {"contextActivities": {"parent": {"id": "x:p"}, "grouping": [{"id": "x:g"}], "category": {"id": "x:c"}, "other": {"id": "x:o"}}}, "#
    _ = try visit.post("/statements", visit.statement(id: 1, context))
    let nested = #"{"objectType": "SubStatement", "# + visit.statement(context).dropFirst()
    _ = try visit.post("/statements", visit.statement(id: 2, object: nested))
    for part in [try visit.stored(1), try visit.stored(2)["object"]] {
      let activities = part?["context"]?["contextActivities"]
      for (kind, id) in [("parent", "x:p"), ("grouping", "x:g"), ("category", "x:c"), ("other", "x:o")] {
        #expect(try activities?.member(named: kind)?.means(#"[{"id": "\#(id)"}]"#) == true)
      }
    }
  },
  .accepts(
    "4.2.4.2", "contextAgents and contextGroups: who else is related to the statement", in: [.version2],
    [
      #""contextAgents": [{"objectType": "contextAgent", "agent": \#(Parts.agent)}]"#,
      #""contextAgents": [{"objectType": "contextAgent", "agent": \#(Parts.agent), "relevantTypes": ["http://example.org/t"]}]"#,
      #""contextGroups": [{"objectType": "contextGroup", "group": {"objectType": "Group", "mbox": "mailto:g@example.org"}}]"#,
    ].flatMap(Parts.context)),
  .refuses(
    "4.2.4.2", "relevantTypes is a non-empty array of IRIs; objectType, agent and group are required",
    in: [.version2],
    [
      #""contextAgents": \#(Parts.agent)"#, #""contextAgents": [\#(Parts.agent)]"#,
      #""contextAgents": [{"agent": \#(Parts.agent)}]"#,
      #""contextAgents": [{"objectType": "contextAgent"}]"#,
      #""contextAgents": [{"objectType": "contextAgent", "agent": \#(Parts.agent), "relevantTypes": []}]"#,
      #""contextAgents": [{"objectType": "contextAgent", "agent": \#(Parts.agent), "relevantTypes": ["t"]}]"#,
      #""contextAgents": [{"objectType": "contextAgent", "agent": {}}]"#,
      #""contextGroups": [{"objectType": "contextGroup", "group": \#(Parts.agent)}]"#,
      #""contextGroups": [{"objectType": "contextAgent", "group": {"objectType": "Group", "mbox": "mailto:g@example.org"}}]"#,
    ].flatMap(Parts.context)),
  .refuses(
    "Data 2.2", "contextAgents and contextGroups are not of this edition", in: [.version1],
    [#""contextAgents": []"#, #""contextGroups": []"#].flatMap(Parts.context)),
  .accepts(
    "Data 2.4.9", "an authority is an Agent, or an Anonymous Group of two Agents",
    [
      Parts.statement(#""authority": \#(Parts.agent), "#),
      Parts.statement(
        #""authority": {"objectType": "Group", "member": [{"account": {"homePage": "http://example.org/oauth", "name": "c"}}, \#(Parts.agent)]}, "#
      ),
    ]),
  .refuses(
    "Data 2.4.9", "an authority that is a Group MUST have two Agents as members and no identifier",
    [
      #"{"objectType": "Group", "member": [\#(Parts.agent)]}"#,
      #"{"objectType": "Group", "member": [\#(Parts.agent), \#(Parts.agent), \#(Parts.agent)]}"#,
      #"{"objectType": "Group", "mbox": "mailto:g@example.org", "member": [\#(Parts.agent), \#(Parts.agent)]}"#,
      #"{}"#, #""me""#,
    ].map { Parts.statement(#""authority": \#($0), "#) }),
  Requirement("Data 2.4.9", "The LRS MUST ensure that all Statements stored have an authority") {
    (visit) throws in
    _ = try visit.post("/statements", visit.statement(id: 1))
    _ = try visit.post("/statements", visit.statement(id: 2, #""authority": \#(Parts.agent), "#))
    let (first, second) = (try visit.stored(1)["authority"], try visit.stored(2)["authority"])
    #expect(first?["account"]?["name"]?.string?.isEmpty == false)
    #expect(first.map { $0.isEquivalent(to: second ?? $0) } == true, "the credentials vouch, not the sender")
  },
  .accepts(
    "Data 2.4.10", "LRSs MUST accept all Statements where their version starts with 1.0.",
    ["1.0", "1.0.0", "1.0.3", "1.0.9"].map { Parts.statement(#""version": "\#($0)", "#) }),
  .accepts(
    "4.2.4.3", "statements of this edition are of version 2.0.x", in: [.version2],
    ["2.0", "2.0.0", "2.0.1"].map { Parts.statement(#""version": "\#($0)", "#) }),
  .refuses(
    "Data 2.4.10", "LRSs MUST reject all Statements with a version specified that does not start with 1.0.",
    ["0.9.9", "1.1.0", "3.0.0", "one", ""].map { Parts.statement(#""version": "\#($0)", "#) }),
  .refuses(
    "Data 2.4.10", "LRSs MUST reject all Statements with a version specified that does not start with 1.0.",
    in: [.version1], [Parts.statement(#""version": "2.0.0", "#)]),
  Requirement("Data 2.4.10", "an LRS sets the version where the Statement has none, and keeps the one it has")
  { (visit) throws in
    _ = try visit.post("/statements", visit.statement(id: 1))
    _ = try visit.post("/statements", visit.statement(id: 2, #""version": "1.0.9", "#))
    #expect(try visit.stored(1).text("version") == (visit.isVersion2 ? "2.0.0" : "1.0.0"))
    #expect(try visit.stored(2).text("version") == "1.0.9")
  },
]
