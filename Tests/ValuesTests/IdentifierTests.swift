import Testing
import Values

@Suite struct IdentifierTests {
  private enum Anything {}

  @Test func readsTheTextFormAndWritesItBack() throws {
    let text = "018f4e2a-7c3b-7d10-8a5b-0123456789ab"
    let identifier = try #require(Identifier<Anything>(text))
    #expect(identifier.description == text)
    #expect(identifier == Identifier<Anything>(text.uppercased()))
  }

  @Test("What is no identifier", arguments: ["", "7", "018f4e2a7c3b7d108a5b0123456789ab"])
  func refused(text: String) {
    #expect(Identifier<Anything>(text) == nil)
  }

  @Test func identifiersAreOrderedAsTheirUUIDs() {
    let early = Identifier<Anything>(UUID(high: 1, low: 9))
    let late = Identifier<Anything>(UUID(high: 2, low: 0))
    #expect([late, early].sorted() == [early, late])
  }
}
