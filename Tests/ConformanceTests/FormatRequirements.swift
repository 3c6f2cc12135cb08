import ProgramDriver
import JSON
import Testing

/// `format` and languages (Communication 2.1.3).
let formatRequirements: [Requirement] = [
  Requirement("Communication 2.1.3", "exact: populated exactly as they were when the Statement was received")
  { (visit) throws in
    try visit.storeDescribed()
    let exact = try visit.stored(1)
    for query in ["&format=exact", ""] {
      #expect(try visit.stored(1, query).isEquivalent(to: exact))
      let answer = try visit.get("/statements?statementId=\(visit.id(1))\(query)", ["Accept-Language: fr"])
      #expect(try answer.json.isEquivalent(to: exact))
    }
    #expect(exact["verb"]?["display"]?.names == ["en-GB", "fr"])
    #expect(exact["actor"]?.text("name") == "A")
  },
  Requirement(
    "Communication 2.1.3",
    "ids: only include minimum information necessary in Agent, Activity, Verb and Group Objects to identify them"
  ) { (visit) throws in
    try visit.storeDescribed()
    let one = try visit.stored(1, "&format=ids")
    #expect(one["actor"]?.names == ["mbox"])
    #expect(one["verb"]?.names == ["id"])
    #expect(one["object"]?.names == ["id"])
    let context = one["context"]
    #expect(context?["instructor"]?.names == ["objectType", "mbox"])
    #expect(
      try context?["team"]?.means(#"{"objectType": "Group", "member": [\#(visit.agent("t"))]}"#) == true)
    #expect(context?["contextActivities"]?.list("parent").map(\.names) == [["id"]])
    let nested = try visit.stored(2, "&format=ids")["object"]
    #expect(nested?["verb"]?.names == ["id"])
    #expect(nested?["object"]?.names == ["id"])
    let listed = try visit.get("/statements?format=ids&limit=1&verb=\(encoded(visit.iri("did")))")
    #expect(try listed.json.list("statements").first?["verb"]?.names == ["id"])
  },
  Requirement(
    "Communication 2.1.3",
    "canonical: Activity Objects and Verbs populated with the canonical definition …; the LRS MUST return only one language in each of these maps"
  ) { (visit) throws in
    try visit.storeDescribed()
    for (languages, display, name) in [
      ("en-GB", "en-GB", "en-GB"), ("fr, en;q=0.5", "fr", "fr"), ("de", "de", "en-GB"),
    ] {
      let target = "/statements?format=canonical&statementId=\(visit.id(1))"
      let one = try visit.get(target, ["Accept-Language: \(languages)"]).json
      let expected = languages == "de" ? "en-GB" : display
      #expect(one["verb"]?["display"]?.names == [expected])
      #expect(one["object"]?["definition"]?["name"]?.names == [name])
      #expect(one["object"]?["definition"]?.text("type") == "http://example.org/types/lesson")
      #expect(one["actor"]?.text("name") == "A", "the original Agent and Group Objects")
      let parent = one["context"]?["contextActivities"]?.list("parent").first
      #expect(parent?["definition"]?["name"]?.names == [name])
      let nested = try visit.get(
        "/statements?format=canonical&statementId=\(visit.id(2))", ["Accept-Language: \(languages)"])
      #expect(try nested.json["object"]?["verb"]?["display"]?.names == [expected])
    }
  },
  Requirement(
    "Communication 2.1.3",
    "the Accept-Language header … this logic MUST be applied to each language map individually"
  ) { (visit) throws in
    let object =
      #"{"id": "\#(visit.iri("a"))", "definition": {"name": {"en": "n", "fr": "m"}, "description": {"de": "d"}}}"#
    _ = try visit.post("/statements", visit.statement(id: 1, object: object))
    let target = "/statements?format=canonical&statementId=\(visit.id(1))"
    let definition = try visit.get(target, ["Accept-Language: fr"]).json["object"]?["definition"]
    #expect(try definition?.means(#"{"name": {"fr": "m"}, "description": {"de": "d"}}"#) == true)
  },
  Requirement("Communication 2.1.3", "format: ids, exact, or canonical") { (visit) throws in
    for format in ["", "Ids", "all"] { #expect(try visit.get("/statements?format=\(format)").status == 400) }
  },
]

extension Visit {
  /// Statement 1 has names in two languages everywhere; statement 2 has a SubStatement with such names.
  fileprivate func storeDescribed() throws {
    let verb = #"{"id": "\#(iri("did"))", "display": {"en-GB": "d", "fr": "f"}}"#
    func activity(_ name: String) -> String {
      #"{"id": "\#(iri(name))", "definition": {"name": {"en-GB": "n", "fr": "m"}, "type": "http://example.org/types/lesson"}}"#
    }
    let actor = #"{"name": "A", "# + agent("actor").dropFirst()
    let context = #"""
      {"instructor": {"objectType": "Agent", "name": "I", \#(agent("i").dropFirst()),
       "team": {"objectType": "Group", "name": "T", "member": [{"name": "M", \#(agent("t").dropFirst())]},
       "contextActivities": {"parent": [\#(activity("parent"))]}}
      """#
    let parts =
      #""actor": \#(actor), "verb": \#(verb), "object": \#(activity("activity")), "context": \#(context)"#
    let one = #"{"id": "\#(id(1))", \#(parts)}"#
    let two = #"""
      {"id": "\#(id(2))", "actor": \#(actor), "verb": \#(verb), "object": {"objectType": "SubStatement", \#(parts)}}
      """#
    for statement in [one, two] {
      let answer = try post("/statements", statement)
      #expect(answer.status == 200, "\(answer.text)")
    }
  }
}
