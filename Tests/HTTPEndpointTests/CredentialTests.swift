import Cryptography
import JSON
import OpenBadges
import Operations
import ProgramDriver
import Testing

/// What verifiers ask for: the credential, the keys, the issuer, the lists of states. All of it is public.
@Suite struct CredentialTests {
  @Test func aCredentialIsHadByItsCodeOnceItIsSigned() throws {
    let house = try ServedHouse()
    let code = try Scene(house).earnCertificate().text("code")
    let paths = [
      "/credentials/certificates/\(code)", "/verify/\(code)/credential.jwt",
      "/verify/\(code)/credential.json",
    ]
    for path in paths { #expect(try house.send("GET", path, scope: nil).status == 503, "not signed yet") }
    try house.registrar.issueCredentials()
    let answers = try paths.map { try house.send("GET", $0, scope: nil) }
    #expect(answers.map(\.status) == [200, 200, 200])
    #expect(
      answers.map { $0["Content-Type"] } == ["application/vc+jwt", "application/vc+jwt", "application/vc"])
    #expect(answers[0].body == answers[1].body)
    #expect(answers[2].text.contains("data:application/vc+jwt,\(answers[0].text)\""))
    #expect(answers[1]["Content-Disposition"] == "attachment; filename=\"credential.jwt\"")
    #expect(answers.allSatisfy { $0["X-Content-Type-Options"] == "nosniff" })
    for path in ["/credentials/certificates/x", "/verify/00000000000000000000000000/credential.jwt"] {
      #expect(try house.send("GET", path, scope: nil).status == 404)
    }
  }

