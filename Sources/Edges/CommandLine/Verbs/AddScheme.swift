internal import Arguments
internal import Assessment
internal import Catalogue
internal import Certification
internal import Operations
internal import Representations
internal import Values

extension Noun {
  /// Rules by which certificates are awarded.
  static let scheme = Noun(
    name: "scheme", summary: "Rules by which certificates are awarded.",
    verbs: [
      .addScheme, .reviseScheme, .importScheme, .diffScheme, .waiveStage, .whatIf, .listSchemes, .showScheme,
      .exportScheme,
    ])
}

extension Verb {
  fileprivate static let addScheme = Verb.changing(
    "add", summary: "Open a certification scheme with its first rules.",
    examples: [
      Example(
        "registrar scheme add TTT --title \"Train the Trainers\" --issuer SECRETARIAT --course TTT-1 --kind achievement "
          + "--minimum-score 0.7 --validity-months 36",
        "A certificate of achievement that holds three years."),
      Example(
        "registrar scheme add TTT --title \"Train the Trainers\" --issuer SECRETARIAT --course TTT-1 --kind achievement "
          + "--validity-months 36 --renewal-opens P6M --renewal-grace P3M --renewal-course TTT-REFRESHER",
        "One that a refresher renews, from half a year before its end."),
    ],
    arguments: [.newCode("TTT")],
    options: Option.texts("title", help: "Its title.")
      + [
        .value(
          "issuer", "CODE", kind: .naming(.organisation), isRequired: true,
          help: "The organisation that issues the certificates.")
      ]
      + rulesOptions
  ) { errand in
    let given = errand.given
    let scheme = try errand.perform(
      AddScheme(
        code: try given.required("CODE", .code()), titles: try given.texts("title"),
        issuer: try given.required("issuer", .reference()), rules: try errand.rules()))
    try errand.changed(
      scheme.code.text, scheme, "Opened scheme \(scheme.code).",
      next: "certificate award ENROLMENT --scheme \(scheme.code)")
  }

  fileprivate static let reviseScheme = Verb.changing(
    "revise", summary: "Give a scheme new rules; certificates issued before keep theirs.",
    examples: [
      Example(
        "registrar scheme revise TTT --course TTT-1 --kind achievement --minimum-score 0.8 --validity-months 36",
        "Ask more of whoever is certified from now on.")
    ],
    arguments: [Argument("SCHEME", kind: .naming(.scheme), help: "The scheme's code or identifier.")],
    options: rulesOptions
  ) { errand in
    let scheme = try errand.perform(
      ReviseScheme(scheme: try errand.given.required("SCHEME", .reference()), rules: try errand.rules()))
    try errand.changed(
      scheme.code.text, scheme, "Version \(scheme.current?.number ?? 0) of scheme \(scheme.code) is in force."
    )
  }

  fileprivate static let listSchemes = Verb.showing(
    "list", summary: "List the schemes by code.",
    examples: [Example("registrar scheme list", "List the schemes with the rules that hold now.")],
    options: Option.paging
  ) { errand in
    let schemes = try errand.answer(ListSchemes(page: try errand.given.page()))
    try errand.list(schemes, ["CODE", "TITLE", "KIND", "VALIDITY", "VERSION"]) { scheme in
      [
        scheme.code.text, scheme.titles.text(), scheme.current?.kind.rawValue ?? "",
        scheme.current.map { words($0.validity) } ?? "", scheme.current.map { String($0.number) } ?? "",
      ]
    }
  }

  fileprivate static let showScheme = Verb.showing(
    "show", summary: "Show a scheme with all versions of its rules.",
    examples: [Example("registrar scheme show TTT", "See how the rules of a scheme changed.")],
    arguments: [Argument("SCHEME", kind: .naming(.scheme), help: "The scheme's code or identifier.")]
  ) { errand in
    let scheme = try errand.answer(ShowScheme(try errand.given.required("SCHEME", .reference())))
    try errand.show(scheme) {
      let names = Names(errand)
      let rows = try scheme.versions.map { version in
        [
          String(version.number), version.kind.rawValue, try names.course(version.course),
          version.minimumScore?.description ?? "", version.minimumTrust.rawValue,
          version.prerequisites.map(\.text).joined(separator: " "), words(version.decision),
          words(version.validity), words(version.renewal), version.timeZone,
        ]
      }
      let head = Details([
        ("code", scheme.code.text), ("id", scheme.id.description), ("title", words(scheme.titles)),
        ("issuer", try names.party(scheme.issuer)),
      ])
      return head.lines + [""]
        + Table(
          [
            "VERSION", "KIND", "COURSE", "MINIMUM", "TRUST", "REQUIRES", "DECIDED BY", "VALIDITY", "RENEWED",
            "ZONE",
          ],
          rows
        )
        .lines(
          columns: errand.surroundings.columns)
        + scheme.versions.flatMap(claimed)
    }
  }
}

