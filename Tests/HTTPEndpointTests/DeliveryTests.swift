import JSON
import Operations
import ProgramDriver
import Testing

/// Forwardings and webhooks over HTTP: what is told of them, and that no secret is.
@Suite struct DeliveryTests {
  private let forwarding =
    #"{"code": "LRS", "url": "https://lrs.example/xapi", "user": "us", "secret": "s3cret", "verbs": ["http://example.org/v"]}"#
  private let webhook =
    #"{"code": "PORTAL", "url": "https://portal.example/hooks", "events": ["certificate.issued"]}"#

  @Test func theLifeOfAForwarding() throws {
    let house = try ServedHouse()
    let made = try house.send("POST", "/api/v1/forwardings", json: forwarding)
    #expect(made.status == 201)
    #expect(made["Location"] == "/api/v1/forwardings/LRS")
    var told = made.text
    for (address, state) in [("pause", "paused"), ("resume", "active")] {
      let answer = try house.send("POST", "/api/v1/forwardings/LRS/\(address)", json: #"{"reason": "test"}"#)
      #expect(try answer.json.text("state") == state)
      told += answer.text
    }
    told +=
      try house.send("GET", "/api/v1/forwardings").text + house.send("GET", "/api/v1/forwardings/lrs").text
    #expect(try house.send("GET", "/api/v1/forwardings/LRS/set-aside").json.list("items").isEmpty)
    #expect(try house.send("POST", "/api/v1/forwardings", json: forwarding).status == 409)
    #expect(try house.send("POST", "/api/v1/forwardings/LRS/remove", json: "{}").status == 200)
    #expect(try house.send("GET", "/api/v1/forwardings/LRS").status == 404)
    told += try house.send("GET", "/api/v1/history").text
    #expect(!told.contains("s3cret"))
  }

  @Test func theLifeOfAWebhook() throws {
    let house = try ServedHouse()
    let made = try house.send("POST", "/api/v1/webhooks", ["Idempotency-Key: hook"], json: webhook)
    #expect(made.status == 201)
    let secret = try made.json.text("secret")
    #expect(secret.hasPrefix("whsec_"))
    let again = try house.send("POST", "/api/v1/webhooks", ["Idempotency-Key: hook"], json: webhook)
    #expect(again.status == 409)
    var told = again.text
    told += try house.send("GET", "/api/v1/webhooks").text + house.send("GET", "/api/v1/webhooks/PORTAL").text
    told += try house.send("GET", "/api/v1/webhooks/PORTAL/deliveries?state=failed").text
    told += try house.send("POST", "/api/v1/webhooks/PORTAL/redeliver", json: "{}").text
    told += try house.send("POST", "/api/v1/webhooks/PORTAL/resume", json: "{}").text
    let unknown = try house.send(
      "POST", "/api/v1/webhooks/PORTAL/redeliver", json: #"{"event": "\#(uuid(1))"}"#)
    #expect(unknown.status == 404)
    #expect(try house.send("POST", "/api/v1/webhooks/PORTAL/remove", json: "{}").status == 200)
    told += try house.send("GET", "/api/v1/history").text
    #expect(!told.contains(secret.dropFirst(6)))
  }

  @Test(arguments: [
    "http://us:s3cret@lrs.example/", "ftp://lrs.example/", "https://lrs.example/?key=s3cret", "nonsense",
  ])
  func anAddressThatCannotBeUsed(_ url: String) throws {
    let house = try ServedHouse()
    let answers = [
      try house.send(
        "POST", "/api/v1/forwardings", json: forwarding.replacing("https://lrs.example/xapi", with: url)),
      try house.send(
        "POST", "/api/v1/webhooks", json: webhook.replacing("https://portal.example/hooks", with: url)),
    ]
    for answer in answers {
      #expect(answer.status == 422)
      #expect(!answer.text.contains("s3cret"))
    }
  }

  @Test(arguments: [KeyScope.read, .xapi, .xapiWrite, .xapiState, .xapiProfile, .monitor])
  func onlyAKeyOfScopeAll(_ scope: KeyScope) throws {
    let house = try ServedHouse()
    for (method, address) in [
      ("GET", "forwardings"), ("POST", "forwardings"), ("GET", "webhooks"), ("POST", "webhooks"),
    ] {
      let json = method == "POST" ? forwarding : nil
      #expect(try house.send(method, "/api/v1/\(address)", json: json, scope: scope).status == 403)
    }
  }

  @Test func figures() throws {
    let house = try ServedHouse()
    let made = try house.send("POST", "/api/v1/forwardings", json: forwarding)
    _ = try house.xapi("POST", "/xapi/statements", statement())
    let id = try made.json.text("id")
    let metrics = try house.send("GET", "/metrics", scope: .monitor).text
    for line in [
      "registrar_forwarding_backlog{forwarding=\"\(id)\"} 1",
      "registrar_forwarding_paused{forwarding=\"\(id)\"} 0",
      "registrar_forwarding_failures{forwarding=\"\(id)\"} 0", "registrar_webhook_deliveries_pending 0",
      "registrar_webhook_deliveries_failed 0", "registrar_webhooks_disabled 0",
    ] { #expect(metrics.contains(line + "\n"), "\(line)") }
  }
}
