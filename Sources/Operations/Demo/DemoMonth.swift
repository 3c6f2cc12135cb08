internal import Assessment
internal import CMI5
internal import Catalogue
internal import Certification
internal import Enrolment
internal import People
internal import Values
internal import XAPI

// One month of a demonstration: a session from its planning to its certificates, and what becomes of earlier ones.
extension DemoGeneration {
  func hold(
    _ month: Int, _ people: [PersonID], _ ground: DemoGround, _ past: DemoMonths, _ registrar: Registrar,
    _ principal: Principal
  ) throws -> HeldMonth {
    let course = month % ground.courses.count
    let code = known(SessionCode("DEMO-S\(month + 1)"))
    clock.set(day(inMonth: month, 1))
    try registrar.generate(self, as: principal) {
      try plan(code, month, ground.courses[course], seats: people.count + 3, ground, $0)
    }
    clock.set(day(inMonth: month, 3))
    let enrolments = try inChunks(people, registrar, principal) { try enrol($0, in: code, $1) }
    clock.set(day(inMonth: month, 5))
    try registrar.generate(self, as: principal) { try move(code, [.confirm, .start], $0) }
    clock.set(day(inMonth: month, 15))
    _ = try inChunks(enrolments, registrar, principal) { try learn($0, byStatements: course == 0, $1) }
    clock.set(day(inMonth: month, 22))
    try registrar.generate(self, as: principal) { try move(code, [.deliver, .report], $0) }
    clock.set(day(inMonth: month, 24))
    let certificates = try inChunks(enrolments, registrar, principal) {
      try award($0, ground.schemes[course], $1)
    }.compactMap(\.self)
    clock.set(day(inMonth: month, 26))
    try registrar.generate(self, as: principal) { work in
      if month.isMultiple(of: 2) { try move(code, [.close], work) }
      try disturb(past.certificates, work)
    }
    let trainers = try registrar.generate(self, as: principal) { work in
      try evaluate(code, month, enrolments, work)
      try trainOthers(month, past.trainers, work)
      return course == DemoGeneration.trainersCourse ? try promise(month, enrolments, work) : []
    }
    return HeldMonth(certificates: certificates, trainers: trainers)
  }

  /// Carries something out for each of many, a thousand in a transaction.
  private func inChunks<Item: Sendable, Output: Sendable>(
    _ items: [Item], _ registrar: Registrar, _ principal: Principal,
    _ body: @escaping @Sendable (Item, Work) throws -> Output
  ) throws -> [Output] {
    var results: [Output] = []
    var start = 0
    while start < items.count {
      let chunk = Array(items[start..<min(start + 1000, items.count)])
      results += try registrar.generate(self, as: principal) { work in try chunk.map { try body($0, work) } }
      start += chunk.count
    }
    return results
  }

  private func plan(
    _ code: SessionCode, _ month: Int, _ course: CourseCode, seats: Int, _ ground: DemoGround, _ work: Work
  ) throws {
    let days = known(DayRange(from: day(inMonth: month, 8), to: day(inMonth: month, 19)))
    _ = try PlanSession(
      code: code, course: .code(course), mode: Session.Mode.allCases[month % Session.Mode.allCases.count],
      days: days,
      timeZone: "UTC", language: month % 4 == 1 ? .french : .english, capacity: nil,
      host: .code(month % 5 == 2 ? ground.university : ground.centre)
    ).carryOut(work)
    if month.isMultiple(of: 3) {
      _ = try FundSession(
        session: .code(code), donor: .code(ground.donor), seats: seats, programme: .code(ground.programme)
      ).carryOut(work)
    }
    try move(code, [.open], work)
  }

  private func move(_ code: SessionCode, _ events: [SessionState.Event], _ work: Work) throws {
    for event in events { _ = try MoveSession(session: .code(code), event: event).carryOut(work) }
  }

  private func enrol(_ person: PersonID, in session: SessionCode, _ work: Work) throws -> EnrolmentID {
    guard random.happens(percent: 20) else {
      return try Enrol(.direct(person, session: .code(session))).carryOut(work).id
    }
    let party = known(try work.records.affiliations(of: person).last?.party)
    let nomination = try Nominate(person: person, session: .code(session), party: .id(party)).carryOut(work)
    _ = try MoveNomination(nomination: nomination.id, event: .endorse).carryOut(work)
    return try Enrol(.nominated(nomination.id)).carryOut(work).id
  }

