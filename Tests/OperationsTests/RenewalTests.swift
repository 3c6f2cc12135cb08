import Assessment
import Catalogue
import Certification
import Enrolment
import Operations
import People
import Reports
import Testing
import Values

/// “A certificate that renews another is linked to it, keeps the history, and begins on the day after the old one's last
/// day.”
@Suite("Renewal") struct RenewalTests {
  private let house: House
  private let scene: Scene
  private let certificate: Certificate

  /// TEST-CERT holds from 2026-03-02 to 2027-03-01 and is renewed from three months before that until one after.
  init() throws {
    house = try House()
    scene = try Scene(house)
    try scene.send(verb: "completed")
    try scene.send(verb: "passed", scaled: "0.9")
    certificate = try house.perform(
      Award(enrolment: scene.enrolment, scheme: .code(scene.scheme))
    ).certificate
    try rule()
  }

  private func rule(
    attending refresher: Bool = false, kind: SchemeVersion.Kind = .achievement,
    decision: DecisionRule = .anybody, trust: EvidenceTrust = .selfReported
  ) throws {
    let course = try Reference<Course>.code(#require(CourseCode("Origin-of-goods")))
    _ = try house.perform(
      ReviseScheme(
        scheme: .code(scene.scheme),
        rules: .init(
          kind: kind, course: course, minimumScore: nil, minimumTrust: trust, decision: decision,
          validity: .months(12),
          renewal: Renewal(
            opens: .months(3), grace: .months(1),
            evidence: refresher ? .refresher(course, .attendance) : .sameAgain),
          timeZone: "UTC")))
  }

  /// The officer in another session of the course, in January 2027.
  private func again() throws -> Scene {
    try house.clock.set("2027-01-05T09:00:00Z")
    let code = try #require(SessionCode("AGAIN"))
    _ = try house.perform(
      PlanSession(
        code: code, course: .code(#require(CourseCode("Origin-of-goods"))), mode: .selfPaced,
        days: days("2027-01-01", "2027-01-31"), timeZone: "UTC", language: .english, capacity: 30, host: nil))
    _ = try house.perform(MoveSession(session: .code(code), event: .open))
    let enrolment = try house.perform(Enrol(.direct(scene.person, session: .code(code))))
    return Scene(scene, person: scene.person, enrolment: enrolment.id)
  }

  private func passedAgain(scaled: String = "0.8") throws -> Scene {
    let again = try again()
    try again.send(verb: "completed")
    try again.send(verb: "passed", scaled: scaled)
    return again
  }

  private func renew(_ number: String? = nil, by enrolment: EnrolmentID? = nil) throws -> Certificate {
    try house.perform(
      RenewCertificate(certificate: number ?? certificate.number.text, enrolment: enrolment)
    ).certificate
  }

  private func verified(_ certificate: Certificate) throws -> VerifyCertificate.Answer {
    try house.answer(VerifyCertificate(code: certificate.code.description))
  }

  private func code(_ body: () throws -> some Any) -> String? {
    do {
      _ = try body()
      return nil
    } catch {
      return (error as? any Explainable)?.explanation.code
    }
  }

  @Test func oneRenewedEarlyGoesOnBehindTheOther() throws {
    let again = try passedAgain()
    let renewed = try renew()
    #expect(renewed.renews == certificate.id && renewed.enrolment == again.enrolment)
    #expect(renewed.facts.issuedOn.description == "2027-01-05")
    #expect(renewed.facts.firstDay.description == "2027-03-02")
    #expect(renewed.facts.lastDay?.description == "2028-03-01")
    #expect(renewed.facts.session.text == "AGAIN" && renewed.facts.score == "0.8")
    let (old, new) = (try verified(certificate), try verified(renewed))
    #expect(old.state == .issued && old.hasBegun)
    #expect(old.renewals.renewedBy == renewed.number && old.renewals.renews == nil)
    #expect(new.state == .issued && !new.hasBegun)
    #expect(new.renewals.renews == certificate.number)
    try house.clock.set("2027-03-02T00:00:00Z")
    #expect(try verified(certificate).state == .expired)
    #expect(try verified(renewed).hasBegun)
  }

  @Test func inGraceItBeginsOnTheDayOfIssue() throws {
    _ = try passedAgain()
    try house.clock.set("2027-03-20T09:00:00Z")
    let renewed = try renew()
    #expect(renewed.facts.firstDay.description == "2027-03-20")
    #expect(renewed.facts.lastDay?.description == "2028-03-19")
    let old = try house.answer(ShowCertificate(certificate: certificate.number.text))
    #expect(old.transitions.map(\.to) == [.issued, .expired])
  }

  @Test func itIsRenewedOnceAndAwardedToNobodyBesideIt() throws {
    let again = try passedAgain()
    #expect(code { try renew(by: scene.enrolment) } == "not-eligible")
    _ = try renew()
    #expect(code { try renew() } == "renewed-already")
    #expect(
      code { try house.perform(Award(enrolment: again.enrolment, scheme: .code(scene.scheme))) }
        == "already-certified")
    try house.clock.set("2027-03-05T09:00:00Z")
    #expect(
      code { try house.perform(Award(enrolment: again.enrolment, scheme: .code(scene.scheme))) }
        == "already-certified")
    #expect(code { try renew() } == "renewed-already")
  }

