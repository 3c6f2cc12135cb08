import JSON
import Operations
import ProgramDriver
import Testing
import Values

/// Whoever has no key, or has it no longer: hostile rows 45, 47 and 51, as far as keys go.
@Suite struct SecretTests {
  /// "unknown user vs wrong password: … indistinguishable". That both cost the same is said where keys are looked up.
  @Test func anUnknownKeyAndAWrongSecretAreAnsweredAlike() throws {
    let house = try ServedHouse()
    let known = try house.key(.all)
    let strangers = [
      Key(id: known.id, secret: "wrong"), Key(id: UUID(high: 1, low: 1).description, secret: known.secret),
      Key(id: "admin", secret: "wrong"), Key(id: "", secret: ""),
    ]
    let answers = try strangers.map {
      try HTTPConnection(port: house.port, key: $0).send("GET", "/api/v1/persons")
    }
    for answer in answers {
      #expect(answer.status == 401)
      #expect(answer["WWW-Authenticate"] == answers[0]["WWW-Authenticate"])
      #expect(try answer.json.text("code") == "unauthenticated")
      #expect(try answer.json.text("detail") == answers[0].json.text("detail"))
    }
  }

  /// "token used after logout …: 401 at once": also on a connection that it has opened.
  @Test func aRevokedKeyIsRefusedAtOnce() throws {
    let house = try ServedHouse()
    let made = try house.make("keys", #"{"name": "Content", "scope": "read"}"#)
    let key = Key(id: made.text("key"), secret: made.text("secret"))
    let connection = try HTTPConnection(port: house.port, key: key)
    #expect(try connection.send("GET", "/api/v1/persons").status == 200)
    try house.make("keys/\(key.id)/revoke", "{}")
    #expect(try connection.send("GET", "/api/v1/persons").status == 401)
    #expect(try HTTPConnection(port: house.port, key: key).send("GET", "/api/v1/persons").status == 401)
  }

  /// "brute force …: rate limit … per source and per target": ten wrong secrets of one key at once, then one in six
  /// seconds. The right one is let in whatever came before.
  @Test func wrongSecretsOfAKeyAreSlowedDown() throws {
    let house = try ServedHouse()
    let known = try house.key(.all)
    let guesser = try HTTPConnection(port: house.port, key: Key(id: known.id, secret: "wrong"))
    for _ in 1...10 { #expect(try guesser.send("GET", "/api/v1/persons").status == 401) }
    let slowed = try guesser.send("GET", "/api/v1/persons")
    #expect(slowed.status == 429)
    #expect(slowed["Retry-After"] == "6")
    #expect(try house.send("GET", "/api/v1/persons").status == 200)
    house.clock.advance(seconds: 6)
    #expect(try guesser.send("GET", "/api/v1/persons").status == 401)
    #expect(try guesser.send("GET", "/api/v1/persons").status == 429)
  }

  /// Thirty from one address, whichever keys they are tried on; then one in two seconds.
  @Test func wrongSecretsFromAnAddressAreSlowedDown() throws {
    let house = try ServedHouse()
    func guess(_ number: UInt64) throws -> HTTPConnection.Answer {
      let key = Key(id: UUID(high: 7, low: number).description, secret: "wrong")
      return try HTTPConnection(port: house.port, key: key).send("GET", "/api/v1/persons")
    }
    for number in 1...30 { #expect(try guess(UInt64(number)).status == 401) }
    let slowed = try guess(31)
    #expect(slowed.status == 429)
    #expect(slowed["Retry-After"] == "2")
    house.clock.advance(seconds: 2)
    #expect(try guess(32).status == 401)
  }
}
