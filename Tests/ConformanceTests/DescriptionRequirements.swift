import JSON
import ProgramDriver
import Testing

/// Agents, activities and the store itself (Communication 2.4, 2.5 and 2.8).
let descriptionRequirements: [Requirement] = [
  Requirement(
    "Communication 2.4",
    "the LRS MUST still return a Person Object when queried, but that Person Object will only include the information associated with the requested Agent"
  ) { (visit) throws in
    for (agent, person) in [
      (
        visit.agent("a"), #"{"objectType": "Person", "mbox": [\#(visit.agent("a").dropFirst(9).dropLast())]}"#
      ),
      (
        #"{"name": "A", "openid": "\#(visit.iri("a"))"}"#,
        #"{"objectType": "Person", "name": ["A"], "openid": ["\#(visit.iri("a"))"]}"#
      ),
      (
        #"{"objectType": "Agent", "account": {"homePage": "\#(visit.iri("h"))", "name": "1"}}"#,
        #"{"objectType": "Person", "account": [{"homePage": "\#(visit.iri("h"))", "name": "1"}]}"#
      ),
    ] {
      let answer = try visit.get("/agents?agent=\(encoded(agent))")
      #expect(answer.status == 200)
      #expect(try answer.json.means(person), "\(answer.text)")
    }
  },
  Requirement("Communication 2.4", "name: List of names of Agents retrieved") { (visit) throws in
    for name in ["First", "Second"] {
      _ = try visit.post(
        "/statements", visit.statement(actor: #"{"name": "\#(name)", "# + visit.agent("a").dropFirst()))
    }
    let names = try visit.get("/agents?agent=\(encoded(visit.agent("a")))").json.list("name").map(\.string)
    #expect(Set(names) == ["First", "Second"])
  },
  Requirement(
    "Communication 2.4", "agent: Agent object, Required. It is not a Person Object, nor is it a Group"
  ) { (visit) throws in
    for query in [
      "", "?agent=", "?agent=a", "?agent=\(encoded("{}"))",
      "?agent=\(encoded(#"{"mbox": ["mailto:a@example.org"]}"#))",
      "?agent=\(encoded(#"{"objectType": "Group", "mbox": "mailto:a@example.org"}"#))",
      "?Agent=\(encoded(visit.agent("a")))",
      "?agent=\(encoded(visit.agent("a")))&foo=bar",
    ] { #expect(try visit.get("/agents\(query)").status == 400, "\(query)") }
  },
  Requirement("Communication 2.5", "Loads the complete Activity Object specified") { (visit) throws in
    let activity =
      #"{"objectType": "Activity", "id": "\#(visit.iri("a"))", "definition": {"name": {"en": "A"}, "type": "http://example.org/t"}}"#
    let further = #"{"id": "\#(visit.iri("a"))", "definition": {"name": {"fr": "B"}}}"#
    _ = try visit.post("/statements", visit.statement(object: activity))
    let target = "/activities?activityId=\(encoded(visit.iri("a")))"
    #expect(try visit.get(target).json.means(activity))
    _ = try visit.post("/statements", visit.statement(object: further))
    let definition = try visit.get(target).json["definition"]
    #expect(
      try definition?.means(#"{"name": {"en": "A", "fr": "B"}, "type": "http://example.org/t"}"#) == true)
  },
  Requirement(
    "Communication 2.5",
    "If an LRS does not have a canonical definition of the Activity to return, the LRS SHOULD still return an Activity Object when queried"
  ) { (visit) throws in
    let answer = try visit.get("/activities?activityId=\(encoded(visit.iri("unknown")))")
    #expect(answer.status == 200)
    #expect(try answer.json.means(#"{"objectType": "Activity", "id": "\#(visit.iri("unknown"))"}"#))
  },
  Requirement("Communication 2.5", "activityId: IRI, Required") { (visit) throws in
    for query in [
      "", "?activityId=", "?activityId=one", "?activityId=1", "?ActivityId=x:a", "?activityId=x:a&foo=bar",
    ] {
      #expect(try visit.get("/activities\(query)").status == 400, "\(query)")
    }
  },
  Requirement(
    "Communication 2.8",
    "An LRS MUST return the JSON document described above, with a \"version\" property that includes the latest minor and patch version the LRS conforms to"
  ) { (visit) throws in
    let answer = try visit.get("/about")
    #expect(answer.status == 200)
    let about = try answer.json
    #expect(about.list("version").contains { $0.string == visit.version.rawValue })
    #expect(Set(about.names).isSubset(of: ["version", "extensions"]))
  },
  Requirement(
    "Communication 2.8",
    "An LRS SHOULD allow unauthenticated access to this resource; MUST NOT reject requests based on their version header"
  ) { (visit) throws in
    for headers in [[], ["X-Experience-API-Version: 0.8"]] {
      #expect(try visit.send("GET", "/about", headers, isAnonymous: true).status == 200)
    }
  },
  Requirement("Communication 1.1", "All resources that support GET requests also support HEAD") {
    (visit) throws in
    for path in [
      "/about", "/agents?agent=\(encoded(visit.agent("a")))", "/activities?activityId=x:a", "/agents",
    ] {
      let (get, head) = (try visit.get(path), try visit.head(path))
      #expect(head.status == get.status)
      #expect(head.body.isEmpty)
    }
  },
]
