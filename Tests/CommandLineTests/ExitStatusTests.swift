import CommandLine
import Files
import Operations
import Testing

struct ExitStatusTests {
  @Test func readingWhereThereIsNoDataFolderIsNotFound() throws {
    let desk = try Desk()
    let run = desk.run("course", "list")
    #expect(run.status == 4)
    #expect(run.messages.hasPrefix("registrar: there is no data folder at \(desk.dataFolder) — "))
    #expect(!desk.exists("registrar-data"))
  }

  @Test(arguments: [
    ("no such organisation", ["organisation", "show", "XX"], 4, "there is no organisation “XX”"),
    (
      "no such certificate", ["verify", "XXXX"], 4,
      "no such certificate: none has this code — check the typing"
    ),
    ("no such standard", ["standard", "show", "XX"], 4, "there is no edition of a standard “XX”"),
    ("a code taken already", ["catalogue", "add", "ttt", "--title", "X"], 5, "already"),
    (
      "nothing published", ["session", "plan", "S", "--course", "NONE"] + days, 4, "there is no course “NONE”"
    ),
    (
      "a Member without its region", ["organisation", "add", "TZ", "--kind", "member", "--name", "X"], 3,
      "AMS, AP, ESA"
    ),
    ("a session opened twice", ["session", "open", "S-1"], 5, "cannot open"),
    (
      "a cursor of no page", ["person", "list", "--after", "x"], 3,
      "is not where a page of this list begins"
    ),
    ("a file that is not there", ["standard", "add", "missing.xml"], 4, "there is no file missing.xml"),
  ])
  func refusalsHaveTheirStatus(row: String, words: [String], status: Int32, expected: String) throws {
    let desk = try Desk()
    _ = try Scene(desk)
    let run = desk.run(words)
    #expect(run.status == status)
    #expect(run.output == "")
    #expect(run.messages.contains(expected), "\(run.messages)")
  }

  @Test func aWorldThatFailsIsTemporary() throws {
    let desk = try Desk()
    desk.outside { $0.openingFailure = FileError(.write, "/data/records", .system(number: 28)) }
    let run = desk.run("catalogue", "add", "T", "--title", "T")
    #expect(run.status == 7)
    #expect(run.messages.contains("No space left on device — "))
  }

  @Test func anErrorThatNobodyForesawIsAFailure() throws {
    struct Unforeseen: Error {}
    let desk = try Desk()
    desk.outside { $0.openingFailure = Unforeseen() }
    #expect(desk.run("course", "list").status == 1)
  }

  @Test func whatIsNotPermittedHasItsStatus() throws {
    struct Forbidden: Explainable {
      var explanation: Explanation { Explanation(.notPermitted, "not-permitted", "this needs a right") }
    }
    let desk = try Desk()
    desk.outside { $0.openingFailure = Forbidden() }
    #expect(desk.run("course", "list").status == 6)
  }

  @Test func aReaderWhoHasSeenEnoughIsNoFailure() throws {
    let desk = try Desk()
    desk.outside { $0.outputIsClosed = true }
    let run = desk.run("catalogue", "add", "T", "--title", "T")
    #expect(run.status == 0)
    #expect(run.messages == "")
    desk.outside { $0.outputIsClosed = false }
    #expect(desk.run("catalogue", "show", "T").status == 0, "what was asked for was done")
  }

  private static let days = ["--mode", "tutored", "--from", "2026-01-01", "--to", "2026-01-02"]
}
