import Testing

@testable import CommandLine

struct TellingTests {
  @Test(arguments: [
    ("Latin", "Kenya", 5),
    ("Chinese takes two columns each", "海关", 4),
    ("Korean syllables", "세관", 4),
    ("a mark that combines takes none", "e\u{301}a", 2),
    ("Arabic with its vowel signs", "جَمَل", 3),
    ("a joiner takes none", "a\u{200D}b", 2),
    ("full-width letters", "ＡＢ", 4),
    ("nothing", "", 0),
  ])
  func widthIsThatOfATerminal(row: String, text: String, expected: Int) {
    #expect(displayWidth(text) == expected)
  }

  @Test(arguments: [
    ("what fits stays", "Kenya", 5, "Kenya"),
    ("what does not is cut with an ellipsis", "Kenya", 4, "Ken…"),
    ("a wide character is not halved", "海关署", 4, "海…"),
    ("a mark stays with its letter", "e\u{301}abc", 3, "e\u{301}a…"),
  ])
  func textsAreCutToColumns(row: String, text: String, columns: Int, expected: String) {
    #expect(fitted(text, columns: columns).unicodeScalars.elementsEqual(expected.unicodeScalars))
  }

  @Test(arguments: [
    ("an escape sequence", "a\u{1B}[2Jb", "a\\u{1b}[2Jb"),
    ("a line end", "a\nb", "a\\u{a}b"),
    ("an override of direction", "a\u{202E}b", "a\\u{202e}b"),
    ("a C1 control", "a\u{9B}b", "a\\u{9b}b"),
    ("plain text in any script", "海关 Ñ", "海关 Ñ"),
  ])
  func whatDisturbsATerminalIsShownByNumber(row: String, text: String, expected: String) {
    #expect(shown(text) == expected)
  }

  @Test func aTableLinesUp() {
    let table = Table(["CODE", "NAME"], [["KE", "Kenya"], ["CN", "中国海关"], ["LONGER", ""]])
    #expect(table.lines(columns: nil) == ["CODE    NAME", "KE      Kenya", "CN      中国海关", "LONGER"])
  }

  @Test func aTableTooWideLosesTextAndNoIdentifier() {
    let id = "0192b1c4-8a4e-7c3f-9d52-6f0e4a1b2c3d"
    let table = Table(["ID", "NAME"], [[id, "A name of twenty-six letters"]])
    #expect(
      table.lines(columns: 50) == ["ID" + String(repeating: " ", count: 36) + "NAME", "\(id)  A name of t…"])
    #expect(
      table.lines(columns: 40) == ["ID", "  NAME", id, "  A name of twenty-six letters"],
      "what cannot be cut far enough goes on in a further line")
    #expect(table.lines(columns: 20) == ["ID", "  NAME", id, "  A name of twenty-…"])
  }

  /// "Tables fit the terminal's width": identifiers, codes and days are whole, and no line is wider.
  @Test(arguments: [60, 72, 80, 100, 132])
  func aTableOfManyIdentifiersFits(columns: Int) {
    let id = "0192b1c4-8a4e-7c3f-9d52-6f0e4a1b2c3d"
    let row = [
      "2026-03-02T09:00:00Z", "owner", "certificate award", id, "state: enrolled → completed",
      "海关 فاطمة text",
    ]
    let lines = Table(["AT", "WHO", "WHAT", "ID", "CHANGE", "WHY"], [row, row]).lines(columns: columns)
    #expect(lines.allSatisfy { displayWidth($0) <= columns }, "\(lines)")
    #expect(lines.count { $0.contains(id) } == 2)
    #expect(lines.count { $0.contains("2026-03-02T09:00:00Z") } == 2)
  }

  /// The days behind an Arabic name stay behind it, on a terminal; what is read by programs is as it was typed.
  @Test func whatIsWrittenFromRightToLeftIsSetApart() {
    let table = Table(["NAME", "DAY"], [["فاطمة", "2026-03-02"], ["Ana", "2026-03-02"]])
    #expect(
      table.lines(columns: 80) == ["NAME   DAY", "\u{2068}فاطمة\u{2069}  2026-03-02", "Ana    2026-03-02"])
    #expect(table.lines(columns: nil) == ["NAME   DAY", "فاطمة  2026-03-02", "Ana    2026-03-02"])
  }

  @Test(arguments: [
    ("an emoji", "\u{1F600}", 2), ("an emoji of an older block", "\u{231A}", 2),
    ("a flag", "\u{1F1F0}\u{1F1EA}", 2),
    ("Hebrew", "\u{5E9}\u{5DC}\u{5D5}\u{5DD}", 4), ("marks of direction", "a\u{200F}b", 2),
  ])
  func picturesAndDirectionsAreCountedToo(row: String, text: String, expected: Int) {
    #expect(displayWidth(text) == expected)
  }

  @Test func listsFitTheTerminal() throws {
    let desk = try Desk()
    let scene = try Scene(desk)
    desk.run("result", "record", scene.enrolment, "--score", "90", "--max", "100")
    desk.outside { ($0.isTerminal, $0.columns) = (true, 80) }
    for words in [
      ["certificate", "list"], ["history"], ["session", "list"], ["person", "show", scene.person],
      ["enrolment", "list"], ["nomination", "list"], ["result", "list", scene.enrolment],
      ["organisation", "list"],
    ] {
      let run = desk.run(words)
      #expect(run.status == 0)
      let lines = run.output.split(separator: "\n").map(String.init)
      #expect(lines.allSatisfy { displayWidth($0) <= 80 }, "\(words): \(run.output)")
    }
  }

  @Test func detailsLeaveOutWhatHasNoValue() {
    #expect(
      Details([("code", "KE"), ("region", nil), ("time zone", "UTC")]).lines == [
        "code       KE", "time zone  UTC",
      ])
  }

  @Test(
    "What comes next is to be typed as it stands, on the folder that was named",
    arguments: [
      ([], "Next: registrar catalogue offer T COURSE"),
      (["--data", "other"], "Next: registrar --data other catalogue offer T COURSE"),
      (["--data", "a/b-c_1.d"], "Next: registrar --data a/b-c_1.d catalogue offer T COURSE"),
      (["--data", "it's here"], "Next: registrar --data 'it'\\''s here' catalogue offer T COURSE"),
      (["--data", "é"], "Next: registrar --data 'é' catalogue offer T COURSE"),
      (["--settings", "s.conf"], "Next: registrar --settings s.conf catalogue offer T COURSE"),
    ])
  func nextOnTheNamedFolder(folder: [String], expected: String) throws {
    let desk = try Desk()
    try desk.write("data = elsewhere", to: "s.conf")
    let run = desk.run(folder + ["catalogue", "add", "T", "--title", "T"])
    #expect(run.status == 0)
    #expect(run.messages.contains(expected), "\(run.messages)")
  }
}
