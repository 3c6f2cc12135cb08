import Certification
import JSON
import Operations
import SQLiteStore
import Testing
import Values

/// “Expiring certificates are announced ahead: each reminder exactly once per certificate and step, not for those renewed,
/// revoked or replaced.” The certificate ends on 2027-03-01.
@Suite("Certificates that soon end") struct AnnouncedEndTests {
  private let earned: EarnedCertificate
  private var house: House { earned.house }

  init() throws {
    earned = try EarnedCertificate(score: "0.9")
    _ = try earned.house.perform(
      AddWebhook(
        code: #require(WebhookCode("PORTAL")), url: "https://portal.example/hooks",
        events: [.certificateExpiring, .certificateExpired]))
  }

  private func told(_ instant: String, _ steps: [Int] = [30, 90, 7]) throws -> [String] {
    try house.clock.set(instant)
    let before = try events()
    let count = try house.registrar.followCalendar(announcing: steps)
    #expect(try house.registrar.followCalendar(announcing: steps) == 0, "and nothing twice")
    let after = try events()
    #expect(after.count - before.count == count)
    return after.dropFirst(before.count).map { $0 }
  }

  /// Type and step of every event, in order.
  private func events() throws -> [String] {
    try house.store.read { try $0.dueDispatches(at: house.clock.now, limit: 100) }.map {
      let root = try JSONDocument($0.event.payload).root
      let step = root["data"]?["daysAhead"]?.number?.int64
      return $0.event.type.rawValue + (step.map { " \($0)" } ?? "")
    }
  }

  @Test func eachStepOnce() throws {
    #expect(try told("2026-11-30T23:59:59Z") == [])
    #expect(try told("2026-12-01T00:00:00Z") == ["certificate.expiring 90"])
    #expect(try told("2026-12-02T00:00:00Z") == [])
    #expect(try told("2027-01-30T00:00:00Z") == ["certificate.expiring 30"])
    #expect(try told("2027-02-22T00:00:00Z") == ["certificate.expiring 7"])
    #expect(try told("2027-03-01T23:59:59Z") == [])
    #expect(try told("2027-03-02T00:00:00Z") == ["certificate.expired"])
    #expect(try earned.state == .expired)
  }

  /// What was missed is told by the nearest step alone.
  @Test func theNearestStepIsTold() throws {
    #expect(try told("2027-02-20T00:00:00Z") == ["certificate.expiring 30"])
    #expect(try told("2027-03-01T00:00:00Z") == ["certificate.expiring 7"])
  }

  @Test func onTheLastDayItself() throws {
    #expect(try told("2027-02-28T00:00:00Z", [0]) == [])
    #expect(try told("2027-03-01T00:00:00Z", [0]) == ["certificate.expiring 0"])
  }

  @Test("What is not in force is not announced", arguments: [ChangeCertificate.Decision.suspend, .revoke])
  func notInForce(decision: ChangeCertificate.Decision) throws {
    _ = try earned.change(decision)
    #expect(try told("2027-02-20T00:00:00Z") == [])
  }

  @Test func whatTookAnothersPlaceIsAnnouncedInItsPlace() throws {
    let replacement = try earned.replace()
    #expect(try told("2027-02-20T00:00:00Z") == ["certificate.expiring 30"])
    let entry = try house.answer(ReadHistory(filter: HistoryFilter(object: replacement.id.uuid))).items.last
    #expect(entry?.action == "certificate announce")
    #expect(entry?.changes == [FieldChange("daysAhead", from: nil, to: "30")])
  }

  @Test func nobodyIsToldWhereNobodyWantsToBe() throws {
    _ = try house.perform(RemoveWebhook(.code(#require(WebhookCode("PORTAL"))), reason: nil))
    #expect(try told("2027-03-02T00:00:00Z") == [])
    #expect(
      try house.answer(ShowCertificate(certificate: earned.certificate.number.text)).transitions.count == 1)
  }
}
