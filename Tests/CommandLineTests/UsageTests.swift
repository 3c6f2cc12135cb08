import CommandLine
import Testing

/// What cannot be understood: exit status 2, a sentence that says why, and nothing touched.
struct UsageTests {
  @Test(arguments: [
    ("a command that is misspelt", ["corse", "list"], "Did you mean course?"),
    ("a verb that is misspelt", ["course", "lst"], "Did you mean list?"),
    ("a group without a verb", ["session"], "registrar session needs a command"),
    ("an option that is misspelt", ["course", "list", "--jsn"], "Did you mean --json?"),
    ("a required option left out", ["organisation", "add", "KE", "--kind", "member"], "--name"),
    (
      "a word outside a closed set", ["organisation", "add", "KE", "--kind", "country", "--name", "X"],
      "member, rocb"
    ),
    ("a code with a space", ["catalogue", "add", "T T", "--title", "X"], "CODE cannot be “T T”"),
    (
      "a day that no calendar has", plan(from: "2026-02-30"),
      "--from cannot be “2026-02-30”; it is a day like 2026-06-30"
    ),
    ("a last day before the first", plan(from: "2026-06-06"), "a day not before --from, 2026-06-06"),
    (
      "no capacity at all", plan(from: "2026-06-01") + ["--capacity", "0"], "a whole number from 1 to 1000000"
    ),
    (
      "an identifier that is none", ["enrolment", "show", "17"],
      "ENROLMENT cannot be “17”; it is an identifier"
    ),
    (
      "a language that is none", ["catalogue", "add", "T", "--title", "X", "--language", "e n"],
      "a language tag"
    ),
    (
      "a title twice in one language", ["catalogue", "add", "T", "--title", "A", "--title", "en=B"],
      "once for each language"
    ),
    ("a title that nobody sees", ["catalogue", "add", "T", "--title", " "], "a line of text"),
    (
      "a title of two lines", ["catalogue", "add", "T", "--title", "en=A", "--title", "fr=B\nC"],
      "a line of text"
    ),
    ("a result without a basis", ["result", "record", id], "--score N is missing"),
    (
      "a score and an observation", ["result", "record", id, "--score", "1", "--observed", "satisfactory"],
      "--observed"
    ),
    ("a score that is no decimal", ["result", "record", id, "--score", "8,5"], "a decimal number like 0.85"),
    ("an enrolment of nobody", ["enrolment", "add"], "--nomination NOMINATION is missing"),
    ("an enrolment in nothing", ["enrolment", "add", "--person", id], "--session SESSION is missing"),
    ("a correction without a reason", ["result", "correct", id, "--score", "1"], "--reason TEXT is missing"),
    ("CSV to standard output", report + ["--format", "csv"], "--out FOLDER or --block NAME is missing"),
    (
      "a report over no days", ["report", "certification", "--audience", "directorate"],
      "--period NAME or --from DAY with --to DAY is missing"
    ),
    (
      "a list without its last day", ["report", "expiring", "--from", "2026-01-01"], "--to DAY is missing"
    ),
    (
      "a defined report that goes nowhere",
      ["report", "define", "Q", "--audience", "directorate", "--period", "last-quarter"],
      "--issue or --folder DIR is missing"
    ),
    ("a block of an XML report", report + ["--block", "results"], "with --format csv only"),
    (
      "one code for two packages", ["import", "a.zip", "b.zip", "--code", "X"], "given with one package only"
    ),
    ("a page of nothing", ["course", "list", "--limit", "0"], "a whole number from 1 to 1000"),
    ("a port beyond all ports", ["serve", "--listen", "127.0.0.1:65536"], "HOST:PORT"),
    ("an origin with a path", ["serve", "--origin", "https://records.example/a"], "without a path"),
    ("a backup to standard output", ["backup", "-"], "FILE cannot be “-”; it is a file"),
    ("a backup from standard input", ["restore", "-"], "FILE cannot be “-”; it is a file"),
    ("a catalogue without its folder", ["catalogue", "import", "-"], "FILE cannot be “-”; it is a file"),
    (
      "several files to standard output", report + ["--format", "csv", "--out", "-"],
      "--out cannot be “-”; it is a folder"
    ),
    (
      "every manual page to standard output", ["manual", "--out", "-"], "--out cannot be “-”; it is a folder"
    ),
    (
      "a unit for settings on standard input", ["settings", "unit", "--settings", "-"],
      "--settings cannot be “-”"
    ),
    (
      "an edition as JSON", ["standard", "export", "S", "--json"], "--json is of no use here: this writes XML"
    ),
    ("a scheme as JSON", ["scheme", "export", "S", "--json"], "--json is of no use here: this writes XML"),
    ("a catalogue's XML as JSON", ["catalogue", "export", "S", "--json"], "--json is of no use here"),
    ("organisations' XML as JSON", ["organisation", "export", "--json"], "--json is of no use here"),
    ("a script as JSON", ["completions", "bash", "--json"], "--json is of no use here"),
    ("a manual page as JSON", ["manual", "--json"], "--json is of no use here"),
    ("a unit as JSON", ["settings", "unit", "--json"], "--json is of no use here"),
    (
      "a report in two formats", report + ["--format", "xml", "--json"],
      "--format cannot be “xml”; it is json"
    ),
    ("help on no command", ["help", "nope"], "registrar has no command “nope”"),
    ("help on a command that is misspelt", ["help", "corse"], "Did you mean course?"),
    ("help on a verb that is misspelt", ["help", "course", "lst"], "Did you mean list?"),
    ("help on more than a command", ["help", "course", "list", "all"], "“all” is one argument too many"),
    (
      "a first day in no organisation", ["person", "add", "A", "--from", "2026-01-01"],
      "--from cannot be “2026-01-01”; it is given with --organisation only"
    ),
    ("a post in no organisation", ["person", "add", "A", "--post", "Officer"], "--post cannot be “Officer”"),
    ("an unknown shell", ["completions", "tcsh"], "bash, zsh, fish"),
  ])
  func whatCannotBeUnderstoodIsSaid(row: String, words: [String], expected: String) throws {
    let desk = try Desk()
    let run = desk.run(words)
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.messages.hasPrefix("registrar"))
    #expect(run.messages.contains(expected), "\(run.messages)")
    #expect(!desk.exists("registrar-data"), "a usage error creates no data folder")
  }

  @Test func noWordsShowHowToBegin() throws {
    let run = try Desk().run([])
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.messages.contains("registrar import course.zip"))
  }

  private static let id = "0192b1c4-8a4e-7c3f-9d52-6f0e4a1b2c3d"
  private static let report = [
    "report", "certification", "--audience", "directorate", "--from", "2026-01-01", "--to", "2026-06-30",
  ]

  private static func plan(from day: String) -> [String] {
    ["session", "plan", "S", "--course", "C", "--mode", "tutored", "--from", day, "--to", "2026-06-05"]
  }
}
