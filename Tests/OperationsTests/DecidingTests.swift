import Assessment
import Catalogue
import Certification
import Enrolment
import Operations
import People
import Testing
import Values

/// “Separation of duties (who trained, supervised or stands close may not decide), two-person release.”
@Suite("Who decides") struct DecidingTests {
  private let house: House
  private let scene: Scene
  private let one: PersonID
  private let other: PersonID

  init() throws {
    house = try House()
    scene = try Scene(house)
    try scene.send(verb: "completed")
    try scene.send(verb: "passed", scaled: "0.9")
    one = try DecidingTests.person("One", house)
    other = try DecidingTests.person("Other", house)
  }

  private static func person(_ name: String, _ house: House) throws -> PersonID {
    try house.perform(
      AddPerson(name: name, sex: .unknown, language: .english, mailboxes: [], place: nil)
    ).person.id
  }

  private func ask(_ separation: Set<Duty>, twoPersons: Bool = false) throws {
    _ = try house.perform(
      ReviseScheme(
        scheme: .code(scene.scheme),
        rules: .init(
          kind: .completion, course: .code(#require(CourseCode("Origin-of-goods"))), minimumScore: nil,
          decision: DecisionRule(separation: separation, isReleasedByAnother: twoPersons),
          validity: .unlimited, timeZone: "UTC")))
  }

  @discardableResult
  private func award(by person: PersonID?, as principal: Principal = .owner) throws -> Certificate {
    try house.registrar.perform(
      Award(enrolment: scene.enrolment, scheme: .code(scene.scheme), decidedBy: person), as: principal
    ).certificate
  }

  private func propose(by person: PersonID?) throws -> AwardProposal {
    try house.perform(
      ProposeAward(enrolment: scene.enrolment, scheme: .code(scene.scheme), decidedBy: person))
  }

  private func release(_ proposal: AwardProposal, by person: PersonID?) throws -> Certificate {
    try house.perform(ReleaseAward(proposal: proposal.id, decidedBy: person)).certificate
  }

  private func declare(_ duty: Duty, of person: PersonID, toSession: Bool) throws -> Involvement {
    try house.perform(
      DeclareInvolvement(
        person: person, duty: duty, subject: toSession ? .session(scene.session) : .person(scene.person)))
  }

  private func code(_ body: () throws -> some Any) -> String? {
    do {
      _ = try body()
      return nil
    } catch {
      return (error as? any Explainable)?.explanation.code
    }
  }

  @Test("Whoever was or is this to the person does not decide", arguments: Duty.allCases, [false, true])
  func isKeptApart(duty: Duty, toSession: Bool) throws {
    try ask([duty])
    let involvement = try declare(duty, of: one, toSession: toSession)
    #expect(code { try award(by: one) } == "decider-not-apart")
    #expect(code { try award(by: nil) } == "decider-unknown")
    let plan = try house.answer(
      PlanAwards(session: scene.session, scheme: .code(scene.scheme), decidedBy: one))
    #expect(plan.awarded.isEmpty)
    #expect(
      code { try house.perform(EndInvolvement(involvement: involvement.id, reason: " ")) } == "reason-missing"
    )
    _ = try house.perform(EndInvolvement(involvement: involvement.id, reason: "an error"))
    #expect(code { try award(by: one) } == nil)
  }

  @Test("What a scheme does not name keeps nobody from deciding", arguments: Duty.allCases)
  func isNotKeptApart(duty: Duty) throws {
    try ask(Set(Duty.allCases).subtracting([duty]))
    _ = try declare(duty, of: one, toSession: false)
    #expect(code { try award(by: one) } == nil)
  }

