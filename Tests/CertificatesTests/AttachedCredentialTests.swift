import Testing

@testable import Certificates

/// The credential within the file of its page: one file for one page and token, and none besides.
@Suite struct AttachedCredentialTests {
  private let token = Array("eyJh.eyJi-_0.c2ln".utf8)

  @Test(arguments: ["en", "ar"])
  func whatIsAttachedIsFound(language: String) throws {
    let page = try Sample.page(language)
    let attached = AttachedCredential(page: page, token: token, language: language)
    let file = try #require(attached.file)
    #expect(file.starts(with: page), "nothing of the page is taken away")
    #expect(AttachedCredential(file: file) == attached)
    #expect(attached.file == file)
    let text = String(decoding: file.dropFirst(page.count), as: UTF8.self)
    #expect(text.contains("/Lang (\(language))"))
    #expect(text.contains("/EmbeddedFiles"))
    #expect(text.contains("/Prev "))
  }

  /// Whatever bit is altered, it is either no such file any more, or the page or token of another.
  @Test func everyBitBelongsToThePageOrTheTokenOrIsAsItHasToBe() throws {
    let page = try Sample.page()
    let attached = AttachedCredential(page: page, token: token, language: "en")
    let file = try #require(attached.file)
    for place in page.count..<file.count {
      for bit in 0..<8 {
        var altered = file
        altered[place] ^= 1 << UInt8(bit)
        if let found = AttachedCredential(file: altered) {
          #expect(found.page != page || found.token != token || found.language != "en")
        }
      }
    }
    for altered in [
      file + [0x0A], Array(file.dropLast()), page, [], file + file, Array("%PDF-1.5\n%%EOF\n".utf8),
    ] {
      #expect(AttachedCredential(file: altered) == nil)
    }
  }

  @Test(arguments: ["", "%PDF-1.5\n", "%PDF-1.5\nstartxref\n9\n%%EOF\n", "no PDF"])
  func whatCairoDidNotWriteTakesNothing(text: String) {
    #expect(AttachedCredential(page: Array(text.utf8), token: token, language: "en").file == nil)
  }
}
