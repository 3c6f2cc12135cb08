import CommandLine
import JSON
import Testing

struct RecordTests {
  @Test(arguments: [
    ("a language before the text", ["--title", "fr=Origine"], #"{"fr":"Origine"}"#),
    ("plain text is English", ["--title", "Origin"], #"{"en":"Origin"}"#),
    ("plain text in the language named", ["--title", "Origine", "--language", "fr"], #"{"fr":"Origine"}"#),
    ("several", ["--title", "en=Origin", "--title", "pt-BR=Origem"], #"{"en":"Origin","pt-br":"Origem"}"#),
    ("an equals sign that ends no language", ["--title", "E=mc2"], #"{"en":"E=mc2"}"#),
    ("an equals sign in the text", ["--title", "en=CO=x"], #"{"en":"CO=x"}"#),
  ])
  func textsAreReadWithTheirLanguage(row: String, words: [String], expected: String) throws {
    let run = try Desk().run(["catalogue", "add", "T", "--json"] + words)
    #expect(run.status == 0, "\(run.messages)")
    #expect(run.output.contains(#""titles":\#(expected)"#))
  }

  @Test func changesPrintTheNameOfWhatTheyMade() throws {
    let desk = try Desk()
    let run = desk.run("organisation", "add", "KE", "--kind", "member", "--region", "ESA", "--name", "Kenya")
    #expect(run.status == 0)
    #expect(run.output == "KE\n")
    #expect(
      run.messages == """
        Entered organisation KE (Kenya).
        Next: registrar person add NAME --organisation KE

        """)
    let shown = desk.run("organisation", "show", "ke")
    #expect(shown.output.contains("region  ESA, East and Southern Africa\n"))
    #expect(shown.output.contains("days    from 2026-03-02\n"), "today where no day was given")
  }

  @Test func listsComeInPages() throws {
    let desk = try Desk()
    for code in ["A", "B", "C"] { desk.run("organisation", "add", code, "--kind", "donor", "--name", code) }
    let first = desk.run("organisation", "list", "--limit", "2", "--json")
    let next = try #require(try first.json["next"]?.string)
    #expect(try first.json["items"]?.list.count == 2)
    let second = try desk.run("organisation", "list", "--limit", "2", "--after", next, "--json").json
    #expect(second["items"]?.list.map { $0["code"]?.string } == ["C"])
    #expect(second["next"]?.isNull == true)
    #expect(desk.run("organisation", "list", "--limit", "2").messages == "More: add --after \(next)\n")
  }

  @Test func listsOfEnrolmentsCallPeopleAndSessionsByName() throws {
    let desk = try Desk()
    let scene = try Scene(desk)
    let expected = "  enrolled  Amina Example  S-1      2026-03-02T09:00:00Z\n"
    #expect(desk.run("enrolment", "list").output.hasSuffix(scene.enrolment + expected))
    #expect(desk.run("nomination", "list").output.contains("  selected  Amina Example  S-1  "))
    #expect(desk.run("scheme", "show", "TTT").output.contains("issuer  SEC\n"))
  }

  /// The very same edition again is unchanged; another one of its code is refused.
  @Test func anEditionIsLoadedOnce() throws {
    let desk = try Desk()
    try desk.write(CompletionWordsTests.edition, to: "edition.xml")
    #expect(desk.run("standard", "add", "edition.xml").messages.hasPrefix("Loaded Standard with 1 item.\n"))
    let again = desk.run("standard", "add", "edition.xml")
    #expect(again.status == 0)
    #expect(again.output == "STD-1\n")
    #expect(again.messages.hasPrefix("Unchanged: "))
    try desk.write(CompletionWordsTests.edition.replacing("An item", with: "Another"), to: "edition.xml")
    #expect(desk.run("standard", "add", "edition.xml").status == 5)
  }

  @Test(arguments: [["--unit", "A\u{1B}[2J"], ["--post", "A\nB"], ["--post", " "]])
  func aPlaceIsDescribedInOneVisibleLine(words: [String]) throws {
    let desk = try Desk()
    desk.run("organisation", "add", "KE", "--kind", "donor", "--name", "Kenya", "--from", "2000-01-01")
    let run = desk.run(["person", "add", "A", "--organisation", "KE", "--from", "2020-01-01"] + words)
    #expect(run.status == 3)
    #expect(run.messages.contains("one line of text"))
  }

  @Test func aListFitsItsTerminal() throws {
    let desk = try Desk()
    desk.run(
      "organisation", "add", "LONG", "--kind", "donor", "--name", String(repeating: "name ", count: 30))
    desk.outside { outside in
      outside.isTerminal = true
      outside.columns = 60
    }
    let lines = desk.run("organisation", "list").output.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.allSatisfy { $0.unicodeScalars.count <= 60 })
  }

  @Test func aKeysSecretIsToldOnce() throws {
    let desk = try Desk()
    let made = try desk.run("key", "create", "--scope", "all", "--json").json
    let key = try #require(made["key"]?.string)
    let secret = try #require(made["secret"]?.string)
    #expect(secret.utf8.count == 43)
    let list = desk.run("key", "list", "--json")
    #expect(list.output.contains(key))
    #expect(!list.output.contains(secret))
    #expect(desk.run("key", "revoke", key, "--reason", "lost").status == 0)
    #expect(try desk.run("key", "list", "--json").json["items"]?.list.first?["revokedAt"]?.isNull == false)
  }

  @Test func theExampleIsPreparedOnce() throws {
    let desk = try Desk()
    let first = desk.run("demo", "prepare", "--json")
    #expect(first.status == 0, "\(first.messages)")
    let enrolment = try #require(try first.json["enrolment"]?.string)
    #expect(try first.json["key"]?["secret"]?.string?.utf8.count == 43)
    #expect(desk.run("enrolment", "show", enrolment).status == 0)
    let targets = try desk.run("funding-programme", "show", "EXAMPLE-PROGRAMME", "--json").json["targets"]
    #expect(targets?.list.count == 3)
    let funding = desk.run("session", "funding", "EXAMPLE-SESSION").output
    #expect(funding.contains("EXAMPLE-DONOR") && funding.contains("EXAMPLE-PROGRAMME"))
    #expect(desk.run("organisation", "show", "EXAMPLE-MEMBER").output.contains("LDC, from 2020"))
    let report = try #require(try first.json["report"]?.string)
    #expect(desk.run("report", "run", report).status == 0)
    let second = desk.run("demo", "prepare")
    #expect(second.status == 0)
    #expect(second.output == "")
    #expect(second.messages == "The example is there already; nothing was changed.\n")
  }

  @Test func aDemonstrationOfOneSeedIsMadeOnce() throws {
    let desk = try Desk()
    let made = desk.run("demo", "generate", "--members", "2", "--persons", "20", "--seed", "7", "--json")
    #expect(made.status == 0)
    #expect(try made.json["persons"]?.number?.int64 == 20)
    #expect(desk.run("demo", "generate", "--members", "2", "--persons", "20", "--seed", "7").status == 5)
  }

  @Test func aReportIsWrittenWhereItIsWanted() throws {
    let desk = try Desk()
    _ = try Scene(desk)
    let words = [
      "report", "certification", "--audience", "directorate", "--from", "2026-01-01", "--to", "2026-12-31",
      "--cut-off", "2026-03-03T00:00:00Z",
    ]
    let json = desk.run(words + ["--format", "json"])
    #expect(json.status == 0)
    #expect(
      desk.run(words + ["--format", "json", "--out", "report.json"]).messages == "Wrote report.json.\n")
    #expect(try desk.text(of: "report.json") == json.output, "two runs, the same bytes")
    #expect(desk.run(words + ["--format", "csv", "--out", "tables"]).status == 0)
    #expect(desk.exists("tables/definitions.csv"))
    let block = desk.run(words + ["--format", "csv", "--block", "results"])
    #expect(try desk.text(of: "tables/results.csv") == block.output)
    #expect(desk.run(words + ["--format", "csv", "--block", "own-officers"]).status == 3)
  }

  @Test func anEditionOfAStandardIsReadFromXMLAndRefusedWithPlaces() throws {
    let desk = try Desk()
    let good = """
      <standard-edition xmlns="urn:registrar:standard-edition:1" code="PS-2019" framework="Professional Standards"
        year="2019" state="in-force"><title xml:lang="en">Professional Standards 2019</title>
        <item code="OM-K-01" level="operational-manager" kind="knowledge"><title xml:lang="en">Origin</title></item>
      </standard-edition>
      """
    desk.outside { $0.input = good }
    let run = desk.run("standard", "add", "-")
    #expect(run.status == 0, "\(run.messages)")
    #expect(run.output == "PS-2019\n")
    #expect(
      desk.run("standard", "show", "PS-2019").output.contains(
        "OM-K-01  operational-manager  knowledge  Origin"))
    try desk.write(good.replacing("year=\"2019\"", with: "year=\"MMXIX\""), to: "bad.xml")
    let bad = desk.run("standard", "add", "bad.xml")
    #expect(bad.status == 3)
    #expect(bad.messages.hasPrefix("bad.xml:2:"))
  }
}
