internal import Accreditation
internal import People
public import Reports
internal import Values

// The JSON that reports are rendered as. `Schemas/json` holds the same for who reads them without the API.

extension CertificationReport {
  /// The form of the report as JSON.
  public static let schema = Schema.named(
    "CertificationReport",
    .object([
      .init("format", .choice(["certification-report"])), .init("formatVersion", .formatVersion),
      .init("wordsLanguage", .language, "The language of titles and definitions."),
      .init("head", .headOfCertification), .init("blocks", .list(of: ReportBlock.schema)),
    ]))
}

extension ListReport {
  /// The form of the list as JSON.
  public static let schema = Schema.named(
    "ListReport",
    .object([
      .init("format", .choice(["list-report"])), .init("formatVersion", .formatVersion),
      .init("kind", .choice(of: Kind.self)),
      .init("wordsLanguage", .language, "The language of titles and definitions."),
      .init("head", .headOfList), .init("blocks", .list(of: ReportBlock.schema)),
    ]))
}

extension ReportBlock {
  fileprivate static let schema = Schema.named(
    "ReportBlock",
    .object([
      .init("name", .reportName, "Unique in the report."),
      .init("title", .text(example: "Enrolments by sex")),
      .init("definition", .text(example: "Counted are enrolments."), "What is counted, in a sentence."),
      .init("columns", .list(of: ReportColumn.schema)),
      .init(
        "noRecords", .truth, isRequired: false,
        "True where there are no records, which is not a count of 0; else it is not there."),
      .init("rows", .list(of: .row), "Each with a member for each column."),
      .init(
        "total", .row, isRequired: false,
        "Worked out from the records and not from the rows; not there where a total has no meaning."),
    ]))
}

extension ReportColumn {
  fileprivate static let schema = Schema.named(
    "ReportColumn",
    .object([
      .init("name", .reportName, "Unique in its block."), .init("title", .text(example: "Enrolments")),
      .init("kind", .choice(["code", "text", "day", "count", "percent", "mean"])),
      .init(
        "unit", .choice(of: Unit.self), isRequired: false,
        "What a count counts, and what a percentage or a mean is of."),
      .init("additive", .truth, isRequired: false, "Whether the rows add up to the total."),
    ]))
}

extension Schema {
  fileprivate static let formatVersion = Schema.text(
    Text("1.5", pattern: #"^[0-9]{1,4}[.][0-9]{1,4}$"#, length: 3...9))

  private static let machineName = Text(
    "enrolments", pattern: "^[a-z][a-z0-9]*(-[a-z0-9]+)*$", length: 1...64)

  /// A name by which machines know a thing of a report.
  fileprivate static let reportName = Schema.text(machineName)

  fileprivate static let row = Schema.map(of: .cell, names: machineName)

  private static let cell = Schema.named(
    "ReportCell",
    .either([
      .count, .text(example: "female"),
      .object([.init("percent", .number), .init("base", .count, "What 100 percent stands for.")]),
      .object([.init("mean", .number), .init("base", .count, "How many figures it is the mean of.")]),
      .object([
        .init("suppressed", .truth, "There is a figure, and it would tell of too few people.")
      ]), .null,
    ]))

  fileprivate static let headOfCertification = Schema.object([
    .init("issue", .issue, isRequired: false, "What an issued report says of itself; a draft has none."),
    .init("audience", .choice(of: ReportAudience.self)),
    .init(
      "party", .reportedParty, isRequired: false, "Whom it is made out to; not there for the directorate."),
    .init("from", .day), .init("to", .day, "The last day, inclusive."),
    .init("timeZone", .text(example: "UTC"), "The zone of all days."),
    .init("cutOff", .instant, "The records are counted as they stood then."), .init("language", .language),
    .init("scope", .text(example: "All records."), "Which records the report is made of."),
    .init(
      "suppressedBelow", .count, isRequired: false,
      "The least number that is shown; not there where nothing is suppressed."),
    .init("suppression", .text(example: "Nothing is suppressed."), "The rule of it, in words."),
    .init(
      "editions", .list(of: .code(example: "PICARD-2019")),
      "The editions of standards that there were at the cut-off."),
  ])

  private static let issue = Schema.object([
    .init("id", .id), .init("version", .whole(from: 1, to: nil), "1, and one more with each correction."),
    .init("issuedAt", .instant),
    .init("signatory", .text(), isRequired: false, "Who answers for it, by name and function."),
    .init("corrects", .id, isRequired: false, "The report that it takes the place of."),
    .init("reason", .text(), isRequired: false, "Why it was corrected."),
    .init("changeCount", .count, isRequired: false, "How many figures it gives differently."),
    .init("changes", .list(of: FigureChange.schema), isRequired: false, "These, 500 at the most."),
  ])

  private static let reportedParty = Schema.object([
    .init("id", .id), .init("code", .code(example: "KE")), .init("kind", .choice(of: Party.Kind.self)),
    .init("region", .choice(of: Region.self), isRequired: false),
    .init("name", .text(example: "Kenya")),
  ])

  fileprivate static let headOfList = Schema.object([
    .init(
      "from", .day, isRequired: false,
      "The first day that the list is about; not there where it is about none."),
    .init("to", .day, isRequired: false, "The last one, inclusive."),
    .init("cutOff", .instant, "The records are looked at as they stood then."), .init("language", .language),
    .init("subject", .text(example: "Customs valuation"), "What the list is about, in words."),
    .init(
      "particulars", .map(of: .text(example: "WORKSHOP-1"), names: machineName),
      "Facts about the whole list, by their names."),
  ])
}