  @Test func whatIsSuspendedOrRevokedIsNotRenewed() throws {
    _ = try passedAgain()
    _ = try change(certificate, .suspend)
    #expect(code { try renew() } == "not-renewable")
    _ = try change(certificate, .revoke)
    #expect(code { try renew() } == "not-renewable")
  }

  private func change(_ certificate: Certificate, _ decision: ChangeCertificate.Decision) throws
    -> Certificate
  {
    try house.perform(
      ChangeCertificate(certificate: certificate.number.text, decision: decision, reason: "an inquiry"))
  }

  /// “It may only keep it.”
  @Test func aRefresherKeepsWhatWasCertified() throws {
    try rule(attending: true)
    let again = try again()
    #expect(code { try renew() } == "not-eligible", "nothing was attended yet")
    try again.send(verb: "completed")
    let renewed = try renew()
    #expect(renewed.enrolment == again.enrolment)
    #expect(renewed.facts.session == certificate.facts.session && renewed.facts.score == "0.9")
    #expect(renewed.facts.kind == .achievement)
    #expect(try house.registrar.recomputeCertificates(as: .owner).differences == [])
    #expect(try house.registrar.check(databaseFaults: [], as: .owner).faults == [])
    try rule(attending: true, kind: .completion)
    try house.clock.set("2028-01-05T09:00:00Z")
    #expect(
      try house.answer(
        AskEligibility(
          enrolment: again.enrolment, scheme: .code(scene.scheme), renewing: renewed.number.text)
      ).sentence.contains(
        "a refresher keeps what was certified, achievement, and does not make it completion"))
  }

  @Test func itIsExplainedAndComesOutTheSame() throws {
    let again = try passedAgain()
    let renewed = try renew()
    let told = try house.answer(ExplainCertificate(certificate: renewed.number.text))
    #expect(
      told.decision
        == "eligible because enrolment \(again.enrolment) is completed; enrolment \(again.enrolment) is passed; "
        + "that is newer than certificate \(certificate.number), which it goes on from, with the last day 2027-03-01"
    )
    #expect(told.renewals.renews == certificate.number)
    #expect(
      told.rule.hasSuffix(
        "; it is renewed from 3 months before its last day until 1 month after it for whoever since then completed "
          + "course Origin-of-goods and passed it by its own rule"))
    #expect(try house.registrar.recomputeCertificates(as: .owner).differences == [])
    #expect(try house.registrar.check(databaseFaults: [], as: .owner).faults == [])
    let history = try house.answer(ReadHistory(filter: HistoryFilter(object: renewed.id.uuid)))
    let change = try #require(history.items.first { $0.action == "certificate renew" })
    #expect(change.changes.contains(FieldChange("renews", from: nil, to: certificate.number.text)))
  }

  /// What a renewal rests on, and what it renewed, must hold.
  @Test func whatIsTakenBackCastsDoubt() throws {
    _ = try passedAgain()
    let renewed = try renew()
    func doubt() throws -> [String]? {
      try house.answer(ShowCertificate(certificate: renewed.number.text)).doubt?.reasons.map(\.sentence)
    }
    #expect(try doubt() == nil)
    _ = try change(certificate, .suspend)
    #expect(try doubt() == nil)
    _ = try change(certificate, .revoke)
    #expect(try doubt() == ["certificate \(certificate.number) is revoked"])
    #expect(try house.registrar.recomputeCertificates(as: .owner).differences == [])
  }

  /// “Renewal obeys separation of duties, two-person release, minimum trust.”
  @Test func theRulesOfDecisionsHold() throws {
    func person(_ name: String) throws -> PersonID {
      try house.perform(
        AddPerson(name: name, sex: .unknown, language: .english, mailboxes: [], place: nil)
      ).person.id
    }
    let (one, other) = (try person("One"), try person("Other"))
    let again = try passedAgain()
    try rule(decision: DecisionRule(separation: [.close], isReleasedByAnother: true))
    #expect(code { try renew() } == "release-needed" || code { try renew() } == "decider-unknown")
    func propose() throws -> AwardProposal {
      try house.perform(
        ProposeAward(
          enrolment: again.enrolment, scheme: .code(scene.scheme), renewing: certificate.number.text,
          decidedBy: one))
    }
    let involvement = try house.perform(
      DeclareInvolvement(person: one, duty: .close, subject: .person(scene.person)))
    #expect(code { try propose() } == "decider-not-apart")
    _ = try house.perform(EndInvolvement(involvement: involvement.id, reason: "an error"))
    let proposal = try propose()
    #expect(proposal.renews == certificate.id)
    #expect(code { try house.perform(ReleaseAward(proposal: proposal.id, decidedBy: one)) } == "own-proposal")
    let renewed = try house.perform(ReleaseAward(proposal: proposal.id, decidedBy: other)).certificate
    #expect(renewed.renews == certificate.id && renewed.facts.firstDay.description == "2027-03-02")
    #expect(try house.registrar.recomputeCertificates(as: .owner).differences == [])
  }

  @Test func whatIsNotTrustedEnoughRenewsNothing() throws {
    _ = try passedAgain()
    try rule(trust: .observed)
    do {
      _ = try renew()
      Issue.record("renewed on what the learner's machine reports")
    } catch let refused as AwardRefused {
      #expect(refused.reasons == [.trustTooLow(.selfReported, asked: .observed)])
    }
  }

  @Test func whatIsRenewedIsNotAnnounced() throws {
    _ = try house.perform(
      AddWebhook(code: #require(WebhookCode("PORTAL")), url: "https://portal.example/hooks"))
    _ = try passedAgain()
    try house.clock.set("2027-02-20T00:00:00Z")
    _ = try renew()
    #expect(try house.registrar.followCalendar(announcing: [90]) == 0)
  }

  /// A replacement of one that was renewed knows of it, and one that renews is replaced with its days.
  @Test func replacementsKeepTheirPlace() throws {
    _ = try passedAgain()
    let renewed = try renew()
    let replacement = try house.perform(
      ReplaceCertificate(certificate: certificate.number.text, reason: "change of name"))
    #expect(try verified(replacement).renewals.renewedBy == renewed.number)
    #expect(code { try renew(replacement.number.text) } == "renewed-already")
    let second = try house.perform(
      ReplaceCertificate(certificate: renewed.number.text, reason: "change of name"))
    #expect(second.facts.firstDay == renewed.facts.firstDay)
    #expect(try verified(second).renewals.renews == certificate.number)
    #expect(try house.registrar.check(databaseFaults: [], as: .owner).faults == [])
  }

  /// What requires it is not earned by one that has not begun.
  @Test func oneThatHasNotBegunIsNotHeld() throws {
    let again = try passedAgain()
    _ = try renew()
    _ = try change(certificate, .suspend)
    let advanced = try #require(SchemeCode("ADVANCED"))
    _ = try house.perform(
      AddScheme(
        code: advanced, titles: LocalizedText("Advanced"), issuer: .code(#require(PartyCode("TEST-MEMBER"))),
        rules: .init(
          kind: .completion, course: .code(#require(CourseCode("Origin-of-goods"))), minimumScore: nil,
          prerequisites: [.code(scene.scheme)], validity: .unlimited, timeZone: "UTC")))
    let verdict = try house.answer(AskEligibility(enrolment: again.enrolment, scheme: .code(advanced)))
    #expect(verdict.sentence.contains("certificate \(certificate.number)"))
    #expect(verdict.sentence.contains("is suspended"))
  }

  /// The last certificate that is listed as ending in March 2027, and what goes on from it, as of an instant.
  private func ending(asOf cutOff: String? = nil) throws -> [String] {
    let list = try house.answer(
      ReportExpiring(
        party: nil, period: days("2027-03-01", "2027-03-31"), cutOff: cutOff.flatMap { Instant($0) },
        language: .english))
    let csv = String(decoding: try #require(list.block(named: "expiring-certificates")).csv, as: UTF8.self)
    let lines = csv.split(separator: "\r\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    let places = try ["number", "renewed-by"].map { name in try #require(lines[0].firstIndex { $0 == name }) }
    return lines.dropFirst().map { line in places.map { String(line[$0]) }.joined(separator: " ") }
  }

  @Test(
    "a list of what runs out tells what goes on from it, through replacements, and not of what was revoked")
  func told() throws {
    _ = try passedAgain()
    #expect(try ending() == ["\(certificate.number) "])
    let renewed = try renew()
    #expect(try ending() == ["\(certificate.number) \(renewed.number)"])
    #expect(try ending(asOf: "2027-01-05T08:00:00Z") == ["\(certificate.number) "])
    let replacement = try house.perform(
      ReplaceCertificate(certificate: certificate.number.text, reason: "change of name"))
    #expect(try ending() == ["\(replacement.number) \(renewed.number)"])
    let second = try house.perform(
      ReplaceCertificate(certificate: renewed.number.text, reason: "change of name"))
    #expect(try ending() == ["\(replacement.number) \(second.number)"])
    _ = try change(second, .revoke)
    #expect(try ending() == ["\(replacement.number) "])
  }
}
