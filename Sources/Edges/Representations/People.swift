public import JSON
public import Operations
public import People
internal import Values

extension Party.Kind: Representable {}
extension Region: Representable {}
extension RoleLevel: Representable {}
extension Person.Sex: Representable {}

extension Party: Representable {
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("id", id)
      json.member("code", code)
      json.member("kind", kind)
      json.member("names", names)
      json.member("region", orNull: region)
      json.member("validity", validity)
      json.member("seats", each: seats)
      json.member("sources", each: sources)
      json.member("groups", each: groups)
    }
  }
}

extension Party.GroupMembership: Representable {
  /// `from` and `to` are years, months or days: as far as they are known.
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("group", group)
      json.member("from", orNull: from?.text)
      json.member("to", orNull: to?.text)
      json.member("source", orNull: source)
    }
  }
}

extension Party.Seat: Representable {
  /// `from` and `to` are years, months or days: as far as they are known.
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("place", orNull: place)
      json.member("host", orNull: host)
      json.member("from", orNull: from?.text)
      json.member("to", orNull: to?.text)
      json.member("source", orNull: source)
    }
  }
}

extension Party.Source: Representable {
  /// `asOf` is a year, a month or a day, as far as it is known.
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("address", address)
      json.member("asOf", orNull: asOf?.text)
    }
  }
}

extension Person: Representable {
  public func represent(in json: inout JSONWriter) {
    json.object { members(in: &$0) }
  }

  func members(in json: inout JSONWriter) {
    json.member("id", id)
    json.member("name", name)
    json.member("sex", sex)
    json.member("language", language)
    json.member("mailboxes", texts: mailboxes)
    json.member("erasedAt", orNull: erasedAt)
  }
}

extension EnteredPerson: Representable {
  /// The person's members, and `warnings`.
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      person.members(in: &json)
      json.member("warnings", each: warnings)
    }
  }
}

extension EnteredPerson.Warning: Representable {
  /// `{"code": …, "message": …}`.
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("code", code)
      json.member("message", sentence)
    }
  }
}

extension Affiliation: Representable {
  public func represent(in json: inout JSONWriter) {
    json.object { members(in: &$0) }
  }

  func members(in json: inout JSONWriter) {
    json.member("id", id)
    json.member("person", person)
    json.member("party", party)
    json.member("unit", unit)
    json.member("post", post)
    json.member("roleLevel", orNull: roleLevel)
    json.member("validity", validity)
    json.member("recordedAt", recordedAt)
  }
}

extension ShowPerson.Answer: Representable {
  /// The person's members, and `affiliations`, each with its party's code beside the party's identifier.
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      person.members(in: &json)
      json.member("affiliations") { json in
        json.array(affiliations) { json, place in
          json.object { json in
            place.affiliation.members(in: &json)
            json.member("partyCode", place.party)
          }
        }
      }
    }
  }
}

extension Party: Described {
  public static let schema = Schema.named(
    "Party",
    .object([
      .init("id", .id), .init("code", .code(example: "KE")), .init("kind", .choice(of: Kind.self)),
      .init("names", .texts), .init("region", .orNull(.choice(of: Region.self))),
      .init("validity", DayRange.schema, "The days of its membership or existence."),
      .init("seats", .list(of: seat)), .init("sources", .list(of: source)),
      .init("groups", .list(of: group), "The groups that it belongs, belonged or will belong to."),
    ]))

  private static let asFarAsKnown = Schema.orNull(
    .text(.init("2011-10", pattern: "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$")))

  private static let seat = Schema.object([
    .init("place", .orNull(.text(example: "Baku"))), .init("host", .orNull(.text())),
    .init("from", asFarAsKnown), .init("to", asFarAsKnown), .init("source", .orNull(.text())),
  ])

  private static let group = Schema.object([
    .init("group", .code(example: "LDC")), .init("from", asFarAsKnown), .init("to", asFarAsKnown),
    .init("source", .orNull(.text())),
  ])

  private static let source = Schema.object([.init("address", .text()), .init("asOf", asFarAsKnown)])
}

extension Person: Described {
  public static let schema = Schema.named("Person", .object(members))

  static let members: [Schema.Member] = [
    .init("id", .id), .init("name", .text(example: "Amina Example")), .init("sex", .choice(of: Sex.self)),
    .init("language", .language, "The language that the person is addressed in."),
    .init("mailboxes", .list(of: .text(example: "amina@example.org"))),
    .init("erasedAt", .orNull(.instant), "When the person was made unknown; null of everybody else."),
  ]
}

extension EnteredPerson: Described {
  public static let schema = Schema.named(
    "EnteredPerson",
    .object(
      Person.members + [
        .init(
          "warnings", .list(of: .object([.init("code", .text()), .init("message", .text())])),
          "What may be a mistake: a name that cannot be told from another one in the organisation.")
      ]))
}

extension Affiliation: Described {
  public static let schema = Schema.named("Affiliation", .object(members))

  static let members: [Schema.Member] = [
    .init("id", .id), .init("person", .id), .init("party", .id), .init("unit", .text()),
    .init("post", .text()), .init("roleLevel", .orNull(.choice(of: RoleLevel.self))),
    .init("validity", DayRange.schema), .init("recordedAt", .instant),
  ]
}

extension ShowPerson.Answer: Described {
  public static let schema = Schema.named(
    "PersonWithPlaces",
    .object(
      Person.members + [
        .init(
          "affiliations",
          .list(of: .object(Affiliation.members + [.init("partyCode", .code(example: "KE"))])),
          "As far as whoever asks may know of them, earliest first.")
      ]))
}
