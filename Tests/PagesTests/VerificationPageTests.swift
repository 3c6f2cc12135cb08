import Certification
import JSON
import Testing
import Values

@testable import Pages

@Suite struct VerificationPageTests {
  @Test(
    "The state stands in words, in its colour and as a shape; whatever is not in force is visibly ended",
    arguments: [
      (CertificateState.issued, "In force", false), (.suspended, "Suspended", true),
      (.revoked, "Revoked", true),
      (.expired, "Expired", true), (.replaced, "Replaced", true),
    ])
  func states(state: CertificateState, headline: String, isEnded: Bool) throws {
    let page = try Sample.certificate(state).page
    let text = String(decoding: page.bytes, as: UTF8.self)
    #expect(page.status == 200)
    #expect(text.contains("<h1 id=\"state\">\(headline)</h1>"))
    #expect(text.contains("class=\"verdict \(state.rawValue)\""))
    #expect(text.contains("<svg"))
    #expect(text.contains("class=\"sheet ended\"") == isEnded)
    #expect(text.contains("Not in force now") == isEnded)
    #expect(text.contains("Since <time datetime=\"2026-06-01\">") == isEnded)
  }

  @Test(
    "Every certified fact is on the page",
    arguments: [
      "Amina Ochieng", "Certificate of achievement", "Customs trainer, level 1", "Train the Trainers",
      "TTT-2026-NBO", "2026-03-16", "2026-03-20", "85 of 100", "Regional Training Centre Nairobi",
      "TTT-2026-000042", "2026-04-01", "2029-03-31", "Africa/Nairobi", "2026-11-23 08:05:09 UTC",
      "<html lang=\"en\" dir=\"ltr\">", "<main id=\"content\"",
    ])
  func facts(fact: String) throws {
    #expect(String(decoding: try Sample.certificate().page.bytes, as: UTF8.self).contains(fact))
  }

  @Test("A certificate without end and without score says so, or says nothing")
  func absent() throws {
    let text = String(decoding: try Sample.certificate(score: nil, lastDay: nil).page.bytes, as: UTF8.self)
    #expect(text.contains("No end"))
    #expect(!text.contains("Score"))
  }

  @Test(
    "Markup in a name is shown, not obeyed",
    arguments: ["<script>alert(1)</script>", "\"\u{0301}><img src=x>", "</style><b>", "<\u{0338}/bdi>"])
  func hostile(name: String) throws {
    let text = String(decoding: try Sample.certificate(holder: name, course: name).page.bytes, as: UTF8.self)
    let tags = ["<script", "<img", "<b>", "</style><", "<\u{0338}/bdi"]
    #expect(tags.allSatisfy { tag in !contains(text, tag) })
  }

  @Test("The JSON states the same facts, and what is not known is left out")
  func json() throws {
    let root = try JSONDocument(try Sample.certificate(.revoked, score: nil, lastDay: nil).json).root
    #expect(root["state"]?.string == "revoked")
    #expect(root["inForce"]?.boolean == false)
    #expect(root["number"]?.string == "TTT-2026-000042")
    #expect(root["holder"]?.string == "Amina Ochieng")
    #expect(root["scheme"]?["en"]?.string == "Customs trainer, level 1")
    #expect(root["session"]?["from"]?.string == "2026-03-16")
    #expect(root["asOf"]?.string == "2026-11-23T08:05:09Z")
    #expect(root["stateSince"]?.string == "2026-06-01")
    #expect(root["score"] == nil)
    #expect(root["validTo"] == nil)
  }

  @Test("The page for no certificate is a 404 that shows no state and no fact")
  func notFound() {
    let text = String(decoding: Page.certificateNotFound.bytes, as: UTF8.self)
    #expect(Page.certificateNotFound.status == 404)
    #expect(text.contains("No such certificate: none has this code"))
    #expect(text.contains("Check the typing"))
    #expect(!text.contains("<dl>"))
  }

  /// Octets are compared: to `String.contains` a tag with a combining mark behind it is another text.
  private func contains(_ text: String, _ part: String) -> Bool {
    let octets = Array(text.utf8)
    let wanted = Array(part.utf8)
    return octets.indices.contains { octets[$0...].starts(with: wanted) }
  }
}
