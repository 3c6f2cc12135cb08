import JSON
import People
import RegistrarXML
import Values
import XML

/// What every format says beside the figures.
extension CertificationReport {
  public var written: WrittenReport {
    WrittenReport(
      schema: .init(
        name: "certification-report", namespace: RegistrarNamespace.certificationReport,
        version: CertificationReport.version),
      words: words, title: words["report.title"], subject: subject, days: (parameters.from, parameters.to),
      cutOff: parameters.cutOff, facts: facts, correction: issue?.correction, blocks: blocks,
      picture: { picture(of: $0) },
      head: .init(
        xml: { writeHead(to: &$0) }, json: { writeHead(to: &$0) }, csv: { writeHead(to: &$0) }))
  }

  /// Whom the report is made out to.
  var subject: String {
    parameters.party?.names.text(for: parameters.language)
      ?? words["audience.\(parameters.audience.rawValue)"]
  }

  /// What the report was asked for and how the records were looked at, as people read it.
  var facts: [(name: String, value: String)] {
    issueFacts + [(words["head.audience"], words["audience.\(parameters.audience.rawValue)"])]
      + partyFacts + [
        (
          words["head.period"],
          words.filled(
            "head.period.value",
            [
              "from": words.leftToRight(parameters.from.description),
              "to": words.leftToRight(parameters.to.description),
              "zone": words.leftToRight(parameters.timeZone),
            ])
        ),
        (words["head.cut-off"], parameters.cutOff.description), (words["head.scope"], scope),
        (words["head.suppression"], suppression),
      ] + editionFacts
  }

  private var editionFacts: [(name: String, value: String)] {
    editions.isEmpty
      ? [] : [(words["head.editions"], editions.map { words.leftToRight($0.text) }.joined(separator: ", "))]
  }

  private var issueFacts: [(name: String, value: String)] {
    guard let issue else { return [(words["report.version"], words["report.draft"])] }
    let own =
      [
        (words["report.version"], String(issue.version)),
        (words["report.issued-at"], issue.issuedAt.description),
        (words["report.identifier"], issue.id.description),
      ] + (issue.signatory.map { [(words["report.signatory"], $0)] } ?? [])
    guard let correction = issue.correction else { return own }
    return own + [
      (words["report.corrects"], correction.of.description), (words["report.reason"], correction.reason),
    ]
  }

  private var partyFacts: [(name: String, value: String)] {
    parameters.party.map { [(words["head.party"], $0.names.text(for: parameters.language))] } ?? []
  }

  /// Which records the report is made of.
  var scope: String { words.scope(parameters.audience) }

  /// What is suppressed, by what rule; or that nothing is.
  var suppression: String {
    let below = parameters.suppressedBelow
    let rule = words.filled("suppression.rule", ["most": String(below - 1), "below": String(below)])
    return switch parameters.audience {
    case .directorate: words["suppression.none"]
    case .member:
      "\(words["suppression.none"]) \(words.filled("suppression.evaluations", ["most": String(below - 1)]))"
    case .university: "\(rule) \(words["suppression.own-awards"])"
    case .donor, .rocb: rule
    }
  }

  /// The number below which figures are suppressed; nil where none are.
  var suppressionThreshold: Int? {
    parameters.isForOwner ? nil : parameters.suppressedBelow
  }
}

extension ReportColumn.Kind {
  /// The kind's name in machine formats.
  var name: String {
    switch self {
    case .code: "code"
    case .text: "text"
    case .day: "day"
    case .count: "count"
    case .percent: "percent"
    case .mean: "mean"
    }
  }

  /// What is counted, or what the percentage is of; nil for words and days.
  var unit: ReportColumn.Unit? {
    switch self {
    case .code, .text, .day: nil
    case .count(let unit, _), .percent(let unit), .mean(let unit): unit
    }
  }

  /// Whether the rows add up to the total; nil for words and days.
  var isAdditive: Bool? {
    switch self {
    case .code, .text, .day: nil
    case .count(_, let isAdditive): isAdditive
    case .percent, .mean: false
    }
  }

  /// Whether each cell carries what it is of.
  var hasBase: Bool {
    switch self {
    case .code, .text, .day, .count: false
    case .percent, .mean: true
    }
  }
}

extension ReportCell {
  /// Tenths as a decimal: 667 is `66.7`, 1000 is `100.0`.
  static func decimal(tenths: Int) -> String { "\(tenths / 10).\(tenths % 10)" }

  /// Hundredths as a decimal: 425 is `4.25`, 400 is `4.00`.
  static func decimal(hundredths: Int) -> String {
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest / 10)\(rest % 10)"
  }
}
