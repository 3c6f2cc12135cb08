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
    #expect(table.lines(columns: 20)[1] == "\(id)  A name …", "no column falls below eight")
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
    ])
  func nextOnTheNamedFolder(folder: [String], expected: String) throws {
    let desk = try Desk()
    let run = desk.run(folder + ["catalogue", "add", "T", "--title", "T"])
    #expect(run.status == 0)
    #expect(run.messages.contains(expected), "\(run.messages)")
  }
}
