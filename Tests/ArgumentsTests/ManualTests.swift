import Arguments
import Testing

/// Manual pages, by man-pages(7): what is in the help, in the form that man reads.
@Suite struct ManualTests {
  @Test func aPageHoldsWhatTheHelpTells() throws {
    let page = try #require(ledger.manual(on: ["import"], version: "1.2"))
    let expected = """
      .TH "LEDGER\\-IMPORT" "1" "" "ledger 1.2" "Keeps a ledger."
      .SH NAME
      ledger\\-import \\- Reads books
      .SH SYNOPSIS
      .B ledger import
      BOOK…
      [OPTIONS]
      .SH DESCRIPTION
      Reads books.
      .PP
      First paragraph.
      .PP
      Second paragraph.
      .SH ARGUMENTS
      .TP
      .B BOOK…
      The books.
      .SH OPTIONS
      .TP
      .B \\-n, \\-\\-dry\\-run
      Change nothing.
      """
    #expect(page.hasPrefix(expected), "\(page)")
    #expect(page.contains(".SH EXAMPLES\n.TP\n.B ledger import book.csv\nReads one book.\n"))
    #expect(page.hasSuffix(".SH SEE ALSO\n\\fBledger\\fR(1)\n"))
  }

  @Test func thereIsAPageForEachCommandThatIsListed() {
    let names = ledger.manualPaths.map(ledger.manualName(of:))
    #expect(
      names == [
        "ledger", "ledger-import", "ledger-entry", "ledger-entry-show", "ledger-entry-list",
        "ledger-entry-count",
        "ledger-export",
      ])
  }

  @Test(arguments: [
    ("a leading stop is no macro", ".hidden", "\\&.hidden"),
    ("a leading quote is no macro", "'quoted'", "\\&'quoted'"),
    ("a backslash stands for itself", "a\\b", "a\\eb"),
    ("a hyphen can be copied", "--json", "\\-\\-json"),
    ("a line end begins no line", "one\n.two", "one .two"),
  ])
  func wordsAreNoMacros(_ why: String, summary: String, shown: String) throws {
    let grammar = Grammar(program: Command("p", summary: summary))
    let page = try #require(grammar.manual(on: [], version: "1"))
    #expect(page.contains(".SH DESCRIPTION\n\(shown)\n"), "\(why): \(page)")
  }

  @Test func aCommandThatIsNotThereHasNoPage() {
    #expect(ledger.manual(on: ["burn"], version: "1") == nil)
  }
}
