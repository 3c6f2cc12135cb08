import Certification
import Foundation
import JSON
import Testing
import Values

@testable import Operations

/// Events told to webhooks, by a courier that the test speaks for.
@Suite struct WebhookTests {
  private func add(_ house: House, _ events: [EventType] = [], code: String = "PORTAL") throws
    -> AddWebhook.Outcome
  {
    try house.perform(
      AddWebhook(code: #require(WebhookCode(code)), url: "https://portal.example/hooks", events: events))
  }

  private func deliveries(_ house: House, _ code: String = "PORTAL") throws -> [EventDispatch] {
    try house.answer(ListDispatches(.code(#require(WebhookCode(code))))).items
  }

  private func types(_ courier: ScriptedCourier) throws -> [String] {
    try courier.parcels.map { try JSONDocument($0.body).root["type"]?.string ?? "" }
  }

  /// The example that the libraries of Standard Webhooks are tested with.
  @Test func theSignatureIsThatOfStandardWebhooks() throws {
    let secret = try #require(Base64Example.decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"))
    #expect(WebhookSignature.text(of: secret) == "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
    #expect(
      try WebhookSignature.of(
        Array(#"{"test": 2432232314}"#.utf8), id: "msg_p5jXN8AQM9LWM0D4loKWxJek", seconds: 1_614_265_330,
        secret: secret) == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")
  }

  @Test func aSecretHas256BitsAndIsToldOnce() throws {
    let house = try House()
    let added = try add(house)
    #expect(added.secret.hasPrefix("whsec_"))
    #expect(Base64Example.decode(String(added.secret.dropFirst(6)))?.count == 32)
    let history = try house.answer(ReadHistory(filter: HistoryFilter())).items
    #expect(!"\(history) \(try house.answer(ListWebhooks()).items)".contains(added.secret.dropFirst(6)))
  }

  @Test func theLifeOfAnEnrolmentAndOfACertificateIsTold() throws {
    let scene = try Scene(House())
    let house = scene.house
    _ = try add(house)
    let courier = ScriptedCourier()
    let delivery = EventDelivery(house.registrar, courier: courier) { _ in }
    try scene.send(verb: "completed")
    #expect(try delivery.attempt() == nil)
    #expect(courier.parcels.isEmpty)
    let passed = try scene.send(verb: "passed", scaled: "0.9")
    _ = try delivery.attempt()
    #expect(try types(courier) == ["enrolment.completed", "enrolment.passed"])
    let parcel = try #require(courier.parcels.first)
    let root = try JSONDocument(parcel.body).root
    #expect(root.members?.map { $0.name.string } == ["type", "timestamp", "data"])
    let data = try #require(root["data"])
    #expect(data["enrolment"]?.string == scene.enrolment.description)
    #expect(data["person"]?.string == scene.person.description)
    #expect(data["state"]?.string == "completed")
    #expect(
      data.members?.map { $0.name.string }.sorted() == [
        "course", "enrolment", "passed", "person", "session", "state",
      ])
    #expect(parcel.url == "https://portal.example/hooks")
    #expect(parcel.headers["webhook-id"] == (try deliveries(house).last?.event.description))
    #expect(parcel.headers["webhook-timestamp"] == "1772442000", "2026-03-02T09:00:00Z")
    try scene.void(passed)
    _ = try delivery.attempt()
    #expect(try types(courier).last == "enrolment.corrected")
  }

  @Test func certificates() throws {
    let earned = try EarnedCertificate(score: "0.9")
    let (house, certificate) = (earned.house, earned.certificate)
    _ = try add(house)
    let courier = ScriptedCourier()
    let delivery = EventDelivery(house.registrar, courier: courier) { _ in }
    for decision in [ChangeCertificate.Decision.suspend, .reinstate] {
      _ = try house.perform(
        ChangeCertificate(certificate: certificate.number.text, decision: decision, reason: "review"))
    }
    let replaced = try house.perform(ReplaceCertificate(certificate: certificate.number.text, reason: "name"))
    _ = try house.perform(
      ChangeCertificate(certificate: replaced.number.text, decision: .revoke, reason: "fraud"))
    _ = try delivery.attempt()
    #expect(
      try types(courier) == [
        "certificate.suspended", "certificate.reinstated", "certificate.replaced", "certificate.issued",
        "certificate.revoked",
      ])
    let bodies = courier.parcels.map { String(decoding: $0.body, as: UTF8.self) }
    #expect(bodies[3].contains(replaced.number.text))
    for body in bodies {
      #expect(!body.contains(certificate.facts.holder))
      #expect(!body.contains(certificate.code.description), "the public code opens a page with the name")
      #expect(!body.contains("review"))
    }
  }

  @Test func onlyWhatIsAskedForAndNothingFromBefore() throws {
    let scene = try Scene(House())
    try scene.send(verb: "completed")
    _ = try add(scene.house, [.enrolmentPassed], code: "ONE")
    _ = try add(scene.house, [.certificateIssued], code: "TWO")
    try scene.send(verb: "passed", scaled: "0.9")
    #expect(try deliveries(scene.house, "ONE").map(\.type) == [.enrolmentPassed])
    #expect(try deliveries(scene.house, "TWO").isEmpty)
  }

  /// Attempts after 5 s, 5 min, 30 min, 2 h, 5 h, 10 h, 14 h, 20 h and 24 h, each at most a tenth later; then it has failed.
  @Test func theSchedule() throws {
    let scene = try Scene(House())
    let house = scene.house
    _ = try add(house, [.enrolmentPassed])
    try scene.earn()
    let courier = ScriptedCourier()
    courier.answer = { _ in .answered(status: 500, retryAfterSeconds: nil, words: "") }
    let told = Told()
    let delivery = EventDelivery(house.registrar, courier: courier, tell: told.note)
    for seconds in [5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400] as [Int64] {
      let before = house.clock.now.microseconds
      let due = try #require(try delivery.attempt())
      let wait = due.microseconds - before
      #expect((seconds * 1_000_000...seconds * 1_100_000 + 1000).contains(wait), "\(wait) after \(seconds) s")
      try house.clock.set(due.description)
    }
    #expect(try delivery.attempt() == nil)
    #expect(courier.parcels.count == 10)
    #expect(Set(courier.parcels.map { $0.headers["webhook-id"] }).count == 1, "a stable id")
    #expect(Set(courier.parcels.map { $0.headers["webhook-timestamp"] }).count == 10)
    let dispatch = try #require(try deliveries(house).first)
    #expect((dispatch.state, dispatch.attempts, dispatch.outcome) == (.failed, 10, "it answered 500"))
    #expect(told.reasons.count == 10)
    courier.answer = { _ in .ok }
    let code = try #require(WebhookCode("PORTAL"))
    #expect(try house.perform(RedeliverEvents(.code(code))).count == 1)
    _ = try delivery.attempt()
    #expect(try deliveries(house).first?.state == .delivered)
    #expect(try house.perform(RedeliverEvents(.code(code))).count == 0)
    #expect(try house.perform(RedeliverEvents(.code(code), event: dispatch.event)).count == 1)
    _ = try delivery.attempt()
    #expect(courier.parcels.count == 12)
    #expect(throws: EventUnknown.self) {
      try house.perform(RedeliverEvents(.code(code), event: EventID(Values.UUID(high: 1, low: 1))))
    }
  }

  /// “Disabled after long failure with a reason”: five days without one success, or 410.
  @Test func whoFailsForLongIsGivenUp() throws {
    let scene = try Scene(House())
    let house = scene.house
    _ = try add(house)
    try scene.earn()
    let courier = ScriptedCourier()
    courier.answer = { _ in .answered(status: 500, retryAfterSeconds: nil, words: "") }
    let delivery = EventDelivery(house.registrar, courier: courier) { _ in }
    let code = try #require(WebhookCode("PORTAL"))
    _ = try delivery.attempt()
    try house.clock.set("2026-03-07T08:59:00Z")
    _ = try delivery.attempt()
    #expect(try house.answer(ShowWebhook(.code(code))).disabling == nil)
    try house.clock.set("2026-03-07T10:00:00Z")
    _ = try delivery.attempt()
    let webhook = try house.answer(ShowWebhook(.code(code)))
    #expect(webhook.disabling?.reason.contains("it answered 500") == true)
    #expect(try house.registrar.deliveryFigures().disabledWebhooks == 1)
    let attempts = courier.parcels.count
    try house.clock.set("2026-03-09T10:00:00Z")
    #expect(try delivery.attempt() == nil)
    #expect(courier.parcels.count == attempts)
    courier.answer = { _ in .ok }
    _ = try house.perform(ResumeWebhook(.code(code), reason: nil))
    _ = try delivery.attempt()
    #expect(try deliveries(house).allSatisfy { $0.state == .delivered })
    courier.answer = { _ in .answered(status: 410, retryAfterSeconds: nil, words: "") }
    _ = try house.perform(RedeliverEvents(.code(code), event: #require(try deliveries(house).first).event))
    _ = try delivery.attempt()
    #expect(try house.answer(ShowWebhook(.code(code))).disabling?.reason.contains("410") == true)
  }

  @Test func aWebhookThatIsRemovedTakesWhatWasOnItsWay() throws {
    let scene = try Scene(House())
    _ = try add(scene.house)
    try scene.earn()
    let code = try #require(WebhookCode("PORTAL"))
    _ = try scene.house.perform(RemoveWebhook(.code(code), reason: nil))
    let courier = ScriptedCourier()
    #expect(try EventDelivery(scene.house.registrar, courier: courier) { _ in }.attempt() == nil)
    #expect(courier.parcels.isEmpty)
    #expect(try scene.house.registrar.deliveryFigures().pending == 0)
    #expect(throws: NotFound.self) { try scene.house.answer(ShowWebhook(.code(code))) }
  }

  /// A backup may be restored beside records that go on: the copy delivers nothing until somebody says so.
  @Test func restoredRecordsDeliverNothing() throws {
    let scene = try Scene(House())
    let house = scene.house
    _ = try add(house)
    try scene.earn()
    let lrs = try #require(ForwardingCode("LRS"))
    _ = try house.perform(AddForwarding(code: lrs, url: "https://lrs.example/xapi", user: "us", secret: "s"))
    _ = try house.perform(
      NoteRestore(
        of: BackupFacts(
          id: Values.UUID(high: 1, low: 2), madeAt: house.clock.now, latestRecord: nil, schema: 1, origin: "",
          program: "", counts: [])))
    let courier = ScriptedCourier()
    #expect(try EventDelivery(house.registrar, courier: courier) { _ in }.attempt() == nil)
    #expect(try StatementForwarding(house.registrar, courier: courier) { _ in }.attempt() == nil)
    #expect(courier.parcels.isEmpty)
    _ = try house.perform(ResumeForwarding(.code(lrs), reason: nil))
    _ = try house.perform(ResumeWebhook(.code(#require(WebhookCode("PORTAL"))), reason: nil))
    _ = try EventDelivery(house.registrar, courier: courier) { _ in }.attempt()
    _ = try StatementForwarding(house.registrar, courier: courier) { _ in }.attempt()
    #expect(courier.parcels.count == 3)
  }

  /// The event is of the same transaction as the change: where that is refused there is none.
  @Test func whatIsRefusedTellsNothing() throws {
    let scene = try Scene(House())
    _ = try add(scene.house)
    #expect(throws: VoidingRefused.self) {
      try scene.send([
        scene.statement(verb: "completed"), scene.statement(verb: "passed", scaled: "0.9"),
        Scene.voiding("0197f000-0000-7000-8000-000000000001", id: "0197f000-0000-7000-8000-000000000002"),
        Scene.voiding("0197f000-0000-7000-8000-000000000002"),
      ])
    }
    #expect(try deliveries(scene.house).isEmpty)
  }
}

private enum Base64Example {
  static func decode(_ text: String) -> [UInt8]? { Data(base64Encoded: text).map(Array.init) }
}

extension Scene {
  /// Completes and passes the lesson.
  fileprivate func earn() throws {
    try send(verb: "completed")
    try send(verb: "passed", scaled: "0.9")
  }
}
