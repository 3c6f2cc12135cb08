internal import ContentPackaging
internal import Enrolment
internal import People
internal import Rosters
internal import Values

extension Registrar {
  /// Enters the funding programmes of a table: all of them or none. The second time nothing is changed: a programme is
  /// known again by its code, and is never overwritten.
  ///
  /// - Parameter name: the name that findings are given under.
  public func importFundingProgrammes(
    _ bytes: [UInt8], name: String, isDryRun: Bool = false, as principal: Principal,
    on terms: Terms<RecordsReport> = .none
  ) throws -> RecordsReport {
    try take(bytes, name: name, isDryRun: isDryRun, as: principal, on: terms) {
      ImportFundingProgrammes(table: $0, found: $1)
    }
  }
}

/// Enters the funding programmes of a table.
struct ImportFundingProgrammes: TableImport {
  static let needed = ["code", "donor", "from", "to"]
  static let columns = needed + titles.map(\.column)

  /// The columns of titles, one for each official language and Portuguese; without a language it is English.
  private static let titles: [(column: String, language: LanguageTag)] =
    [("title", .english)]
    + ["ar", "es", "fr", "pt", "ru", "zh"].compactMap { tag in LanguageTag(tag).map { ("title-\(tag)", $0) } }

  let table: RecordTable
  let found: [Finding]

  func plan(in reached: ReachedRecords) throws -> RecordsPlan<AddFundingProgramme> {
    var codes = RowSubjects<FundingProgrammeCode>()
    var plan = RecordsPlan<AddFundingProgramme>(table, found: found)
    try plan.planRows { row in
      let step = try step(row)
      try codes.claim(step.code, for: row)
      let donor = try reached.records.donor(named: step.donor)
      guard !step.titles.isEmpty else { throw FundingProgramme.Refusal.titleMissing }
      guard let recorded = try reached.records.fundingProgramme(step.code) else { return .add(step) }
      guard recorded.donor == donor.id, recorded.days == step.days,
        Set(recorded.titles.variants) == Set(step.titles.variants)
      else {
        throw RowDiffers(
          message: "funding programme \(recorded.code) is recorded with another donor, title or days")
      }
      return .unchanged
    }
    return plan
  }

  private func step(_ row: RecordTable.Row) throws(CellUnusable) -> AddFundingProgramme {
    var titles: [LocalizedText.Variant] = []
    for (column, language) in ImportFundingProgrammes.titles {
      if let text = try row.line(column) { titles.append(.init(language: language, text: text)) }
    }
    return AddFundingProgramme(
      code: try row.code("code"), donor: .code(try row.code("donor")), titles: LocalizedText(titles),
      days: try row.days())
  }
}
