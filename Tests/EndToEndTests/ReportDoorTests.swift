import Files
import JSON
import ProgramDriver
import Testing

/// What a report is asked for, at both doors: periods by name, languages, formats, the threshold; and who asks.
@Suite struct ReportDoorTests {
  private static let path = "/api/v1/reports/certification?audience=directorate"

  @Test func aPeriodIsNamedOrGivenByItsDays() throws {
    try inEmptyFolder { program, _ in
      let server = try RunningServer(program)
      let connection = try server.connection(try Key.create(program))
      let words = ["report", "certification", "--audience", "directorate", "--format", "json"]
      let cutOff = "2026-07-01T00:00:00Z"
      let typed = try program.run(words + ["--period", "2025-26", "--cut-off", cutOff])
      let days = try program.run(
        words + ["--from", "2025-07-01", "--to", "2026-06-30", "--cut-off", cutOff])
      #expect(typed.status == 0 && typed.text == days.text)
      let sent = try connection.send("GET", Self.path + "&period=2025-26&format=json&cut-off=\(cutOff)")
      #expect(sent.status == 200 && sent.text == typed.text)
      let posted = try connection.send(
        "POST", "/api/v1/reports/certification",
        json: #"{"audience": "directorate", "period": "2025-26", "format": "json", "cutOff": "\#(cutOff)"}"#)
      #expect(posted.text == typed.text)

      for (options, status, message) in [
        (["--period", "2025-27"], 2, "2025-26 (July to June)"),
        (["--period", "2026", "--from", "2026-01-01"], 2, "given without --period"),
        (["--from", "2026-01-01"], 2, "--to"), ([], 2, "--to"), (["--to", "2026-01-01"], 2, "--from"),
      ] {
        let refused = try program.run(words + options)
        #expect(refused.status == Int32(status) && refused.messages.contains(message), "\(refused.messages)")
      }
      for (query, code) in [
        ("&period=2025-27", "unusable-value"), ("&period=2026&from=2026-01-01", "parameters-conflict"),
        ("&period=2026&to=2026-01-01", "parameters-conflict"), ("&from=2026-01-01", "missing-parameter"),
        ("&to=2026-01-01", "missing-parameter"), ("", "missing-parameter"),
      ] {
        let refused = try connection.send("GET", Self.path + query)
        #expect(refused.status == 400 && refused.text.contains(code), "\(query): \(refused.text)")
      }
    }
  }

  @Test func aReportIsToldInTheLanguageThatIsAskedFor() throws {
    try inEmptyFolder { program, _ in
      let server = try RunningServer(program)
      let connection = try server.connection(try Key.create(program))
      let words = ["report", "certification", "--audience", "directorate", "--period", "2026"]
      for (tag, title) in [
        ("fr", "Rapport de certification"), ("ar", "تقرير الشهادات"), ("es", "Informe de certificación"),
        ("ru", "Отчёт о сертификации"), ("pt-BR", "Relatório de certificação"),
        ("de", "Certification report"),
      ] {
        let typed = try program.run(words + ["--format", "html", "--language", tag])
        #expect(typed.status == 0 && typed.text.contains(title), "\(tag): \(typed.messages)")
        let sent = try connection.send("GET", Self.path + "&period=2026&format=html&language=\(tag)")
        #expect(sent.text.contains(title))
      }
      for (header, language) in [
        ("fr-CA, en;q=0.5", "fr"), ("de, ar;q=0.9, fr;q=0.8", "ar"), ("de", "en"), ("en;q=0.1, ru", "ru"),
        ("fr;q=0, es;q=0.2", "es"), ("*", "en"),
      ] {
        let sent = try connection.send(
          "GET", Self.path + "&period=2026&format=json", ["Accept-Language: \(header)"])
        #expect(try sent.json["wordsLanguage"]?.string == language, "\(header)")
        #expect(sent["Vary"] == "Accept, Accept-Language")
      }
    }
  }

  @Test func aReportIsAPageAndAWorkbookToo() throws {
    try inEmptyFolder { program, folder in
      let server = try RunningServer(program)
      let connection = try server.connection(try Key.create(program))
      let page = try connection.send(
        "GET", Self.path + "&period=2026", ["Accept: text/html,application/xhtml+xml;q=0.9"])
      #expect(page["Content-Type"] == "text/html; charset=utf-8" && page.text.hasPrefix("<!DOCTYPE html>"))
      let cutOff = "2026-07-01T00:00:00Z"
      let sent = try connection.send("GET", Self.path + "&period=2026&format=xlsx&cut-off=\(cutOff)")
      #expect(sent.body.starts(with: [0x50, 0x4B]))
      let path = folder("report.xlsx")
      let typed = try program.run([
        "report", "certification", "--audience", "directorate", "--period", "2026", "--format", "xlsx",
        "--cut-off", cutOff, "--out", path,
      ])
      #expect(typed.status == 0, "\(typed.messages)")
      #expect(try File.read(path, limit: 1 << 20) == sent.body)
    }
  }

  private static let reader = "/usr/bin/pdftotext"

  private static var hasReader: Bool {
    do { return try FileStatus.ifPresent(at: reader) != nil } catch { return false }
  }

  @Test func aReportIsAPDFAtBothDoors() throws {
    try inEmptyFolder { program, folder in
      let server = try RunningServer(program)
      let connection = try server.connection(try Key.create(program))
      let cutOff = "2026-07-01T00:00:00Z"
      let sent = try connection.send(
        "GET", Self.path + "&period=2026&format=pdf&language=ar&cut-off=\(cutOff)")
      #expect(sent["Content-Type"] == "application/pdf" && sent.body.starts(with: Array("%PDF-1.".utf8)))
      let path = folder("report.pdf")
      try program.succeed(
        "report", "certification", "--audience", "directorate", "--period", "2026", "--format", "pdf",
        "--language", "ar", "--cut-off", cutOff, "--out", path)
      #expect(try File.read(path, limit: 1 << 22) == sent.body)
      let asked = try connection.send("GET", Self.path + "&period=2026", ["Accept: application/pdf"])
      #expect(asked["Content-Type"] == "application/pdf")
      let block = try connection.send("GET", Self.path + "&period=2026&format=pdf&block=results")
      #expect(block.status == 400 && block.text.contains("parameters-conflict"))
    }
  }

  @Test("what a reader of PDF reads are the figures of the JSON", .enabled(if: hasReader))
  func aPDFHasTheSameFigures() throws {
    try inEmptyFolder { program, folder in
      try program.succeed("demo", "generate", "--members", "6", "--persons", "80", "--seed", "2")
      let words = [
        "report", "certification", "--audience", "directorate", "--period", "2025-26", "--cut-off",
        "2026-07-01T00:00:00Z", "--language", "fr",
      ]
      #expect(try program.run(words + ["--format", "pdf", "--out", folder("report.pdf")]).status == 0)
      let read = try program.run(program: [Self.reader, "-layout", folder("report.pdf"), "-"]).text
      let lines = read.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
      #expect(read.contains("Rapport de certification") && read.contains("De l’inscription au certificat"))
      let blocks = try program.run(words + ["--format", "json"]).json["blocks"]?.elements.map {
        Array($0)
      }
      let counted = ["enrolments-by-state", "results", "funnel", "enrolments-by-sex", "certificates"]
      for block in try #require(blocks) where counted.contains(block["name"]?.string ?? "") {
        for row in try #require(block["rows"]?.elements) {
          let figures = ["enrolments", "attendances", "persons", "certificates"].compactMap {
            row[$0]?.number?.int64.map { String($0) }
          }
          let isRead = lines.contains { line in figures.allSatisfy(line.contains) }
          #expect(isRead, "\(block["name"]?.string ?? ""): \(figures)")
        }
      }
    }
  }

  private static let office = "/usr/bin/soffice"

  private static var hasOffice: Bool {
    do { return try FileStatus.ifPresent(at: office) != nil } catch { return false }
  }

  @Test(
    "an office program reads the figures of the JSON in the workbook and in a file of CSV",
    .enabled(if: hasOffice))
  func anOfficeProgramReadsTheSameFigures() throws {
    try inEmptyFolder { program, folder in
      try program.succeed("demo", "generate", "--members", "6", "--persons", "80", "--seed", "2")
      let words = [
        "report", "certification", "--audience", "directorate", "--period", "2025-26", "--cut-off",
        "2026-07-01T00:00:00Z",
      ]
      for (format, name) in [("xlsx", "report.xlsx"), ("csv", "files")] {
        #expect(try program.run(words + ["--format", format, "--out", folder(name)]).status == 0)
      }
      // Every sheet becomes a file of its own, with cells as they are shown.
      let filter = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
      let converted = try program.run(program: [
        Self.office, "--headless", "-env:UserInstallation=file://" + folder("office"), "--convert-to", filter,
        "--outdir", folder("read"), folder("report.xlsx"), folder("files/funnel.csv"),
      ])
      #expect(converted.status == 0, "\(converted.messages)")
      func rows(_ name: String) throws -> [[String]] {
        String(decoding: try File.read(folder("read/" + name), limit: 1 << 20), as: UTF8.self)
          .split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
          }
      }
      let sheet = try rows("report-From enrolment to certificate.csv")
      let file = try rows("funnel-funnel.csv")
      let blocks = try program.run(words + ["--format", "json"]).json["blocks"]?.elements
      let funnel = try #require(blocks?.first { $0["name"]?.string == "funnel" }?["rows"]?.elements)
      for row in funnel {
        let stage = [row["stage"]?.string ?? "", row["stage-name"]?.string ?? ""]
        let count = row["enrolments"]?.number?.int64.map { String($0) } ?? ""
        #expect(sheet.contains { $0.starts(with: stage + [count]) }, "\(stage)")
        #expect(file.contains { $0.dropFirst().starts(with: stage + [count]) }, "\(stage)")
      }
    }
  }

  /// Hostile input 61: “also by differencing two reports”.
  @Test func outsidersReadWhatWasIssuedAndNoTwoReportsTellPeopleApart() throws {
    try inEmptyFolder { program, _ in
      let server = try RunningServer(program)
      let administrator = try server.connection(try Key.create(program))
      for donor in ["DONOR-A", "DONOR-B"] {
        try program.succeed(
          "organisation", "add", donor, "--kind", "donor", "--name", donor, "--from", "2020-01-01")
      }
      let made = try program.succeed(
        "key", "create", "--scope", "api", "--role", "donor", "--party", "DONOR-A", "--json"
      ).json
      let donor = try server.connection(
        Key(id: made["key"]?.string ?? "", secret: made["secret"]?.string ?? ""))
      let drafted = try donor.send(
        "GET", "/api/v1/reports/certification?audience=donor&party=DONOR-A&period=2025-Q1")
      #expect(drafted.status == 403 && drafted.text.contains("draft-of-others"), "\(drafted.text)")

      func issue(_ period: String, _ more: String = "") throws -> HTTPConnection.Answer {
        try administrator.send(
          "POST", "/api/v1/reports",
          json: #"{"audience": "donor", "party": "DONOR-A", "period": "\#(period)"\#(more)}"#)
      }
      let first = try issue("2025-Q1")
      #expect(first.status == 201, "\(first.text)")
      let id = try #require(try first.json["id"]?.string)
      #expect(try donor.send("GET", "/api/v1/reports/\(id)/documents/report.xml").status == 200)
      #expect(try donor.send("GET", "/api/v1/reports/\(id)/reproduction").status == 200)
      for period in ["2025-H1", "2025", "2025-02", "2025-03/P3M"] {
        let refused = try issue(period)
        #expect(refused.status == 409 && refused.text.contains("reports-tell-apart"), "\(refused.text)")
      }
      let typed = try program.run(
        ["report", "issue", "--audience", "donor", "--party", "DONOR-A", "--period", "2025-H1"])
      #expect(typed.status == 5 && typed.messages.contains("could tell of single people"))
      #expect(try issue("2025-Q2").status == 201)
      #expect(try issue("2025-Q3", #", "zone": "Pacific/Kiritimati""#).status == 409)
      let cutOff = try #require(try first.json["cutOff"]?.string)
      #expect(try issue("2025-Q1", #", "language": "fr""#).status == 409)
      #expect(
        try issue("2025-Q1", #", "language": "fr", "cutOff": "\#(cutOff)", "suppressBelow": 10"#).status
          == 409
      )
      #expect(try issue("2025-Q1", #", "language": "fr", "cutOff": "\#(cutOff)""#).status == 201)
      let other = try administrator.send(
        "POST", "/api/v1/reports", json: #"{"audience": "donor", "party": "DONOR-B", "period": "2025"}"#)
      #expect(other.status == 201, "\(other.text)")
      let hidden = try #require(try other.json["id"]?.string)
      #expect(try donor.send("GET", "/api/v1/reports/\(hidden)").status == 404)
      #expect(try donor.send("GET", "/api/v1/reports").json["items"]?.elements.map { Array($0).count } == 3)
    }
  }

  @Test func theLeastNumberThatIsShownIsSet() throws {
    try inEmptyFolder { program, _ in
      let server = try RunningServer(program)
      let connection = try server.connection(try Key.create(program))
      try program.succeed(
        "organisation", "add", "DONOR-A", "--kind", "donor", "--name", "A", "--from", "2020-01-01")
      let words = [
        "report", "certification", "--audience", "donor", "--party", "DONOR-A", "--period", "2026",
      ]
      let typed = try program.run(words + ["--suppress-below", "10", "--format", "json"])
      #expect(typed.status == 0, "\(typed.messages)")
      #expect(typed.text.contains("\"suppressedBelow\": 10") && typed.text.contains("Figures of 1 to 9"))
      #expect(try program.run(words + ["--suppress-below", "2"]).status == 2)
      let sent = try connection.send(
        "GET",
        "/api/v1/reports/certification?audience=donor&party=DONOR-A&period=2026&suppressBelow=2")
      #expect(sent.status == 400 && sent.text.contains("threshold-beyond-range"), "\(sent.text)")
    }
  }
}
