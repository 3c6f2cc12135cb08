import ContentPackaging
import Enrolment
import People
import RegistrarXML
import Rosters
import Testing
import Values
import XML

/// Rosters as tables and as XML.
@Suite struct RosterReaderTests {
  private static let source = SourceCode("HR")

  private func read(_ text: String, source: SourceCode? = Self.source) -> RosterReading {
    RosterReader.read(Array(text.utf8), file: "roster.csv", source: source)
  }

  @Test("A whole row is the entry, without a finding")
  func wholeRow() throws {
    let reading = read(
      """
      source;source-id;name;sex;language;mailbox;organisation;unit;post;role-level;from;to;session;nominated-by;enrol
      KE-HR;00017;" Amina Example ";Female;fr;a@example.invalid b@example.invalid;KE;"Post clearance
      audit";Auditor;operational-manager;2020-01-01;2027-12-31;S-1;KE;yes
      """)
    #expect(reading.findings == [])
    let entry = try #require(reading.document?.entries.first)
    #expect(entry.path == "row[2]")
    #expect(entry.identity.value.source.text == "KE-HR")
    #expect(entry.identity.value.identifier.text == "00017", "leading zeros are part of it")
    #expect(entry.name.value == "Amina Example")
    #expect(entry.sex?.value == .female)
    #expect(entry.language?.value.text == "fr")
    #expect(entry.mailboxes.map(\.value) == ["a@example.invalid", "b@example.invalid"])
    let affiliation = try #require(entry.affiliations.first)
    #expect(affiliation.organisation.value.text == "KE")
    #expect(affiliation.organisation.place.description == "2:77")
    #expect(affiliation.unit == "Post clearance audit", "a wrapped cell is one line")
    #expect(affiliation.post == "Auditor")
    #expect(affiliation.roleLevel == .operationalManager)
    #expect(affiliation.from?.value == Day("2020-01-01"))
    #expect(affiliation.to?.value == Day("2027-12-31"))
    #expect(entry.nominations.map { $0.session.value.text + " " + $0.organisation.value.text } == ["S-1 KE"])
    #expect(entry.enrolments.map(\.value.text) == ["S-1"])
  }

  @Test("What is not said is nil, not a guess")
  func littleSaid() throws {
    let reading = read("Source ID,NAME,enrol,session\n1,O,no,S-1\n,,,\n\n2,P,,\n")
    #expect(reading.findings == [])
    let entries = try #require(reading.document?.entries)
    #expect(entries.map(\.path) == ["row[2]", "row[5]"], "rows are counted as a spreadsheet does")
    #expect(entries[0].sex == nil && entries[0].language == nil && entries[0].mailboxes.isEmpty)
    #expect(entries[0].affiliations.isEmpty && entries[0].enrolments.isEmpty)
    #expect(entries[0].identity.value.source.text == "HR")
  }

  struct Row: CustomTestStringConvertible, Sendable {
    let name: String
    let text: String
    let findings: [String]
    var entries: Int?
    var testDescription: String { name }
  }

