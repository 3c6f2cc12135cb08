import Certification
import People
import Testing

@testable import Reports

@Suite struct CertificateBlocksTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let name: String
    let issued: String
    var lastDay: String?
    var state = CertificateState.issued
    var since: String?
    var replacing: String?
    var firstDay: String?
    let lines: [String]
    var testDescription: String { name }
  }

  @Test(
    "Certificates are counted by the day of each event; the period is the year 2026",
    arguments: [
      Row(name: "issued on the first day", issued: "2026-01-01", lines: ["issued 1 1", "in-force 1 1"]),
      Row(name: "issued on the last day", issued: "2026-12-31", lines: ["issued 1 1", "in-force 1 1"]),
      Row(name: "issued the day after", issued: "2027-01-01", lines: []),
      Row(name: "issued before, still in force", issued: "2025-01-01", lines: ["in-force 1 1"]),
      Row(
        name: "holds up to the last day", issued: "2025-01-01", lastDay: "2026-12-31",
        state: .expired, since: "2027-01-01", lines: ["in-force 1 1"]),
      Row(
        name: "ends the day before", issued: "2025-01-01", lastDay: "2026-12-30",
        state: .expired, since: "2026-12-31", lines: ["expired 1 1"]),
      Row(
        name: "revoked in the period", issued: "2026-02-01", state: .revoked, since: "2026-12-31",
        lines: ["issued 1 1", "revoked 1 1"]),
      Row(
        name: "revoked after it, before the cut-off", issued: "2026-02-01", state: .revoked,
        since: "2027-01-01",
        lines: ["issued 1 1", "in-force 1 1"]),
      Row(
        name: "suspended", issued: "2025-02-01", state: .suspended, since: "2026-06-01",
        lines: ["suspended 1 1"]),
      Row(name: "replaced before", issued: "2024-02-01", state: .replaced, since: "2025-06-01", lines: []),
      Row(
        name: "replaced in the period", issued: "2026-02-01", state: .replaced, since: "2026-06-01",
        lines: ["issued 1 1", "replaced 1 1"]),
      Row(
        name: "put in the place of one that was issued in the period", issued: "2026-02-01",
        replacing: "2026-06-01", lines: ["in-force 1 1"]),
      Row(
        name: "put in another's place on the last day", issued: "2026-02-01", replacing: "2026-12-31",
        lines: ["in-force 1 1"]),
      Row(
        name: "put in another's place the day after", issued: "2026-02-01", replacing: "2027-01-01", lines: []
      ),
      Row(
        name: "put in another's place and revoked", issued: "2025-02-01", state: .revoked,
        since: "2026-07-01", replacing: "2026-06-01", lines: ["revoked 1 1"]),
    ])
  func events(row: Row) throws {
    let fact = try Facts.certificate(
      1, person: 1, issued: row.issued, lastDay: row.lastDay, row.state, since: row.since,
      replacing: row.replacing)
    let report = Facts.report(try Facts.parameters(.directorate), [], [fact])
    #expect(report.lines(.certificates) == row.lines)
  }

  /// “In force on the period's last day are those …”: each part of the sentence, on the day itself and beside it.
  @Test(
    "What is in force on the last day of 2026 is what the definition says",
    arguments: [
      Row(
        name: "whose first day had come", issued: "2026-11-01", firstDay: "2026-12-31",
        lines: ["renewed 1 1", "in-force 1 1"]),
      Row(
        name: "a renewal is not counted before its first day", issued: "2026-11-01", firstDay: "2027-01-01",
        lines: ["renewed 1 1"]),
      Row(
        name: "whose last day had not passed", issued: "2026-02-01", lastDay: "2026-12-31",
        lines: ["issued 1 1", "in-force 1 1"]),
      Row(
        name: "unless by then they had come into the state they have at the cut-off: suspended",
        issued: "2025-02-01", state: .suspended, since: "2026-12-31", lines: ["suspended 1 1"]),
      Row(
        name: "one that was suspended on that day and was reinstated later is counted",
        issued: "2025-02-01", state: .issued, since: "2027-01-10", lines: ["in-force 1 1"]),
      Row(
        name: "one that was suspended on that day and was revoked later is counted",
        issued: "2025-02-01", state: .revoked, since: "2027-01-10", lines: ["in-force 1 1"]),
      Row(
        name: "one that was suspended on that day and expired later is counted",
        issued: "2025-02-01", lastDay: "2027-01-09", state: .expired, since: "2027-01-10",
        lines: ["in-force 1 1"]),
    ])
  func inForce(row: Row) throws {
    let fact = try Facts.certificate(
      1, person: 1, issued: row.issued, lastDay: row.lastDay, row.state, since: row.since,
      isRenewal: row.firstDay != nil, firstDay: row.firstDay)
    let report = Facts.report(try Facts.parameters(.directorate), [], [fact])
    #expect(report.lines(.certificates) == row.lines)
  }

  @Test(
    "The definition says so in every language",
    arguments: [
      ("en", "a renewal is not counted before its first day", "suspended on that day"),
      ("fr", "renouvellement ne compte donc pas avant son premier jour", "suspendu ce jour-là"),
      ("ar", "فلا تُعدُّ الشهادة المجدِّدة قبل أول يوم لها", "موقوفة في ذلك اليوم"),
      ("es", "una renovación no se cuenta antes de su primer día", "ese día estaba suspendido"),
      ("pt", "uma renovação não conta antes do seu primeiro dia", "nesse dia estava suspenso"),
      ("ru", "продление не учитывается до своего первого дня", "в этот день был приостановлен"),
    ])
  func definition(tag: String, renewal: String, suspension: String) throws {
    let words = tag == "en" ? ReportWords.english : try ReportLanguagesTests.words(tag)
    let text = words.definition(.certification(.certificates))
    #expect(text.contains(renewal) && text.contains(suspension))
  }

  @Test("A holder of two certificates is one person")
  func schemes() throws {
    let facts = [try Facts.certificate(1, person: 1), try Facts.certificate(2, person: 1)]
    let report = Facts.report(try Facts.parameters(.directorate), [], facts)
    #expect(report.lines(.certificatesByScheme) == ["TTT achievement 2 1"])
    #expect(report.totalLine(.certificatesByScheme) == "total - 2 1")
  }

  @Test("A certificate and the one in its place are one issue, and one in force")
  func replacement() throws {
    let facts = [
      try Facts.certificate(1, person: 1, issued: "2026-02-01", .replaced, since: "2027-01-05"),
      try Facts.certificate(2, person: 1, issued: "2026-02-01", replacing: "2027-01-05"),
    ]
    let report = Facts.report(try Facts.parameters(.directorate), [], facts)
    #expect(report.lines(.certificates) == ["issued 1 1", "in-force 1 1"])
    #expect(report.lines(.certificatesByScheme) == ["TTT achievement 1 1"])
  }

  @Test("A donor does not learn of few revocations, nor from what was issued less what is in force")
  func suppressed() throws {
    let facts = try (0..<20).map { number in
      try Facts.certificate(
        number, person: number, number < 2 ? .revoked : .issued, since: number < 2 ? "2026-05-01" : nil)
    }
    let report = Facts.report(try Facts.parameters(.donor, party: Facts.party(7, .donor)), [], facts)
    #expect(report.lines(.certificates) == ["issued 20 20", "revoked * *", "in-force * *"])
  }

  /// Who knows what was in force a quarter ago knows what ended since, where it is told what was issued.
  @Test(
    "A donor reads what is in force where every other figure is told",
    arguments: [
      // of 30: issued in the period, the others before; of these revoked in it
      (10, 0, ["issued 10 10", "in-force 30 30"]),
      (10, 6, ["issued 10 10", "revoked 6 6", "in-force 24 24"]),
      (10, 2, ["issued 10 10", "revoked * *", "in-force * *"]), (3, 0, ["issued * *", "in-force * *"]),
      (3, 6, ["issued * *", "revoked 6 6", "in-force * *"]), (0, 0, ["in-force 30 30"]),
    ])
  func stock(issued: Int, revoked: Int, lines: [String]) throws {
    let facts = try (0..<30).map { number in
      try Facts.certificate(
        number, person: number, issued: number < issued ? "2026-02-01" : "2025-02-01",
        number >= 30 - revoked ? .revoked : .issued, since: number >= 30 - revoked ? "2026-05-01" : nil)
    }
    let report = Facts.report(try Facts.parameters(.donor, party: Facts.party(7, .donor)), [], facts)
    #expect(report.lines(.certificates) == lines)
  }

  /// What is in force at the end of two quarters, less what is told of the second, is whatever else changed it.
  @Test(
    "A donor does not learn from what is in force of what changed it and is no event",
    arguments: [
      // of 30 issued a year before: those whose suspension was lifted in the period; those revoked in it while suspended;
      // those renewed in it that hold from a later period on, and in an earlier one from a day of it
      (0, 0, 0, 0, ["in-force 30 30"]), (2, 0, 0, 0, ["in-force * *"]), (6, 0, 0, 0, ["in-force 30 30"]),
      (0, 2, 0, 0, ["revoked 8 8", "in-force * *"]), (0, 8, 0, 0, ["revoked 8 8", "in-force 22 22"]),
      (0, 0, 2, 0, ["renewed 7 7", "in-force * *"]), (0, 0, 7, 0, ["renewed 7 7", "in-force 30 30"]),
      (0, 0, 0, 3, ["in-force * *"]), (0, 0, 0, 5, ["in-force 35 30"]),
      // One more is begun than is to begin.
      (0, 0, 7, 8, ["renewed 7 7", "in-force * *"]),
    ] as [(Int, Int, Int, Int, [String])])
  func stockChangedUnseen(reinstated: Int, ended: Int, toBegin: Int, begun: Int, lines: [String]) throws {
    let revoked = ended > 0 ? 8 : 0
    let held = try (0..<30).map { number in
      if number < reinstated {
        return try Facts.certificate(
          number, person: number, issued: "2025-02-01", since: "2026-05-01", wasSuspended: true)
      }
      let isRevoked = number >= 30 - revoked
      return try Facts.certificate(
        number, person: number, issued: "2025-02-01", isRevoked ? .revoked : .issued,
        since: isRevoked ? "2026-05-01" : nil, wasSuspended: number >= 30 - ended)
    }
    let renewed = try (0..<(toBegin > 0 ? 7 : 0)).map { number in
      try Facts.certificate(
        100 + number, person: number, issued: "2026-11-01", isRenewal: true,
        firstDay: number < toBegin ? "2027-02-01" : nil)
    }
    let started = try (0..<begun).map { number in
      try Facts.certificate(
        200 + number, person: number, issued: "2025-11-01", isRenewal: true, firstDay: "2026-02-01")
    }
    let report = Facts.report(
      try Facts.parameters(.donor, party: Facts.party(7, .donor)), [], held + renewed + started)
    #expect(report.lines(.certificates) == lines)
  }

  @Test("When certificates run out is told to their owners", arguments: ReportAudience.allCases)
  func expiring(audience: ReportAudience) throws {
    let report = Facts.report(
      try Facts.parameters(audience, party: audience.partyKind.map { try Facts.party(7, $0) }))
    let isOwner = [.directorate, .member, .university].contains(audience)
    #expect((report.block(.certificatesExpiring) != nil) == isOwner)
  }

  @Test("A donor is not told of the holders of one scheme by those of another")
  func holdersOfTwoSchemes() throws {
    let facts =
      try (0..<20).map { try Facts.certificate($0, person: $0) }
      + (18..<40).map { try Facts.certificate(100 + $0, person: $0, scheme: "PICARD") }
    let report = Facts.report(try Facts.parameters(.donor, party: Facts.party(7, .donor)), [], facts)
    #expect(report.lines(.certificatesByScheme) == ["PICARD achievement 22 *", "TTT achievement 20 *"])
    #expect(report.totalLine(.certificatesByScheme) == "total - 42 40")
  }
}
