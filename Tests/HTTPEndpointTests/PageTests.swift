import JSON
import ProgramDriver
import Testing

/// What anyone may look at.
@Suite struct PageTests {
  @Test(arguments: [
    ("/", "text/html; charset=utf-8"), ("/healthz", "text/plain; charset=utf-8"),
    ("/readyz", "application/json"),
  ])
  func theServerSaysThatItLives(_ path: String, _ type: String) throws {
    let answer = try ServedHouse().send("GET", path, scope: nil)
    #expect(answer.status == 200)
    #expect(answer["Content-Type"] == type)
    #expect(answer["X-Frame-Options"] == "DENY")
  }

  /// A certificate in every state, as the page and as JSON tell it.
  @Test func aCertificateIsVerifiedInEveryState() throws {
    let house = try ServedHouse()
    let code = try Scene(house).earnCertificate().text("code")
    try expect("issued", "In force", code, at: house)
    try house.make("certificates/\(code)/suspend", #"{"reason": "a question is open"}"#)
    try expect("suspended", "Suspended", code, at: house)
    try house.make("certificates/\(code)/reinstate", #"{"reason": "settled"}"#)
    try expect("issued", "In force", code, at: house)
    house.clock.advance(days: 365)
    try expect("expired", "Expired", code, at: house)
  }

  @Test func whatWasRevokedOrReplacedSaysSo() throws {
    let house = try ServedHouse()
    let code = try Scene(house).earnCertificate().text("code")
    let without = try house.send("POST", "/api/v1/certificates/\(code)/revoke", json: "{}")
    #expect(without.status == 422)
    #expect(try without.json.list("errors").first?.text("pointer") == "/reason")
    let new = try house.make("certificates/\(code)/replace", #"{"reason": "a new name"}"#).text("code")
    try expect("replaced", "Replaced", code, at: house)
    try house.make("certificates/\(new)/revoke", #"{"reason": "obtained by error"}"#)
    try expect("revoked", "Revoked", new, at: house)
  }

  private func expect(_ state: String, _ headline: String, _ code: String, at house: ServedHouse) throws {
    let page = try house.send("GET", "/verify/\(code)", ["Accept: text/html,*/*;q=0.8"], scope: nil)
    #expect(page.status == 200)
    #expect(page["Content-Type"] == "text/html; charset=utf-8")
    #expect(page["Content-Security-Policy"]?.contains("default-src 'none'") == true)
    #expect(page["Referrer-Policy"] == "no-referrer")
    #expect(page.text.contains(headline))
    let json = try house.send("GET", "/verify/\(code)", ["Accept: application/json"], scope: nil)
    #expect(json["Content-Type"] == "application/json")
    #expect(try json.json.text("state") == state)
    #expect(try json.json.text("holder") == "Officer 1")
  }

  /// "404 page same for unknown and malformed": it tells no one how near a guess was.
  @Test func anUnknownAndAMalformedCodeAreAnsweredAlike() throws {
    let house = try ServedHouse()
    let unknown = try house.send("GET", "/verify/00000000000000000000000000", scope: nil)
    #expect(unknown.status == 404)
    for code in ["x", "000000000000000000000000000", "%3Cscript%3E", "ORIGIN-2026-000001"] {
      let malformed = try house.send("GET", "/verify/\(code)", scope: nil)
      #expect(malformed.status == 404)
      #expect(malformed.body == unknown.body)
    }
    let json = try house.send("GET", "/verify/x", ["Accept: application/json"], scope: nil)
    #expect(try json.json.text("code") == "certificate-not-found")
    #expect(try json.json.text("detail") == "no such certificate: none has this code")
    #expect(try json.json.text("remedy").hasPrefix("check the typing"))
    #expect(!json.text.contains("“x”"))
  }

  /// Row 37: "poisoned Host: links use the configured origin".
  @Test func linksBeginWithTheConfiguredOrigin() throws {
    let house = try ServedHouse(origin: "https://records.example")
    let scene = try Scene(house)
    let certificate = try scene.earnCertificate()
    let address = "https://records.example/verify/\(certificate.text("code"))"
    #expect(certificate.text("verifyURL") == address)
    let poisoned = try house.send(
      "GET", "/api/v1/certificates/\(certificate.text("code"))",
      ["X-Forwarded-Host: evil.example", "X-Forwarded-Proto: gopher", "Forwarded: host=evil.example"])
    #expect(try poisoned.json.text("verifyURL") == address)
    #expect(!poisoned.text.contains("evil"))
    let home = try house.send("GET", "/", ["X-Forwarded-Host: evil.example"], scope: nil)
    #expect(home.text.contains("https://records.example/"))
    #expect(!home.text.contains("evil"))
  }

  /// Row 37: a poisoned `Host` itself, where no origin is configured: links begin with the address listened on.
  @Test func linksNeverBeginWithTheHostOfTheRequest() throws {
    let house = try ServedHouse()
    let certificate = try Scene(house).earnCertificate()
    let key = try house.key()
    for path in [
      "/", "/verify/\(certificate.text("code"))", "/api/v1/certificates/\(certificate.text("code"))",
    ] {
      let connection = try house.connection(nil)
      let head = """
        GET \(path) HTTP/1.1\r\nHost: evil.example\r\nAuthorization: Basic \(base64("\(key.id):\(key.secret)"))\r\n\r\n
        """
      try connection.write(Array(head.utf8))
      let answer = try connection.answer()
      #expect(answer.status == 200)
      #expect(!answer.text.contains("evil"), "\(path)")
    }
  }

  /// Row 38: "GET never changes the DB hash": no history, no statement, no state.
  @Test func nothingIsChangedByLooking() throws {
    let house = try ServedHouse()
    let scene = try Scene(house)
    let before = try house.show("history?limit=1000").list("items").count
    for path in [
      "/", "/verify/x", "/api/v1/sessions/SPRING/close", "/api/v1/enrolments/\(scene.enrolment)/withdraw",
      "/api/v1/keys", "/xapi/statements?method=PUT",
    ] {
      _ = try house.send("GET", path, ["X-Experience-API-Version: 1.0.3"])
    }
    #expect(try house.show("history?limit=1000").list("items").count == before)
    #expect(try scene.state == "enrolled")
  }
}