  @Test(arguments: [
    Row(name: "empty", text: "", findings: ["roster.unreadable"]),
    Row(name: "headings only", text: "source-id,name\n", findings: ["roster.entries.missing"]),
    Row(name: "a lone quote", text: "source-id,name\n1,A\"B\n", findings: ["roster.unreadable 2:4"]),
    Row(
      name: "an unknown column", text: "source-id,name,sesion\n1,A,S\n",
      findings: ["roster.column.unknown 1:16"]),
    Row(
      name: "a repeated column", text: "source-id,name,Name\n1,A,B\n",
      findings: ["roster.column.repeated 1:16"]),
    Row(name: "a missing column", text: "source-id,sex\n1,male\n", findings: ["roster.column.missing 1:1"]),
    Row(
      name: "a short row", text: "source-id,name,sex\n1,A\n2,B,male\n", findings: ["roster.row.short 2:1"],
      entries: 1),
    Row(
      name: "a long row", text: "source-id,name\n1,A,x\n2,B\n", findings: ["roster.row.long 2:5"], entries: 1),
    Row(name: "a long row of nothing", text: "source-id,name\n1,A,,\n", findings: [], entries: 1),
    Row(
      name: "empty headings over empty cells", text: "source-id,name,,\n1,A,,\n", findings: [], entries: 1),
    Row(
      name: "a cell under an empty heading", text: "source-id,name,\n1,A,x\n",
      findings: ["roster.row.long 2:5"],
      entries: 0),
    Row(
      name: "no identifier", text: "source-id,name\n ,A\n2,B\n", findings: ["roster.cell.missing 2:1"],
      entries: 1),
    Row(name: "no name", text: "source-id,name\n1, \n", findings: ["roster.cell.missing 2:1"], entries: 0),
    Row(
      name: "an identifier with a Kelvin sign", text: "source-id,name\n1\u{212A},A\n",
      findings: ["roster.cell.unusable 2:1"], entries: 0),
    Row(
      name: "a sex that is none", text: "source-id,name,sex\n1,A,x\n", findings: ["roster.cell.unusable 2:5"],
      entries: 0),
    Row(
      name: "a role level that is none", text: "source-id,name,organisation,role-level\n1,A,KE,boss\n",
      findings: ["roster.cell.unusable 2:8"], entries: 0),
    Row(
      name: "30 February", text: "source-id,name,organisation,from\n1,A,KE,2026-02-30\n",
      findings: ["roster.cell.unusable 2:8"], entries: 0),
    Row(
      name: "a day as a spreadsheet shows it", text: "source-id,name,organisation,from\n1,A,KE,30/06/2026\n",
      findings: ["roster.cell.unusable 2:8"], entries: 0),
    Row(
      name: "a last day before the first",
      text: "source-id,name,organisation,from,to\n1,A,KE,2026-02-03,2026-02-02\n",
      findings: ["roster.cell.unusable 2:19"], entries: 0),
    Row(
      name: "a post in no organisation", text: "source-id,name,organisation,post\n1,A,,Auditor\n",
      findings: ["roster.cell.missing 2:1"], entries: 0),
    Row(
      name: "a nomination for no session", text: "source-id,name,session,nominated-by\n1,A,,KE\n",
      findings: ["roster.cell.missing 2:1"], entries: 0),
    Row(
      name: "every fault of a row is told", text: "source-id,name,sex,language\n1,,x,?\n",
      findings: ["roster.cell.missing 2:1", "roster.cell.unusable 2:4", "roster.cell.unusable 2:6"],
      entries: 0),
    Row(
      name: "the same row twice", text: "source-id,name\n1,A\n1,A\n", findings: ["roster.entry.repeated 3:1"],
      entries: 2),
    Row(
      name: "one identifier, two names", text: "source-id,name,session\n1,A,S-1\n1,B,S-2\n",
      findings: ["roster.entries.differ 3:3"], entries: 1),
    Row(
      name: "one identifier, one name composed in two ways",
      text: "source-id,name,session\n1,é,S\n1,e\u{301},T\n",
      findings: [], entries: 2),
    Row(
      name: "one person in two sessions", text: "source-id,name,session\n1,A,S-1\n1,A,S-2\n", findings: [],
      entries: 2),
  ])
  func findings(row: Row) {
    let reading = read(row.text)
    #expect(reading.findings.map(told) == row.findings)
    #expect(reading.document?.entries.count == row.entries)
  }

  @Test func aTableWithoutSourceNeedsOneNamedBesideIt() {
    #expect(read("source-id,name\n1,A\n", source: nil).findings.map(told) == ["roster.column.missing 1:1"])
    let reading = read("source,source-id,name\n,1,A\nX,2,B\n", source: nil)
    #expect(reading.findings.map(told) == ["roster.cell.missing 2:1"])
    #expect(reading.document?.entries.count == 1)
  }

  @Test(arguments: [
    ("sesion", "session"), ("nominated by whom", nil), ("organization", "organisation"), ("mail", "mailbox"),
    ("rolelevel", "role-level"),
  ])
  func unknownColumnsAreToldTheNearest(heading: String, nearest: String?) {
    let message = read("source-id,name,\(heading)\n1,A,x\n").findings.first?.message ?? ""
    #expect(message.contains("“\(heading)”"))
    #expect(message.contains("did you mean") == (nearest != nil))
    if let nearest { #expect(message.hasSuffix("did you mean “\(nearest)”?")) }
  }

  @Test("each limit itself is allowed; one past it is refused")
  func limits() {
    let rows = (1...RosterDocument.mostEntries).map { "\($0),A\n" }.joined()
    #expect(read("source-id,name\n\(rows)").document?.entries.count == 100_000)
    #expect(read("source-id,name\n\(rows)0,A\n").findings.map(\.code) == [.rosterTooLong])
    let line = String(repeating: "x", count: 65_537)
    #expect(read("source-id,name\n1,\(line)\n").findings.map(told) == ["roster.unreadable 2:3"])
  }

  private func told(_ finding: Finding) -> String {
    let place = finding.line.map { line in " \(line):\(finding.column ?? 0)" } ?? ""
    return finding.code.identifier + place
  }
}
