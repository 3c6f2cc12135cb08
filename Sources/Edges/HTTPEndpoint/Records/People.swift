internal import Operations
internal import People
internal import Representations
internal import Values

extension Route {
  /// Organizations, and people with their places in them.
  static let peopleRoutes: [Route] = [
    asks("/api/v1/parties", parameters: Call.paging.union(["kind"])) { call in
      ListParties(kind: try call.parameter("kind", .choice()), page: try call.page())
    },
    changes("/api/v1/parties") { _, fields in
      try fields.check(needs: ["code", "kind", "names", "validity"], takes: ["region"])
      return AddParty(
        code: try fields.required("code", .code()), kind: try fields.required("kind", .choice()),
        names: try fields.required("names", .texts), region: try fields.optional("region", .choice()),
        validity: try fields.requiredDays("validity"))
    } _: { party, _ in
      .created(party, at: "/api/v1/parties/\(party.code)")
    },
    asks("/api/v1/parties/{party}") { call in ShowParty(try call.reference(0, .party)) },

    asks("/api/v1/persons", parameters: Call.paging) { call in ListPersons(page: try call.page()) },
    changes("/api/v1/persons") { _, fields in
      try fields.check(needs: ["name"], takes: ["sex", "language", "mailboxes", "affiliation"])
      return AddPerson(
        name: try fields.required("name", .text), sex: try fields.optional("sex", .choice()) ?? .unknown,
        language: try fields.optional("language", .language) ?? .english,
        mailboxes: try fields.list("mailboxes", .text), place: try fields.object("affiliation")?.place())
    } _: { person, _ in
      .created(person, at: "/api/v1/persons/\(person.id)")
    },
    asks("/api/v1/persons/{person}") { call in ShowPerson(try call.id(0, .person)) },
    changes("/api/v1/persons/{person}/rename") { call, fields in
      try fields.check(needs: ["name", "reason"])
      return RenamePerson(
        person: try call.id(0, .person), name: try fields.required("name", .text),
        reason: try fields.required("reason", .text))
    } _: { person, _ in
      .json(person)
    },
    changes("/api/v1/persons/{person}/affiliations") { call, fields in
      AddAffiliation(person: try call.id(0, .person), place: try fields.place())
    } _: { affiliation, _ in
      .created(affiliation, at: "/api/v1/persons/\(affiliation.person)")
    },
    changes("/api/v1/affiliations/{affiliation}/end") { call, fields in
      try fields.check(needs: ["lastDay", "reason"])
      return EndAffiliation(
        affiliation: try call.id(0, .affiliation), lastDay: try fields.required("lastDay", .day),
        reason: try fields.required("reason", .text))
    } _: { affiliation, _ in
      .json(affiliation)
    },
  ]
}

extension Fields {
  /// The object as a place in a party.
  fileprivate func place() throws(Problem) -> AddPerson.Place {
    try check(needs: ["party", "validity"], takes: ["unit", "post", "roleLevel"])
    return AddPerson.Place(
      party: try required("party", .reference()), unit: try optional("unit", .text) ?? "",
      post: try optional("post", .text) ?? "", roleLevel: try optional("roleLevel", .choice()),
      validity: try requiredDays("validity"))
  }
}