  @Test func everyAddressOfACredentialLeadsSomewhere() throws {
    let house = try ServedHouse()
    let code = try Scene(house).earnCertificate().text("code")
    try house.registrar.issueCredentials()
    let token = try house.send("GET", "/verify/\(code)/credential.jwt", scope: nil).text
    let payload = try decoded(token.split(separator: ".").map(String.init)[1])
    let header = try decoded(token.split(separator: ".").map(String.init)[0])
    func path(_ address: String?) throws -> String {
      let text = try #require(address)
      #expect(text.hasPrefix("http://registrar.test/"))
      return String(text.dropFirst("http://registrar.test".count))
    }
    let key = try house.send("GET", path(header["kid"]?.string), scope: nil)
    #expect(key["Content-Type"] == "application/jwk+json")
    #expect(try key.json.text("kid") == header["kid"]?.string)
    #expect(try key.json.text("kty") == "RSA")
    #expect(try key.json["d"] == nil, "nothing of the private half")
    let issuer = try house.send("GET", path(payload["issuer"]?["id"]?.string), scope: nil)
    #expect(try issuer.json.text("id") == payload["iss"]?.string)
    #expect(try issuer.json.text("name") == payload["issuer"]?["name"]?.string)
    #expect(try issuer.json.list("assertionMethod").map(\.string) == [header["kid"]?.string])
    #expect(try house.send("GET", path(payload["id"]?.string), scope: nil).text == token)
    for entry in try #require(payload["credentialStatus"]?.elements) {
      let list = try house.send("GET", path(entry["statusListCredential"]?.string), scope: nil)
      #expect(list["Content-Type"] == "application/vc+jwt")
      let content = try decoded(list.text.split(separator: ".").map(String.init)[1])
      #expect(content["credentialSubject"]?["statusPurpose"]?.string == entry["statusPurpose"]?.string)
      #expect(content["id"]?.string == entry["statusListCredential"]?.string)
    }
    let set = try house.send("GET", "/credentials/keys", scope: nil)
    #expect(set["Content-Type"] == "application/jwk-set+json")
    #expect(try set.json.list("keys").map { $0.text("kid") } == [header["kid"]?.string])
    #expect(try house.send("GET", "/.well-known/jwks.json", scope: nil).body == set.body)
    #expect(try house.send("GET", "/credentials/issuer", scope: nil).status == 200)
  }

  @Test(
    arguments: [
      "/credentials/keys/x", "/credentials/keys/01a21827-e522-773f-aeb1-e3cc085f72f2",
      "/credentials/issuers/x",
      "/credentials/issuers/01a21827-e522-773f-aeb1-e3cc085f72f2", "/credentials/status/x/revocation",
      "/credentials/status/01a21827-e522-773f-aeb1-e3cc085f72f2/revocation",
      "/credentials/status/01a21827-e522-773f-aeb1-e3cc085f72f2/refresh",
    ])
  func whatIsNotThereIsNotFound(path: String) throws {
    let house = try ServedHouse()
    #expect(try house.send("GET", path, scope: nil).status == 404)
  }

  @Test func aListTellsWhatWasDecidedAtOnce() throws {
    let house = try ServedHouse()
    let code = try Scene(house).earnCertificate().text("code")
    try house.registrar.issueCredentials()
    let token = try house.send("GET", "/verify/\(code)/credential.jwt", scope: nil).body
    func status() throws -> KnownStatus {
      let trust = try house.registrar.trustFile().trust
      return try CheckedFile(token, trust: trust, at: house.clock.now).status
    }
    #expect(try status() == .inForce)
    try house.make("certificates/\(code)/suspend", #"{"reason": "a question"}"#)
    #expect(try status() == .suspended)
    try house.make("certificates/\(code)/revoke", #"{"reason": "fraud"}"#)
    #expect(try status() == .ended)
  }

  @Test func aTranscriptIsHadOnceEverythingInItIsSigned() throws {
    let house = try ServedHouse()
    let person = try Scene(house).earnCertificate().text("person")
    let path = "/api/v1/persons/\(person)/transcript"
    #expect(try house.send("GET", path).status == 503, "not signed yet")
    try house.registrar.issueCredentials()
    let answer = try house.send("GET", path)
    #expect(answer.status == 200)
    #expect(answer["Content-Type"] == "application/vc+jwt")
    #expect(answer["Content-Disposition"] == "attachment; filename=\"transcript.jwt\"")
    let record = try house.registrar.trustFile().trust.learnerRecord(in: answer.body)
    #expect(record.entries.count == 1)
    #expect(try house.send("GET", path + "?cut-off=2000-01-01T00:00:00Z").status == 409)
    #expect(try house.send("GET", path + "?cut-off=2999-01-01T00:00:00Z").status == 400)
    #expect(try house.send("GET", path + "?cut-off=yesterday").status == 400)
    #expect(try house.send("GET", path, scope: nil).status == 401)
  }

  @Test func keysAreListedAndRotated() throws {
    let house = try ServedHouse()
    let made = try house.make("credential-keys", #"{"algorithm": "ES256", "reason": "yearly"}"#)
    #expect(made.text("algorithm") == "ES256")
    let next = try house.make("credential-keys", #"{"algorithm": "RS256"}"#)
    let keys = try house.show("credential-keys").list("items")
    #expect(keys.map { $0.text("key") } == [made.text("key"), next.text("key")])
    #expect(keys.map { $0["retiredAt"]?.isNull } == [false, true])
    #expect(
      try house.send("GET", "/credentials/keys/\(made.text("key"))", scope: nil).json.text("kty") == "EC")
    let other = try house.send("POST", "/api/v1/credential-keys", json: #"{"algorithm": "HS256"}"#)
    #expect(other.status == 422)
  }

  /// “codes are unguessable and attempts limited”
  @Test func whoAsksForManyCodesIsSlowedDown() throws {
    let house = try ServedHouse()
    let code = try Scene(house).earnCertificate().text("code")
    let statuses = try (0..<40).map { number in
      try house.send("GET", "/verify/000000000000000000000000\(number + 10)", scope: nil).status
    }
    #expect(statuses == [Int](repeating: 404, count: 30) + [Int](repeating: 429, count: 10))
    #expect(
      try house.send("GET", "/verify/\(code)", scope: nil).status == 200,
      "a right code is answered all the same")
    let refused = try house.send("GET", "/verify/x/credential.jwt", scope: nil)
    #expect(refused.status == 429)
    #expect(refused["Retry-After"] != nil)
  }

  private func decoded(_ part: String) throws -> JSONValue {
    let octets = try #require(Base64.url.decode(part))
    return try JSONDocument(octets).root
  }
}
