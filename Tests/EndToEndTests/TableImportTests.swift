import Foundation
import JSON
import ProgramDriver
import Testing

/// “Each with its type, table, verb, route, roster import and rights”: tables of what reports need, at both doors. All of a
/// table is taken, or nothing; the same table twice changes nothing; what is wrong is told with its row and column.
@Suite struct TableImportTests {
  /// One kind of record that comes as a table.
  struct Kind: Sendable, CustomTestStringConvertible {
    let words: [String]
    let path: String
    /// What stands in the place of `ENROLMENT` is the enrolment of the scene.
    let table: String
    /// The same with one row said otherwise, and what becomes of it.
    let otherwise: (row: (old: String, new: String), report: String)
    /// A table that is refused, where, and why.
    let refused: (table: String, findings: [String])
    /// What stands in the history of each row.
    let action: String

    var testDescription: String { words.joined(separator: " ") }
  }

  private static let kinds = [
    Kind(
      words: ["funding-programme", "import"], path: "/api/v1/imports/funding-programmes",
      table: """
        code,donor,title,title-fr,from,to
        F-1,DONOR-A,Trade,Commerce,2026-01-01,2028-12-31
        F-2,DONOR-B,,Formation,2026-01-01,2026-12-31

        """,
      otherwise: (("Trade", "Other"), "0 added, 2 unchanged"),
      refused: (
        """
        code,donor,title,from,to
        F-3,MEMBER-A,Three,2026-01-01,2026-12-31
        F-4,DONOR-A,Four,2026-12-31,2026-01-01
        F-5,DONOR-A,,2026-01-01,2026-12-31
        F-6,DONOR-A,Six,2026-01-01,2026-12-31
        f-6,DONOR-A,Six again,2026-01-01,2026-12-31
        F-7,NOBODY,Seven,2026-01-01,2026-12-31

        """,
        [
          "2:5 error records.row.refused row 2: MEMBER-A is a member, not a donor",
          "3:29 error records.cell.unusable row 3: to is a day not before 2026-12-31",
          "4:1 error records.row.refused row 4: a funding programme has a title",
          "6:1 error records.row.refused row 6: row 5 is about the same",
          "7:5 error records.row.refused row 7: there is no organisation “NOBODY”",
        ]
      ), action: "funding-programme add"),
    Kind(
      words: ["funding-programme", "import-targets"], path: "/api/v1/imports/funding-targets",
      table: """
        programme,indicator,value,from,to
        FUND,persons,120,2026-01-01,2026-12-31
        FUND,women,60,2026-01-01,2026-12-31

        """,
      otherwise: (("120", "130"), "0 added, 1 changed, 1 unchanged"),
      refused: (
        """
        programme,indicator,value,from,to
        FUND,boys,1,2026-01-01,2026-12-31
        FUND,women,0,2026-01-01,2026-12-31
        FUND,women,9,2029-01-01,2029-12-31
        NONE,women,9,2026-01-01,2026-12-31
        FUND,women,,2026-01-01,2026-12-31

        """,
        [
          "2:6 error records.cell.unusable row 2: indicator is one of sessions, attendances, persons, women, completed",
          "3:12 error records.cell.unusable row 3: value is a whole number from 1 to 1000000000",
          "4:1 error records.row.refused row 4: the programme goes from 2026-01-01 to 2028-12-31",
          "5:1 error records.row.refused row 5: there is no funding programme “NONE”",
          "6:1 error records.cell.unusable row 6: value is missing",
        ]
      ), action: "funding-programme target"),
    Kind(
      words: ["session", "import-funding"], path: "/api/v1/imports/session-funding",
      table: """
        session,donor,seats,programme
        S-1,DONOR-A,20,FUND
        S-1,DONOR-B,,

        """,
      otherwise: (("20,FUND", "25,FUND"), "0 added, 1 changed, 1 unchanged"),
      refused: (
        """
        session,donor,seats,programme
        S-1,DONOR-B,20,FUND
        S-9,DONOR-A,,
        S-1,DONOR-A,-1,
        S-1,DONOR-A,1,
        S-1,DONOR-A,2,

        """,
        [
          "2:16 error records.row.refused row 2: FUND is not a funding programme of DONOR-B",
          "3:1 error records.row.refused row 3: there is no session “S-9”",
          "4:13 error records.cell.unusable row 4: seats is a whole number from 1 to 1000000",
          "6:1 error records.row.refused row 6: row 5 is about the same",
        ]
      ), action: "session fund"),
    Kind(
      words: ["organisation", "import-groups"], path: "/api/v1/imports/groups",
      table: """
        organisation,group,from,to,source
        MEMBER-A,LDC,1971,,https://pages.example/ldc
        MEMBER-A,OWN,,2025-06,

        """,
      otherwise: (("1971,,", "1971,2026-11-23,"), "0 added, 1 changed, 1 unchanged"),
      refused: (
        """
        organisation,group,from,to,source
        MEMBER-B,LDC,,,
        MEMBER-A,SIDS,2020,2019,
        MEMBER-A,SIDS,20,,
        MEMBER-A,SIDS,,,page 7

        """,
        [
          "2:1 error records.row.refused row 2: there is no organisation “MEMBER-B”",
          "3:20 error records.row.refused row 3: to “2019” is not a day not before 2020",
          "4:15 error records.cell.unusable row 4: from is a year, a month or a day like 2026-06-30",
          "5:17 error records.cell.unusable row 5: source is an address of http or https",
        ]
      ), action: "organisation group"),
    Kind(
      words: ["commitment", "import"], path: "/api/v1/imports/commitments",
      table: """
        enrolment,people,due
        ENROLMENT,20,2027-06-30
        SECOND,5,2027-06-30

        """,
      otherwise: ((",20,", ",30,"), "0 added, 2 unchanged"),
      refused: (
        """
        enrolment,people,due
        ENROLMENT,20,2026-02-28
        00000000-0000-0000-0000-000000000001,20,2027-06-30
        SECOND,0,2027-06-30
        nobody,1,2027-06-30

        """,
        [
          "2:41 error records.row.refused row 2: the session begins on 2026-03-01",
          "3:1 error records.row.refused row 3: there is no enrolment “00000000-0000-0000-0000-000000000001”",
          "4:38 error records.cell.unusable row 4: people is a whole number from 1 to 1000000",
          "5:1 error records.cell.unusable row 5: enrolment is an enrolment's identifier",
        ]
      ), action: "commitment make"),
  ]

