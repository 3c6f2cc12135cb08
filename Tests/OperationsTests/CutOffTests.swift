import Assessment
import Catalogue
import Certification
import Dispatch
import Enrolment
import Operations
import People
import Reports
import SQLiteStore
import Testing
import Values

/// “Every figure in a report can be recomputed from the records as of its cut-off” (domain 7.4, 20).
@Suite struct CutOffTests {
  /// Something that is recorded after a report's cut-off.
  struct LaterChange: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// Whether a report with a later cut-off tells of it: a row that no report ever tells of would prove nothing.
    let isTold: Bool
    let record: @Sendable (CutOffScene) throws -> Void

    init(_ name: String, isTold: Bool = true, record: @escaping @Sendable (CutOffScene) throws -> Void) {
      testDescription = name
      self.isTold = isTold
      self.record = record
    }
  }

  static let laterChanges = [
    LaterChange("publishing another version") { try $0.publish(2) },
    LaterChange("retiring the published version") { try $0.retire(1) },
    LaterChange("mapping an item to the published version") { try $0.map(1, to: "THREE") },
    LaterChange("mapping an item to the superseded version") {
      try $0.publish(2)
      try $0.map(1, to: "THREE")
    },
    LaterChange("loading an edition") { try $0.loadEdition("NEXT-STANDARD", items: ["ONE"]) },
    LaterChange("mapping to an edition loaded later") {
      try $0.loadEdition("AN-OLDER-STANDARD", items: ["ONE"])
      try $0.map(1, of: "AN-OLDER-STANDARD", to: "ONE")
    },
    LaterChange("importing and publishing another course", isTold: false) {
      _ = try $0.house.importFolder(CutOffScene.otherCourse, catalogue: $0.catalogue)
    },
    LaterChange("correcting a result") { try $0.correctResult(scaled: "0.5") },
    LaterChange("recording a statement") { try $0.complete() },
    LaterChange("voiding a statement") { try $0.scene.void($0.passed) },
    LaterChange("withdrawing an enrolment") { try $0.end($0.enrolled, .withdraw) },
    LaterChange("marking a no-show") { try $0.end($0.enrolled, .markNoShow) },
    LaterChange("enrolling somebody again") {
      try $0.end($0.enrolled, .withdraw)
      try $0.enrol($0.officer)
    },
    LaterChange("enrolling somebody new") { try $0.enrol($0.addOfficer("Third Officer")) },
    LaterChange("nominating somebody", isTold: false) { try $0.nominate($0.addOfficer("Third Officer")) },
    LaterChange("closing the session") { try $0.move([.confirm, .start, .deliver, .report, .close]) },
    LaterChange("cancelling the session") { try $0.move([.cancel]) },
    LaterChange("taking a donor's funding back") { try $0.unfund() },
    LaterChange("paying for more seats") { try $0.payFor(seats: 9) },
    LaterChange("setting another target") { try $0.setTarget(12) },
    LaterChange("saying that a Member belongs to a group") { try $0.join(nil) },
    LaterChange("asking about the session") { try $0.ask("LATER") },
    LaterChange("answering") { try $0.answer() },
    LaterChange("annulling an answer") { try $0.annulAnswer() },
    LaterChange("promising to train others") { try $0.promise() },
    LaterChange("training others") { try $0.trainOthers("Later lesson") },
    LaterChange("annulling an onward training") { try $0.annulTraining() },
    LaterChange("planning another session", isTold: false) { try $0.planAnotherSession() },
    LaterChange("moving an officer to another Member, from before the session on", isTold: false) {
      try $0.affiliate($0.scene.person, from: "2020-01-01")
    },
    LaterChange("moving an officer to another Member, from now on", isTold: false) {
      try $0.affiliate($0.scene.person, from: "2026-03-02")
    },
    LaterChange("giving an officer another name, twice") {
      try $0.rename("Officer Renamed")
      try $0.rename("Officer Renamed Again")
    },
    LaterChange("ending an officer's place before the session starts") { try $0.endPlace() },
    LaterChange("awarding a certificate") {
      try $0.complete()
      try $0.award($0.enrolled)
    },
    LaterChange("suspending a certificate") { try $0.change(.suspend) },
    LaterChange("suspending a certificate and reinstating it") {
      try $0.change(.suspend)
      try $0.house.clock.set("2026-03-03T09:00:00Z")
      try $0.change(.reinstate)
    },
    LaterChange("revoking a certificate") { try $0.change(.revoke) },
    LaterChange("replacing a certificate") { try $0.replaceCertificate() },
    LaterChange("awarding anew after an expiry") {
      try $0.house.clock.set("2027-06-01T09:00:00Z")
      try $0.award($0.scene.enrolment)
    },
    LaterChange("revising a scheme", isTold: false) { try $0.reviseScheme() },
  ]

  @Test("a report is the same bytes before and after", arguments: laterChanges)
  func theSameBytes(later: LaterChange) throws {
    let scene = try CutOffScene()
    let cutOff = try #require(Instant("2026-03-02T10:00:00Z"))
    let before = try scene.documents(asOf: cutOff)
    let figures = try scene.figures(asOf: scene.house.store.dividingInstant())
    try scene.house.clock.set("2026-03-02T11:00:00Z")
    try later.record(scene)
    let after = try scene.documents(asOf: cutOff)
    #expect(before.count == 19)
    #expect(before.keys.filter { after[$0] != before[$0] }.sorted() == [])
    #expect(try (scene.figures(asOf: scene.house.store.dividingInstant()) != figures) == later.isTold)
  }

  @Test("a certificate is expired from the day after its last, whether that was recorded meanwhile or not")
  func expiry() throws {
    let scene = try CutOffScene()
    try scene.house.clock.set("2027-06-01T09:00:00Z")
    let expired: [ReportCell] = [.code("expired"), .day(try #require(Day("2027-03-02")))]
    #expect(try scene.certificateStates().contains(expired))
    try scene.award(scene.scene.enrolment)
    #expect(try scene.certificateStates().contains(expired))
  }

  @Test("what is being recorded while a report is asked for is counted, or bears a later instant")
  func whatIsBeingRecorded() throws {
    let scene = try CutOffScene()
    let (begun, goOn, ended) = (
      DispatchSemaphore(value: 0), DispatchSemaphore(value: 0), DispatchSemaphore(value: 0)
    )
    scene.house.store.write(
      { [version = scene.scene.version] records in
        begun.signal()
        goOn.wait()
        try records.append(CourseVersionTransition(version: version, at: records.now, to: .retired))
      }, completion: { _ in ended.signal() })
    begun.wait()
    // Long enough for a report that does not wait.
    DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(50)) { goOn.signal() }
    let report = try scene.house.answer(scene.inquiry(.directorate, asOf: nil))
    ended.wait()
    let again = try scene.house.answer(scene.inquiry(.directorate, asOf: report.parameters.cutOff))
    #expect(report == again)
  }
}
