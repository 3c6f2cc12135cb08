import ContentPackaging
import Operations
import Representations
import Testing

struct ImportReportTests {
  @Test func aFindingTellsItsPlaceOrNulls() {
    let missing = FindingCode("package.file.missing", .error, "…", fix: "Add the file.")
    let finding = Finding(missing, "a.html is not in the package", offendingText: "a.html")
    #expect(
      String(decoding: finding.json(), as: UTF8.self) == """
        {"code":"package.file.missing","severity":"error","message":"a.html is not in the package","file":null,\
        "line":null,"column":null,"fix":"Add the file.","elementPath":null,"offendingText":"a.html"}
        """)
  }
}