  @Test(arguments: kinds) func aTableIsTakenAsAWholeAndOnce(_ kind: Kind) throws {
    try inEmptyFolder { program, folder in
      let enrolments = try prepare(program, folder)
      let table = enrolments.filling(kind.table)
      let file = try folder.write("table.csv", Array(table.utf8))
      let planned = try succeed(program, kind.words + [file, "--dry-run"])
      #expect(planned.text == "would be: 2 added, 0 unchanged\n")
      #expect(try history(of: kind, program) == 0, "a dry run changes nothing")
      #expect(try succeed(program, kind.words + [file]).text == "2 added, 0 unchanged\n")
      #expect(try succeed(program, kind.words + [file]).text == "0 added, 2 unchanged\n")
      #expect(try history(of: kind, program) == 2, "each row stands in the history, once")
      let said = table.replacing(kind.otherwise.row.old, with: kind.otherwise.row.new)
      let other = try succeed(program, kind.words + [folder.write("other.csv", Array(said.utf8))])
      #expect(other.text.hasSuffix(kind.otherwise.report + "\n"), "\(other.text)")
      #expect(other.text.contains("records.row.differs") != other.text.contains(" changed"), "\(other.text)")
      #expect(try program.run(["check"]).status == 0)
    }
  }

  @Test(arguments: kinds) func whatIsWrongIsToldWithItsPlaceAndChangesNothing(_ kind: Kind) throws {
    try inEmptyFolder { program, folder in
      let enrolments = try prepare(program, folder)
      let text = enrolments.filling(kind.refused.table)
      let refused = try program.run(kind.words + [folder.write("bad.csv", Array(text.utf8))])
      #expect(refused.status == 3)
      let told = refused.text.split(separator: "\n").filter { $0.contains(" error ") }
      #expect(told.count == kind.refused.findings.count, "\(refused.text)")
      for (line, finding) in zip(told, kind.refused.findings) {
        #expect(line.contains("/bad.csv:" + finding), "\(line)")
      }
      let errors = kind.refused.findings.count
      #expect(refused.text.hasSuffix("refused, \(errors) errors; nothing was changed\n"))
      #expect(try history(of: kind, program) == 0)
      let unknown = try program.run(
        kind.words + [folder.write("columns.csv", Array("colour\nred\n".utf8))])
      #expect(unknown.status == 3 && unknown.text.contains("columns.csv:1:1 error records.column.unknown"))
    }
  }

