import Testing
import Values

@Suite struct ReferenceTests {
  private enum Anything {}

  @Test func aTextOfAnIdentifiersFormPointsByIdentifier() throws {
    let text = "018f4e2a-7c3b-7d10-8a5b-0123456789ab"
    let identifier = try #require(Identifier<Anything>(text))
    #expect(Reference(text) == .id(identifier))
    #expect(Reference(text.uppercased()) == .id(identifier))
    #expect(Reference.id(identifier).description == text)
  }

  @Test(
    "Every other code points by code", arguments: ["TTT", "018f4e2a", "018f4e2a-7c3b-7d10-8a5b-0123456789ax"])
  func code(text: String) throws {
    let code = try #require(Code<Anything>(text))
    #expect(Reference(text) == .code(code))
    #expect(Reference.code(code).description == text)
  }

  @Test("What points at nothing", arguments: ["", "-", "a b", "018f4e2a-7c3b-7d10-8a5b-0123456789ab/1"])
  func refused(text: String) {
    #expect(Reference<Anything>(text) == nil)
  }
}
