import Certification
import Enrolment
import Operations
import People
import Testing
import Values

/// “Award every eligible person of a session after a preview, in one job.”
@Suite("Awarding everyone in a session") struct AwardSessionTests {
  private func plan(_ scene: Scene) throws -> AwardPlan {
    try scene.house.answer(PlanAwards(session: scene.session, scheme: .code(scene.scheme)))
  }

  private func award(_ scene: Scene, _ hash: String? = nil) throws -> AwardSession.Outcome {
    try scene.house.perform(
      AwardSession(session: scene.session, scheme: .code(scene.scheme), planHash: hash))
  }

  @Test func awardsWhomThePlanNames() throws {
    let scene = try Scene(House())
    let other = try scene.another("Second Officer")
    try scene.send(verb: "completed")
    try scene.send(verb: "passed", scaled: "0.9")
    let planned = try plan(scene)
    #expect(planned.candidates.map(\.name) == ["Test Officer", "Second Officer"])
    #expect(
      planned.candidates.map(\.verdict.sentence) == [
        "eligible because enrolment \(scene.enrolment) is completed; enrolment \(scene.enrolment) is passed",
        "not eligible because the enrolment is not completed (it is enrolled)",
      ])
    #expect(try scene.house.answer(ListCertificates()).items.isEmpty, "a plan awards nothing")
    let outcome = try award(scene, planned.hash)
    #expect(outcome.certificates.map(\.person) == [scene.person])
    #expect(outcome.certificates.map(\.number.text) == ["TEST-CERT-2026-000001"])
    #expect(other.person != scene.person)
    let again = try award(scene)
    #expect(again.certificates.isEmpty)
    #expect(
      again.plan.candidates.first?.verdict.sentence
        == "not eligible because certificate TEST-CERT-2026-000001 of this scheme is in force")
  }

  @Test func aPlanThatNoLongerHoldsIsRefused() throws {
    let scene = try Scene(House())
    let planned = try plan(scene)
    try scene.send(verb: "completed")
    try scene.send(verb: "passed", scaled: "0.9")
    #expect(throws: AwardPlanStale.self) { try award(scene, planned.hash) }
    #expect(try scene.house.answer(ListCertificates()).items.isEmpty)
    #expect(try award(scene, plan(scene).hash).certificates.count == 1)
  }

  /// “One plan that proposes for every eligible person, and one release of a batch by another person.”
  @Test func twoPersonsAwardASession() throws {
    let scene = try Scene(House())
    let house = scene.house
    let second = try scene.another("Second Officer")
    for one in [scene, second] {
      try one.send(verb: "completed")
      try one.send(verb: "passed", scaled: "0.9")
    }
    _ = try scene.another("Third Officer")
    func person(_ name: String) throws -> PersonID {
      try house.perform(
        AddPerson(name: name, sex: .unknown, language: .english, mailboxes: [], place: nil)
      ).person.id
    }
    let (one, other) = (try person("One"), try person("Other"))
    func plan(_ step: AwardPlan.Step, by person: PersonID) throws -> AwardPlan {
      try house.answer(
        PlanAwards(session: scene.session, scheme: .code(scene.scheme), step: step, decidedBy: person))
    }
    func take(_ step: AwardPlan.Step, by person: PersonID, _ hash: String? = nil) throws
      -> AwardSession.Outcome
    {
      try house.perform(
        AwardSession(
          session: scene.session, scheme: .code(scene.scheme), step: step, planHash: hash, decidedBy: person))
    }
    #expect(throws: AwardProposal.Refusal.releaseNotAsked(scene.scheme)) { try plan(.propose, by: one) }
    let version = try #require(try house.answer(ShowScheme(.code(scene.scheme))).current)
    _ = try house.perform(
      ReviseScheme(
        scheme: .code(scene.scheme),
        rules: .init(
          kind: version.kind, course: .id(version.course), minimumScore: nil,
          decision: DecisionRule(separation: [.close], isReleasedByAnother: true),
          validity: version.validity, timeZone: "UTC")))
    #expect(try plan(.award, by: one).awarded.isEmpty)
    #expect(
      try plan(.release, by: other).candidates.map(\.verdict) == [.notProposed, .notProposed, .notProposed])
    let proposed = try take(.propose, by: one, plan(.propose, by: one).hash)
    #expect(proposed.proposals.map(\.enrolment) == [scene.enrolment, second.enrolment])
    #expect(proposed.certificates.isEmpty)
    #expect(try take(.propose, by: other).proposals.isEmpty, "they are proposed already")
    #expect(try take(.release, by: one).certificates.isEmpty, "who proposed does not also release")
    _ = try house.perform(DeclareInvolvement(person: other, duty: .close, subject: .person(second.person)))
    let released = try take(.release, by: other, plan(.release, by: other).hash)
    #expect(released.certificates.map(\.person) == [scene.person])
    #expect(
      released.plan.candidates.map(\.verdict).contains(
        .leave(because: [.deciderNotApart([.close])])))
    #expect(try house.answer(ListProposals()).items.map(\.enrolment) == [second.enrolment])
    #expect(try house.registrar.recomputeCertificates(as: .owner).differences == [])
  }

  @Test func nobodyDecidesOnThemselves() throws {
    let scene = try Scene(House())
    try scene.send(verb: "completed")
    try scene.send(verb: "passed", scaled: "0.9")
    let secretariat = try #require(PartyCode("TEST-SECRETARIAT"))
    _ = try scene.house.perform(
      AddParty(
        code: secretariat, kind: .secretariat, names: LocalizedText("Test Secretariat"), region: nil,
        validity: days("2020-01-01", nil)))
    let key = try scene.house.perform(
      CreateKey(
        name: "officer", scope: .api, role: .certificationOfficer,
        party: .code(secretariat), person: scene.person))
    let officer = try #require(
      try scene.house.principal(key: key.key.id.description, secret: key.secret))
    let plan = try scene.house.registrar.answer(
      PlanAwards(session: scene.session, scheme: .code(scene.scheme)), as: officer)
    #expect(plan.candidates.map(\.verdict) == [.ownCase])
    let outcome = try scene.house.registrar.perform(
      AwardSession(session: scene.session, scheme: .code(scene.scheme)), as: officer)
    #expect(outcome.certificates.isEmpty)
  }
}
