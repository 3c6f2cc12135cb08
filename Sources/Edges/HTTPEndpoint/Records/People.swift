internal import HTTP
internal import Operations
internal import People
internal import Representations
internal import Values

extension Route {
  /// Organizations, and people with their places in them.
  static let peopleRoutes: [Route] = [
    asks(
      "/api/v1/parties", "List the organisations by code.",
      by: .optional("kind", .choice(), "Only those of this kind."),
      .optional("region", .choice(), "Only those of this region."), .paging, told: .page()
    ) { _, kind, region, page in ListParties(PartyFilter(kind: kind, region: region), page: page) },
    changes(
      "/api/v1/parties", "Enter an organisation.", takes: .needed("code", .code("KE"), "A new code."),
      .needed("kind", .choice(), "What kind of organisation it is."), .needed("names", .texts, "Its name."),
      .optional("region", .choice(), "The region of a Member or regional entity."),
      .needed("validity", .days, "The days of its membership or existence."),
      told: .created { "/api/v1/parties/\($0.code)" }
    ) { _, code, kind, names, region, validity in
      AddParty(code: code, kind: kind, names: names, region: region, validity: validity)
    },
    asks("/api/v1/parties/{party}", "Show an organisation.", told: .record) { call in
      ShowParty(try call.reference(0, .party))
    },
    changes(
      "/api/v1/parties/{party}/groups", "Say that an organisation belongs to a group.",
      takes: .needed("group", .code("LDC"), "The group's code."),
      .optional("from", .asFarAsKnown, "From when on: a year, a month or a day."),
      .optional("to", .asFarAsKnown, "Until when: a year, a month or a day."),
      .optional("source", .address, "The page that says so."), told: .record
    ) { call, group, from, to, source in
      JoinGroup(
        party: try call.reference(0, .party),
        membership: Party.GroupMembership(group: group, from: from, to: to, source: source))
    },
    asks(
      "/api/v1/persons", "List the persons in the order they were entered.",
      by: .optional("name", .line("ali"), "Only those whose name holds this; letters in either case."),
      .optional("mailbox", .line("amina@example.org"), "Only who has this address."),
      .optional("party", .reference("KE"), "Only those who have, had or will have a place in it."), .paging,
      told: .page()
    ) { _, name, mailbox, party, page in
      ListPersons(name: name, mailbox: mailbox, party: party, page: page)
    },
    changes(
      "/api/v1/persons", "Enter a person.",
      takes: .needed("name", .text("Amina Example"), "The full name as it is to stand on a certificate."),
      .optional("sex", .choice(), else: .unknown, "\"unknown\""),
      .optional("language", .language, else: .english, "\"en\"", "The language to address the person in."),
      .optional(
        "mailboxes", .list(of: .text("amina@example.org")), else: [], "[]",
        "Addresses that statements may name the person by."),
      .optional("affiliation", .place, "Where the person belongs."),
      told: .created { "/api/v1/persons/\($0.person.id)" }
    ) { _, name, sex, language, mailboxes, place in
      AddPerson(name: name, sex: sex, language: language, mailboxes: mailboxes, place: place)
    },
    asks("/api/v1/persons/{person}", "Show a person and where they belong.", told: .record) { call in
      ShowPerson(try call.id(0, .person))
    },
    worksOut(
      "/api/v1/persons/{person}/transcript", "Have a person's certificates as one signed transcript.",
      needing: .lookUp, by: .optional("cut-off", .instant, ReportMeaning.cutOff), told: .transcript
    ) { call, cutOff in
      let (person, principal): (PersonID, Principal) = (try call.id(0, .person), try call.knownPrincipal())
      return LongTask { _ in
        try call.registrar.transcript(of: person, asOf: cutOff, signsPending: false, as: principal)
      }
    },
    changes(
      "/api/v1/persons/{person}/rename", "Give a person another name.",
      takes: .needed("name", .text("Amina Other"), "The full name as it is to stand on a certificate."),
      .needed("reason", .text, "Why; kept in the history."), told: .record
    ) { call, name, reason in
      RenamePerson(person: try call.id(0, .person), name: name, reason: reason)
    },
    changes(
      "/api/v1/persons/{person}/affiliations", "Give a person a place in an organisation.", takes: .place,
      told: .created { "/api/v1/affiliations/\($0.id)" }
    ) { call, place in AddAffiliation(person: try call.id(0, .person), place: place) },
    asks("/api/v1/affiliations/{affiliation}", "Show a person's place in an organisation.", told: .record) {
      call in
      ShowAffiliation(try call.id(0, .affiliation))
    },
    changes(
      "/api/v1/affiliations/{affiliation}/end", "Say on which day a person's place in an organisation ends.",
      takes: .needed("lastDay", .day, "The last day of the place."),
      .needed("reason", .text, "Why; kept in the history."), told: .record
    ) { call, lastDay, reason in
      EndAffiliation(affiliation: try call.id(0, .affiliation), lastDay: lastDay, reason: reason)
    },
  ]
}

extension Telling where Outcome == [UInt8] {
  /// A credential of the Comprehensive Learner Record, as a token.
  fileprivate static var transcript: Telling {
    let type = "application/vc+jwt"
    return Telling([
      DeclaredAnswer(200, "The transcript as a ClrCredential.", [.init(mediaType: type, schema: .text())])
    ]) { token, _ in
      Response(
        status: 200,
        headers: [
          Response.Field("Content-Type", type),
          Response.Field("Content-Disposition", "attachment; filename=\"transcript.jwt\""),
        ], body: .bytes(token))
    }
  }
}

extension Member where Value == AddPerson.Place {
  /// A place in a party.
  fileprivate static var place: Member {
    .group(
      .needed("party", .reference("KE"), "The organisation."),
      .optional("unit", .text, else: "", "\"\"", "The unit in it, as it names it."),
      .optional("post", .text, else: "", "\"\"", "The post in it, as it names it."),
      .optional("roleLevel", .choice(), "The level of responsibility."),
      .needed("validity", .days, "The days of the place.")
    ) { party, unit, post, roleLevel, validity in
      AddPerson.Place(party: party, unit: unit, post: post, roleLevel: roleLevel, validity: validity)
    }
  }
}

extension Form where Value == AddPerson.Place {
  /// The object as a place in a party.
  fileprivate static var place: Form { .object(.place) { _, place in place } }
}

extension Form where Value == PartialDay {
  /// A day as far as it is known.
  fileprivate static var asFarAsKnown: Form {
    Form(
      "a year, a month or a day like 2026-06-30",
      .text(.init("2026-06", pattern: "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"))
    ) { PartialDay($0) }
  }
}

extension Form where Value == String {
  /// The address of a page.
  fileprivate static var address: Form {
    Form("an address of http or https", .text(example: "https://pages.example/list")) {
      $0.isPageAddress ? $0 : nil
    }
  }
}
