internal import ContentPackaging
internal import Enrolment
internal import People
internal import Reports
internal import Rosters
internal import Values

// What the example's donor pays for, as a house takes it over from its spreadsheets, and the report of it.
extension PrepareExample {
  /// A donor with a programme, its targets for the year, the seats that it pays for in the session, and the group that the
  /// Member belongs to: each from a table, by the operation that imports such tables.
  func addFunding(_ work: Work) throws {
    _ = try AddParty(
      code: known(PartyCode("EXAMPLE-DONOR")), kind: .donor,
      names: LocalizedText("Example Donor (demonstration)", language: .english), region: nil,
      validity: known(DayRange(from: known(Day(year: 2020, month: 1, day: 1)), to: nil))
    ).carryOut(work)
    let year = work.now.dayInUTC.description.prefix(4)
    try take(
      work,
      """
      code,donor,title,title-fr,from,to
      EXAMPLE-PROGRAMME,EXAMPLE-DONOR,Example programme (demonstration),Programme d’exemple (démonstration),\
      \(year)-01-01,\(year)-12-31
      """
    ) { ImportFundingProgrammes(table: $0, found: $1) }
    try take(
      work,
      """
      programme,indicator,value,from,to
      EXAMPLE-PROGRAMME,persons,20,\(year)-01-01,\(year)-12-31
      EXAMPLE-PROGRAMME,women,10,\(year)-01-01,\(year)-12-31
      EXAMPLE-PROGRAMME,completed,15,\(year)-01-01,\(year)-12-31
      """
    ) { ImportFundingTargets(table: $0, found: $1) }
    try take(
      work,
      """
      session,donor,seats,programme
      \(PrepareExample.session),EXAMPLE-DONOR,30,EXAMPLE-PROGRAMME
      """
    ) { ImportSessionFunding(table: $0, found: $1) }
    try take(
      work,
      """
      organisation,group,from
      \(PrepareExample.member),LDC,2020
      """
    ) { ImportGroups(table: $0, found: $1, knownOnly: false) }
  }

  /// A report that a timer may issue after each quarter; a newcomer runs it.
  func defineReport(_ work: Work) throws -> DefinedReport {
    try DefineReport(
      code: known(DefinedReportCode("EXAMPLE-QUARTERLY")), audience: .directorate, party: nil,
      period: .lastQuarter, timeZone: "UTC", language: .english, delivery: .issued
    ).carryOut(work)
  }

  /// - Parameter text: a table that the program brings along.
  private func take<Table: TableImport>(
    _ work: Work, _ text: String, by request: (RecordTable, [Finding]) -> Table
  ) throws {
    let (table, found) = Table.read(Array(text.utf8), name: "example")
    let report = try table.map { try request($0, found).carryOut(work) }
    guard let report, report.isAccepted else {
      throw ExampleTableRefused(findings: (report?.findings ?? found).map(\.message))
    }
  }
}

/// The records do not take a table that the example brings along.
struct ExampleTableRefused: Explainable, Hashable {
  let findings: [String]

  var explanation: Explanation {
    Explanation(
      .conflict, "example-table-refused", "the example was refused: \(findings.joined(separator: "; "))",
      remedy: "prepare it in another data folder")
  }
}