private func claimed(_ version: SchemeVersion) -> [String] {
  guard !version.attests.isEmpty else { return [] }
  let items = version.attests.map(\.description).joined(separator: ", ")
  return ["", shown("version \(version.number) attests \(items)")]
}

private let rulesOptions: [Option] = [
  .value(
    "course", "COURSE", kind: .naming(.course), isRequired: true, help: "The course's code or identifier."),
  .choice(
    "kind", "KIND", of: SchemeVersion.Kind.self, isRequired: true, help: "What the certificate attests."),
  .value("minimum-score", "D", help: "The score from 0 to 1 to reach, for achievement only."),
  .choice(
    "minimum-trust", "TRUST", of: EvidenceTrust.self,
    help: "How far the evidence must be trusted at the least; self-reported where not given."),
  .value(
    "requires", "SCHEME", kind: .naming(.scheme), isRepeated: true,
    help: "A scheme of which a certificate in force is required; repeat it for several."),
  .value(
    "separate", "DUTY", kind: .choice(of: Duty.self), isRepeated: true,
    help: "What nobody who decides may have been, or be, to the person; repeat it for several."),
  .flag("two-persons", help: "One person proposes an award, and another releases it."),
  .value(
    "validity-months", "N", help: "How many calendar months it holds, 1 to 1200; for ever where not given."),
  .value(
    "renewal-opens", "SPAN",
    help: "How long before its last day a certificate may be renewed, as P6M or P90D; never where not given."),
  .value("renewal-grace", "SPAN", help: "How long after its last day it still may."),
  .value(
    "renewal-course", "COURSE", kind: .naming(.course),
    help: "A refresher, which keeps what was certified; the same is shown again where not given."),
  .choice(
    "renewal-attainment", "WHAT", of: Attainment.self,
    help: "What is shown of the refresher; attendance where not given."),
  .value(
    "attests", "STANDARD/ITEM[=DEPTH]", isRepeated: true,
    help: "An item of a standard that a certificate attests; repeat it for several."),
  .value(
    "stage", "COURSE=WHAT", isRepeated: true,
    help: "A course that comes before, and what is shown of it, as MTP-WG1=attendance; repeat it for several."
  ),
  .value(
    "waivable-stage", "COURSE=WHAT", isRepeated: true,
    help: "The same of one that somebody may be spared, for a recorded reason."),
  .value("zone", "ZONE", help: "The time zone whose days count; UTC where not given."),
]

private func words(_ decision: DecisionRule) -> String {
  let apart = decision.separated.map(\.rawValue).joined(separator: ", ")
  return [decision.isReleasedByAnother ? "two persons" : "one person"]
    .map { apart.isEmpty ? $0 : "\($0), not \(apart)" }.joined()
}

private func words(_ renewal: Renewal<CourseID>?) -> String {
  guard let renewal else { return "" }
  return "\(renewal.opens) before" + (renewal.grace.map { ", \($0) after" } ?? "")
}

private func words(_ validity: Validity) -> String {
  switch validity {
  case .unlimited: "for ever"
  case .months(let months): counted(months, "month")
  }
}

extension Errand {
  private func renewal() throws -> Renewal<Reference<Course>>? {
    guard let opens = try given.optional("renewal-opens", .span) else { return nil }
    let course: Reference<Course>? = try given.optional("renewal-course", .reference())
    let attainment: Attainment = try given.optional("renewal-attainment", .choice()) ?? .attendance
    return Renewal(
      opens: opens, grace: try given.optional("renewal-grace", .span),
      evidence: course.map { .refresher($0, attainment) } ?? .sameAgain)
  }

  fileprivate func rules() throws -> AddScheme.Rules {
    AddScheme.Rules(
      kind: try given.required("kind", .choice()), course: try given.required("course", .reference()),
      minimumScore: try given.optional("minimum-score", .decimal),
      minimumTrust: try given.optional("minimum-trust", .choice()) ?? .selfReported,
      prerequisites: try given.each("requires", .reference()),
      decision: DecisionRule(
        separation: Set(try given.each("separate", .choice())),
        isReleasedByAnother: given.flag("two-persons")),
      validity: try given.number("validity-months", in: 1...1200).map { .months($0) } ?? .unlimited,
      renewal: try renewal(),
      timeZone: try given.optional("zone", .text) ?? "UTC", attests: try given.each("attests", .claim),
      stages: try given.each("stage", .stage(mayBeWaived: false))
        + given.each("waivable-stage", .stage(mayBeWaived: true)))
  }
}