  @Test(arguments: kinds) func aTableIsTakenOverHTTP(_ kind: Kind) throws {
    try inEmptyFolder { program, folder in
      let enrolments = try prepare(program, folder)
      let server = try RunningServer(program)
      let connection = try server.connection(try Key.create(program))
      func send(_ table: String, _ query: String = "") throws -> HTTPConnection.Answer {
        try connection.send(
          "POST", kind.path + query, ["Content-Type: text/csv"], body: Array(enrolments.filling(table).utf8))
      }
      let refused = try send(kind.refused.table, "?name=bad.csv")
      #expect(refused.status == 422 && refused.text.contains("document-refused"), "\(refused.text)")
      let errors = refused.text.split(separator: #""severity":"error""#).count - 1
      #expect(errors == kind.refused.findings.count, "\(refused.text)")
      let planned = try send(kind.table, "?dryRun=true")
      #expect(planned.status == 200 && planned.text.contains(#""dryRun":true,"added":2"#), "\(planned.text)")
      let taken = try send(kind.table)
      #expect(taken.status == 200 && taken.text.contains(#""added":2,"changed":0"#), "\(taken.text)")
      let again = try send(kind.table)
      #expect(again.text.contains(#""added":0,"changed":0,"unchanged":2,"leftOut":0"#), "\(again.text)")
      #expect(try history(of: kind, program) == 2)
      let none = try connection.send("POST", kind.path, json: "{}")
      #expect(none.status == 415, "\(none.text)")
    }
  }

  /// A list of the world's countries is taken for those that are recorded.
  @Test func theShippedGroupsAreTakenForTheMembersThatAreKnown() throws {
    try inEmptyFolder { program, folder in
      for (code, name) in [("BT", "Bhutan"), ("KE", "Kenya"), ("MV", "Maldives")] {
        try program.succeed(
          "organisation", "add", code, "--kind", "member", "--region", "AP", "--name", name, "--from",
          "2000-01-01")
      }
      let file = packageRoot + "/Schemas/reference/groups/united-nations.csv"
      let whole = try program.run(["organisation", "import-groups", file])
      #expect(whole.status == 3 && whole.text.contains("there is no organisation “AF”"))
      // Bhutan: LDC, LLDC; Maldives: LDC, SIDS; Kenya is in none of the groups.
      let known = try program.succeed("organisation", "import-groups", file, "--known-only")
      #expect(known.text == "4 added, 0 unchanged, 120 left out, which are not recorded here\n")
      let server = try RunningServer(program)
      let connection = try server.connection(try Key.create(program))
      let table = [UInt8](try #require(FileManager.default.contents(atPath: file)))
      let again = try connection.send(
        "POST", "/api/v1/imports/groups?knownOnly=true", ["Content-Type: text/csv"], body: table)
      #expect(again.text.contains(#""unchanged":4,"leftOut":120"#), "\(again.text)")
      try program.succeed("organisation", "group", "BT", "--group", "LLDC", "--to", "2030")
      let kept = try program.succeed("organisation", "import-groups", file, "--known-only").text
      #expect(kept.contains("LLDC is recorded to 2030, and the row has no last day"), "\(kept)")
      #expect(kept.contains("0 added, 4 unchanged, 120 left out"), "\(kept)")
      let shown = try program.succeed("organisation", "show", "BT").text
      #expect(shown.contains("LDC, from 1971, to 2023-12-12") && shown.contains("LLDC, to 2030"), "\(shown)")
    }
  }

  private func succeed(_ program: Program, _ words: [String]) throws -> Program.Answer {
    let answer = try program.run(words)
    guard answer.status == 0 else { throw DriverError("\(words): \(answer.messages) \(answer.text)") }
    return answer
  }

  private func history(of kind: Kind, _ program: Program) throws -> Int {
    let history = try program.succeed("history", "--json", "--from", "2026-01-01").text
    let recorded = history.split(separator: "\n").filter { $0.contains("\"\(kind.action)\"") }.count
    // The scene's own programme is no row of a table.
    return kind.action == "funding-programme add" ? recorded - 1 : recorded
  }

  /// The enrolments that tables name.
  private struct Enrolments {
    let first: String
    let second: String

    func filling(_ table: String) -> String {
      table.replacing("ENROLMENT", with: first).replacing("SECOND", with: second)
    }
  }

  /// Two donors, a programme, and a session in which two officers are enrolled.
  private func prepare(_ program: Program, _ folder: TemporaryFolder) throws -> Enrolments {
    for donor in ["DONOR-A", "DONOR-B"] {
      try program.succeed(
        "organisation", "add", donor, "--kind", "donor", "--name", donor, "--from", "2020-01-01")
    }
    try program.succeed(
      "organisation", "add", "MEMBER-A", "--kind", "member", "--region", "ESA", "--name", "Member A",
      "--from", "2020-01-01")
    try program.succeed(
      "funding-programme", "add", "FUND", "--donor", "DONOR-A", "--title", "Fund", "--from", "2026-01-01",
      "--to", "2028-12-31")
    let package = try folder.write("course.zip", Package.cmi5(0).zip)
    let course = try program.succeed("import", package, "--json").json["course"]?.string ?? ""
    try program.succeed("course", "publish", course)
    try program.succeed(
      "session", "plan", "S-1", "--course", course, "--mode", "tutored", "--from", "2026-03-01", "--to",
      "2026-12-31")
    try program.succeed("session", "open", "S-1")
    let ids = try (1...2).map { number in
      let person = try program.succeed(
        "person", "add", "Officer \(number)", "--organisation", "MEMBER-A", "--from", "2020-01-01", "--json"
      ).json["id"]?.string
      return try program.succeed(
        "enrolment", "add", "--person", person ?? "", "--session", "S-1", "--json"
      ).json["id"]?.string ?? ""
    }
    return Enrolments(first: ids[0], second: ids[1])
  }
}
