import Certification
import Operations
import Testing
import Values

/// “Who was told, when, by what way”, of what was taken back and given back.
@Suite("Notices") struct NoticeTests {
  private let earned: EarnedCertificate
  private var number: String { earned.certificate.number.text }

  init() throws {
    earned = try EarnedCertificate(score: "0.9")
  }

  private func note(on day: String? = nil, to party: String? = nil) throws -> CertificateNotice {
    try earned.house.perform(
      NoteNotice(
        certificate: number, party: party.flatMap { Reference($0) }, on: day.flatMap { Day($0) }, way: .letter
      ))
  }

  private func untold() throws -> Int {
    try earned.house.answer(ListCertificates(isUntold: true)).items.count
  }

  @Test func nothingWasDecidedYet() throws {
    #expect(throws: CertificateNotice.Refusal.nothingToTell(.issued)) { try note() }
    #expect(try untold() == 0)
  }

  @Test(
    "The day lies between the decision and now",
    arguments: [
      ("2026-03-01", "told-before-decision"), ("2026-03-02", nil), ("2026-03-03", "told-in-future"),
    ]
      as [(String, String?)])
  func day(day: String, refusal: String?) throws {
    _ = try earned.change(.revoke)
    #expect(try untold() == 1)
    do {
      _ = try note(on: day)
      #expect(refusal == nil)
    } catch let error as CertificateNotice.Refusal {
      #expect(error.explanation.code == refusal)
    }
    #expect(try untold() == (refusal == nil ? 0 : 1))
  }

  /// What has ended by the calendar is not taken back any more.
  @Test func aSuspensionThatRanOutIsNoLongerToBeTold() throws {
    _ = try earned.change(.suspend)
    try earned.house.clock.set("2027-03-01T09:00:00Z")
    #expect(try untold() == 1)
    try earned.house.clock.set("2027-03-02T09:00:00Z")
    #expect(try untold() == 0)
  }

  /// That an employer was told does not tell the holder; a decision later is to be told anew.
  @Test func theHolderIsToldOfEachDecision() throws {
    _ = try earned.change(.suspend)
    _ = try note(to: "TEST-MEMBER")
    #expect(try untold() == 1)
    let notice = try note()
    #expect(notice.change == 2 && notice.recipient == .holder && notice.on.description == "2026-03-02")
    #expect(try untold() == 0)
    _ = try earned.change(.revoke)
    #expect(try untold() == 1)
    #expect(try note().change == 3)
    let told = try earned.house.answer(ExplainCertificate(certificate: number))
    #expect(told.notices.map(\.change) == [2, 2, 3])
    #expect(try earned.house.answer(ShowCertificate(certificate: number)).notices == told.notices)
    let entry = try earned.house.answer(
      ReadHistory(filter: HistoryFilter(object: earned.certificate.id.uuid))
    ).items.last
    #expect(entry?.action == "certificate notice")
    #expect(
      entry?.changes.map { "\($0.field) \($0.after ?? "")" } == [
        "told holder", "of revoked", "on 2026-03-02", "way letter",
      ])
  }
}