  @Test func whoAssessedIsKnownByTheResult() throws {
    _ = try house.perform(AssignAssessor(assessor: one, work: .session(scene.session)))
    let key = try house.perform(CreateKey(name: "a", scope: .api, role: .assessor, party: nil, person: one))
    let assessor = try #require(try house.principal(key: key.key.id.description, secret: key.secret))
    let another = try scene.another("Second Officer")
    _ = try house.registrar.perform(
      RecordResult(
        enrolment: another.enrolment, activity: nil, basis: .observed(.satisfactory),
        assessedOn: house.clock.now.dayInUTC), as: assessor)
    try ask([.assessed])
    func award(by person: PersonID) throws -> Certificate {
      try house.perform(
        Award(enrolment: another.enrolment, scheme: .code(scene.scheme), decidedBy: person)
      ).certificate
    }
    #expect(code { try award(by: one) } == "decider-not-apart")
    #expect(code { try award(by: other) } == nil)
  }

  @Test(
    "Where evidence has to be observed, it must be known who assessed",
    arguments: [
      (Set<Duty>([.assessed]), EvidenceTrust.selfReported, nil),
      ([.assessed], .proctored, "not-eligible"), ([.close], .observed, "not-eligible"),
      ([.assessed], .observed, "assessor-unknown"),
    ] as [(Set<Duty>, EvidenceTrust, String?)])
  func anUnknownAssessorMayBeAnybody(separation: Set<Duty>, trust: EvidenceTrust, refusal: String?) throws {
    let another = try scene.another("Second Officer")
    _ = try house.perform(
      RecordResult(
        enrolment: another.enrolment, activity: nil, basis: .observed(.satisfactory),
        assessedOn: house.clock.now.dayInUTC))
    _ = try house.perform(
      ReviseScheme(
        scheme: .code(scene.scheme),
        rules: .init(
          kind: .completion, course: .code(#require(CourseCode("Origin-of-goods"))), minimumScore: nil,
          minimumTrust: trust, decision: DecisionRule(separation: separation, isReleasedByAnother: false),
          validity: .unlimited, timeZone: "UTC")))
    #expect(
      code {
        try house.perform(
          Award(enrolment: another.enrolment, scheme: .code(scene.scheme), decidedBy: one))
      } == refusal)
  }

