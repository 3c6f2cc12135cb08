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
    ("CSV to standard output", report + ["--format", "csv"], "--out FOLDER is missing"),
    ("a block of an XML report", report + ["--block", "results"], "with --format csv only"),
    (
      "one code for two packages", ["import", "a.zip", "b.zip", "--code", "X"], "given with one package only"
    ),
    ("a page of nothing", ["course", "list", "--limit", "0"], "a whole number from 1 to 1000"),
    ("a port beyond all ports", ["serve", "--listen", "127.0.0.1:65536"], "HOST:PORT"),
    ("an origin with a path", ["serve", "--origin", "https://records.example/a"], "without a path"),
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
