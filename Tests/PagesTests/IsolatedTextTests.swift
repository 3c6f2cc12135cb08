import HTML
import Testing
import Values

@testable import Pages

@Suite struct IsolatedTextTests {
  @Test("A name in its own script is isolated, and marked with its language where that is known")
  func isolated() throws {
    var html = HTMLWriter()
    html.isolated("محمد")
    html.isolated(LocalizedText("Formation", language: try #require(LanguageTag("fr"))))
    html.isolated(LocalizedText("Titel"))
    #expect(
      String(decoding: html.bytes, as: UTF8.self)
        == "<bdi dir=\"auto\">محمد</bdi><bdi dir=\"auto\" lang=\"fr\">Formation</bdi><bdi dir=\"auto\">Titel</bdi>"
    )
  }
}