  /// Most complete, some fail, withdraw, or never come.
  private func learn(_ enrolment: EnrolmentID, byStatements: Bool, _ work: Work) throws {
    switch random.number(below: 100) {
    case 0..<4:
      _ = try EndEnrolment(enrolment: enrolment, ending: .withdraw, reason: "demonstration").carryOut(work)
    case 4..<8: _ = try EndEnrolment(enrolment: enrolment, ending: .markNoShow, reason: nil).carryOut(work)
    case 8..<14: break
    default:
      let points = 40 + random.number(below: 61)
      if byStatements {
        try learnByStatements(enrolment, points: points, work)
      } else {
        let score = try Score(raw: ExactDecimal(points), minimum: ExactDecimal(0), maximum: ExactDecimal(100))
        _ = try RecordResult(
          enrolment: enrolment, activity: nil, basis: .scored(score), assessedOn: clock.now.dayInUTC
        ).carryOut(work)
      }
    }
  }

  /// Completes the unit, and passes or fails it by its mastery score.
  private func learnByStatements(_ enrolment: EnrolmentID, points: Int, _ work: Work) throws {
    let enrolment = try work.records.enrolment(identified: enrolment)
    let authority = work.principal.authority(origin: work.origin)
    let score = known(ExactDecimal(significand: Int64(points), scale: 2))
    let verb: DecidingVerb = score < DemoGeneration.masteryScore ? .failed : .passed
    let received = try [(.completed, nil), (verb, score)].map { verb, score in
      try ReceivedStatement(
        DemoStatement(verb: verb, score: score, enrolment: enrolment, at: clock.now).written(
          origin: work.origin), authority: authority
      ) { work.identifierBits().asVersion4 }
    }
    _ = try StoreStatements(statements: received, authority: authority).carryOut(work)
  }

  /// Whoever was certified before has that renewed, where it can be.
  private func award(_ enrolment: EnrolmentID, _ scheme: SchemeCode, _ work: Work) throws
    -> CertificateNumber?
  {
    let person = try work.records.enrolment(identified: enrolment).person
    let earlier = try work.records.certificates(
      of: person, under: work.records.scheme(named: .code(scheme)).id
    ).last
    if let earlier, let renewed = try renew(earlier.number, by: enrolment, work) { return renewed }
    do {
      return try Award(enrolment: enrolment, scheme: .code(scheme)).carryOut(work).certificate.number
    } catch is AwardRefused {
      return nil
    }
  }

  private func renew(
    _ number: CertificateNumber, by enrolment: EnrolmentID, _ work: Work
  ) throws -> CertificateNumber? {
    do {
      return try RenewCertificate(certificate: number.text, enrolment: enrolment).carryOut(work)
        .certificate.number
    } catch is AwardRefused {
      return nil
    }
  }

  /// Suspends, reinstates, revokes and replaces a few certificates of the months before.
  private func disturb(_ certificates: [CertificateNumber], _ work: Work) throws {
    guard !certificates.isEmpty else { return }
    for number in 0..<min(4, certificates.count) {
      let certificate = try work.records.certificate(named: random.choice(certificates).text)
      guard certificate.state(on: clock.now.dayInUTC) == .issued else { continue }
      let name = certificate.number.text
      switch number {
      case 0:
        _ = try ChangeCertificate(certificate: name, decision: .revoke, reason: "demonstration").carryOut(
          work)
      case 1: _ = try ReplaceCertificate(certificate: name, reason: "demonstration").carryOut(work)
      default:
        _ = try ChangeCertificate(certificate: name, decision: .suspend, reason: "demonstration").carryOut(
          work)
        guard number == 2 else { continue }
        _ = try ChangeCertificate(certificate: name, decision: .reinstate, reason: "demonstration").carryOut(
          work)
      }
    }
  }
}

extension UUID {
  /// The same bits with the marks of a random UUID (RFC 9562 §5.4).
  fileprivate var asVersion4: UUID {
    UUID(high: high & ~0xF000 | 0x4000, low: low & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000)
  }
}