  /// “Who decides” is whoever holds the key, where it says who that is.
  @Test func aKeySpeaksForNobodyElse() throws {
    let secretariat = try #require(PartyCode("TEST-SECRETARIAT"))
    _ = try house.perform(
      AddParty(
        code: secretariat, kind: .secretariat, names: LocalizedText("Test Secretariat"), region: nil,
        validity: days("2020-01-01", nil)))
    try ask([.close])
    _ = try declare(.close, of: one, toSession: false)
    let key = try house.perform(
      CreateKey(
        name: "officer", scope: .api, role: .certificationOfficer, party: .code(secretariat), person: one))
    let officer = try #require(try house.principal(key: key.key.id.description, secret: key.secret))
    #expect(code { try award(by: other, as: officer) } == "other-decider")
    #expect(
      code {
        try house.registrar.answer(
          PlanAwards(session: scene.session, scheme: .code(scene.scheme), decidedBy: other), as: officer)
      } == "other-decider")
    #expect(code { try award(by: nil, as: officer) } == "decider-not-apart")
    #expect(code { try award(by: scene.person) } == "own-case")
  }

  @Test func oneProposesAndAnotherReleases() throws {
    #expect(code { try propose(by: one) } == "release-not-asked")
    try ask([], twoPersons: true)
    #expect(code { try award(by: one) } == "release-needed")
    #expect(code { try propose(by: nil) } == "decider-unknown")
    let proposal = try propose(by: one)
    #expect(code { try propose(by: other) } == "proposed-already")
    #expect(code { try release(proposal, by: one) } == "own-proposal")
    #expect(code { try release(proposal, by: nil) } == "decider-unknown")
    #expect(try house.answer(ListCertificates()).items.isEmpty)
    let certificate = try release(proposal, by: other)
    #expect(code { try release(proposal, by: other) } == "proposal-settled")
    let told = try house.answer(ExplainCertificate(certificate: certificate.number.text))
    #expect(told.decidedBy == other)
    #expect(told.decision.hasSuffix("; \(one) proposed it, and \(other) releases it"))
    #expect(told.rule.contains("one person proposes it and another releases it; "))
    let history = try house.answer(ReadHistory(filter: HistoryFilter(object: certificate.id.uuid)))
    let changes = try #require(history.items.first { $0.action == "certificate award" }).changes
    #expect(changes.map(\.field) == ["state", "proposedBy", "decidedBy"])
    #expect(try house.registrar.recomputeCertificates(as: .owner).differences == [])
  }

  @Test func aProposalIsJudgedAgainAndByTheRulesItWasMadeBy() throws {
    try ask([], twoPersons: true)
    let proposal = try propose(by: one)
    try ask([.close], twoPersons: true)
    #expect(code { try release(proposal, by: other) } == "rules-changed")
    _ = try house.perform(DeclineAward(proposal: proposal.id, reason: "other rules", decidedBy: other))
    let again = try propose(by: one)
    _ = try declare(.close, of: other, toSession: false)
    #expect(code { try release(again, by: other) } == "decider-not-apart")
  }

  /// None of both may be close, also where the one who proposed became so meanwhile.
  @Test func whoProposedIsLookedAtAgain() throws {
    try ask([.close], twoPersons: true)
    let proposal = try propose(by: one)
    _ = try declare(.close, of: one, toSession: false)
    #expect(code { try release(proposal, by: other) } == "decider-not-apart")
  }

  /// What is declared later does not change how the decision is judged.
  @Test func itComesOutTheSameWhateverIsDeclaredLater() throws {
    try ask([.trained, .close])
    let certificate = try award(by: one)
    _ = try declare(.trained, of: one, toSession: true)
    #expect(try house.registrar.recomputeCertificates(as: .owner).differences == [])
    let told = try house.answer(ExplainCertificate(certificate: certificate.number.text))
    #expect(
      told.decision.hasSuffix(
        "; \(one) decides, and is none of those who trained the person or stands close to the person"))
  }

  /// What two persons awarded, one replaces, and another reinstates than who suspended; each known and apart.
  @Test func replacedAndReinstatedUnderTwoPersons() throws {
    try ask([.close], twoPersons: true)
    let certificate = try release(propose(by: one), by: other)
    func replace(_ certificate: Certificate, by person: PersonID?) throws -> Certificate {
      try house.perform(
        ReplaceCertificate(certificate: certificate.number.text, reason: "change of name", decidedBy: person))
    }
    #expect(code { try replace(certificate, by: nil) } == "decider-unknown")
    let replacement = try replace(certificate, by: one)
    func change(_ decision: ChangeCertificate.Decision, by person: PersonID) throws -> Certificate {
      try house.perform(
        ChangeCertificate(
          certificate: replacement.number.text, decision: decision, reason: "an inquiry", decidedBy: person))
    }
    _ = try change(.suspend, by: other)
    #expect(code { try change(.reinstate, by: other) } == "own-suspension")
    #expect(try change(.reinstate, by: one).decidedState == .issued)
    #expect(try house.registrar.recomputeCertificates(as: .owner).differences == [])
    #expect(try house.registrar.check(databaseFaults: [], as: .owner).faults == [])
  }

  /// “Reinstatement by another person.”
  @Test func whoSuspendedDoesNotReinstate() throws {
    try ask([.close])
    let number = try award(by: one).number.text
    func change(_ decision: ChangeCertificate.Decision, by person: PersonID?) throws -> Certificate {
      try house.perform(
        ChangeCertificate(certificate: number, decision: decision, reason: "an inquiry", decidedBy: person))
    }
    #expect(code { try change(.suspend, by: nil) } == "decider-unknown")
    _ = try change(.suspend, by: one)
    #expect(code { try change(.reinstate, by: one) } == "own-suspension")
    #expect(code { try change(.reinstate, by: other) } == nil)
    _ = try declare(.close, of: other, toSession: false)
    #expect(code { try change(.revoke, by: other) } == "decider-not-apart")
  }
}
