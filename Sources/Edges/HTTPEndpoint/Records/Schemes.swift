internal import Assessment
internal import Catalogue
internal import Certification
internal import Operations
internal import People
internal import Representations
internal import Values

extension Route {
  /// Rules by which certificates are awarded.
  static let schemeRoutes: [Route] = [
    asks("/api/v1/schemes", "List the schemes by code.", by: .paging, told: .page()) { _, page in
      ListSchemes(page: page)
    },
    changes(
      "/api/v1/schemes", "Open a scheme with the first version of its rules.",
      takes: .needed("code", .code("VAL-CERT"), "A new code."), .needed("titles", .texts, "Its title."),
      .needed("issuer", .reference("KE"), "The organisation that issues."), .rules, told: .scheme
    ) { _, code, titles, issuer, rules in
      AddScheme(code: code, titles: titles, issuer: issuer, rules: rules)
    },
    asks("/api/v1/schemes/{scheme}", "Show a scheme with all versions of its rules.", told: .record) { call in
      ShowScheme(try call.reference(0, .scheme))
    },
    asks(
      "/api/v1/schemes/{scheme}/diff", "Say what differs between two versions of a scheme's rules.",
      by: .optional("from", .positive, "The earlier version; the one before the later where not given."),
      .optional("to", .positive, "The later version; the one in force where not given."),
      told: .record { diff, _ in diff }
    ) { call, from, to in DiffScheme(try call.reference(0, .scheme), from: from, to: to) },
    changes(
      "/api/v1/schemes/{scheme}/waivers", "Spare a person a stage of a scheme, for a recorded reason.",
      takes: .needed("person", .id(), "Who is spared it."),
      .needed("course", .reference("MTP-WG1"), "The stage's course."),
      .needed("reason", .text, "Why; kept in the history."), .decidedBy, told: .record
    ) { call, person, course, reason, decider in
      WaiveStage(
        scheme: try call.reference(0, .scheme), person: person, course: course, reason: reason,
        decidedBy: decider)
    },
    changes(
      "/api/v1/schemes/{scheme}/versions",
      "Add a version of a scheme's rules; certificates issued before keep theirs.", takes: .rules,
      told: .scheme
    ) { call, rules in ReviseScheme(scheme: try call.reference(0, .scheme), rules: rules) },
  ]
}

extension Telling where Outcome == Scheme {
  fileprivate static var scheme: Telling { .created { "/api/v1/schemes/\($0.code)" } }
}

extension Member where Value == AddScheme.Rules {
  /// The rules of one version; a certificate never ends where `validityMonths` is not given.
  fileprivate static var rules: Member {
    .group(
      .needed("kind", .choice(), "What the certificate attests."),
      .needed("course", .reference(), "The course."),
      .optional("minimumScore", .decimal, "The score from 0 to 1 to reach, for achievement only."),
      .optional(
        "minimumTrust", .choice(), else: .selfReported, "\"self-reported\"",
        "How far the records must be trusted, at the least, that show what is attested."),
      .optional(
        "requires", .list(of: .reference("TTT")), "Schemes of which a certificate in force is required."),
      .optional(
        "separate", .list(of: .choice()),
        "What nobody who decides may have been, or be, to the person decided on."),
      .optional(
        "twoPersons", .truth, else: false, "false",
        "Whether one person proposes an award and another releases it."
      ),
      .optional("validityMonths", .whole, "How many months it holds, 1 to 1200; for ever where not given."),
      .renewal,
      .optional("timeZone", .text("UTC"), else: "UTC", "\"UTC\"", "The time zone whose days count."),
      .optional("attests", .list(of: .claim), "The items of standards that a certificate attests."),
      .optional("stages", .list(of: .stage), "What has to be shown besides, in the order of the pathway.")
    ) {
      kind, course, minimumScore, trust, requires, separate, twoPersons, months, renewal, timeZone, attests,
      stages in
      AddScheme.Rules(
        kind: kind, course: course, minimumScore: minimumScore, minimumTrust: trust,
        prerequisites: requires ?? [],
        decision: DecisionRule(separation: Set(separate ?? []), isReleasedByAnother: twoPersons),
        validity: months.map(Validity.months) ?? .unlimited, renewal: renewal, timeZone: timeZone,
        attests: attests ?? [], stages: stages ?? [])
    }
  }
}

extension Form where Value == SchemeStage<Reference<Course>> {
  /// The object as a stage.
  fileprivate static var stage: Form {
    .object(
      .needed("course", .reference("MTP-WG1"), "The course."),
      .needed("attainment", .choice(), "What is shown of it."),
      .optional("waivable", .truth, else: false, "false", "Whether who misses it may be spared it.")
    ) { _, course, attainment, waivable in
      SchemeStage(course: course, attainment: attainment, mayBeWaived: waivable)
    }
  }
}

extension Form where Value == StandardClaim {
  /// The object as an item that is attested.
  fileprivate static var claim: Form {
    .object(
      .needed("standard", .code("PICARD-2019"), "The edition."),
      .needed("item", .code("OM-K-01"), "The item."),
      .optional("depth", .code("applied"), "One of the edition's own depths.")
    ) { _, edition, item, depth in StandardClaim(edition: edition, item: item, depth: depth) }
  }
}

extension Member where Value == Renewal<Reference<Course>>? {
  /// How certificates are renewed; they are not where `renewalOpens` is not given.
  fileprivate static var renewal: Member {
    .group(
      .optional("renewalOpens", .span, "How long before its last day a certificate may be renewed."),
      .optional("renewalGrace", .span, "How long after it; only before where not given."),
      .optional("renewalCourse", .reference(), "A refresher; the same is shown again where not given."),
      .optional(
        "renewalAttainment", .choice(), else: .attendance, "\"attendance\"", "What of it is shown.")
    ) { opens, grace, course, attainment in
      opens.map {
        Renewal(
          opens: $0, grace: grace,
          evidence: course.map { .refresher($0, attainment) } ?? .sameAgain)
      }
    }
  }
}
