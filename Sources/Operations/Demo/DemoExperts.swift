internal import Accreditation
internal import People
internal import Values

/// The experts of a demonstration: two pools, cases that come to every state an accreditation can be in, and releases for
/// missions.
struct DemoExperts: Sendable {
  /// What happens to a case.
  private enum Step: Sendable {
    case nominate, assignMission, release, convert
    case move(MoveAccreditation.Step)
  }

  /// A case: in which pool, and what happens in which month of the demonstration.
  private struct Career: Sendable {
    let pool: PoolCode
    let steps: [(month: Int, step: Step)]
  }

  private static let advisors = known(PoolCode("DEMO-ADVISORS"))
  private static let recognized = known(PoolCode("DEMO-RECOGNIZED"))

  /// One for each state, in the order of the states that they end in.
  private static let careers: [Career] = [
    advisor(from: 26, []),
    advisor(from: 24, [(25, .move(.screen))]),
    Career(pool: recognized, steps: [(24, .nominate), (26, .move(.prepare))]),
    advisor(from: 15, preAccredited(in: 18) + [(26, .release)]),
    advisor(from: 14, preAccredited(in: 17) + [(27, .assignMission)]),
    advisor(from: 12, accredited(in: 17) + [(20, .release), (27, .release)]),
    Career(
      pool: recognized,
      steps: [(8, .nominate), (9, .move(.prepare)), (11, .move(.pass)), (14, .move(.confirm))]),
    advisor(from: 12, accredited(in: 17) + [(20, .release), (22, .move(.deactivate))]),
    advisor(from: 0, accredited(in: 5) + [(29, .move(.lapse))]),
    advisor(from: 1, [(2, .move(.decline))]),
    advisor(from: 6, preAccredited(in: 9) + [(12, .assignMission), (13, .move(.reject))]),
    advisor(from: 0, accredited(in: 5) + [(20, .convert)]),
    advisor(from: 1, [(2, .move(.withdraw))]),
  ]

  private static func advisor(from month: Int, _ steps: [(month: Int, step: Step)]) -> Career {
    Career(pool: advisors, steps: [(month, .nominate)] + steps)
  }

  private static func preAccredited(in month: Int) -> [(month: Int, step: Step)] {
    [(month - 2, .move(.screen)), (month, .move(.pass))]
  }

  private static func accredited(in month: Int) -> [(month: Int, step: Step)] {
    preAccredited(in: month - 2) + [(month - 1, .assignMission), (month, .move(.confirm))]
  }

  private let people: [PersonID]
  private let member: PartyCode
  /// Who assesses at workshops and evaluates on missions.
  private let staff: PersonID
  private var cases: [AccreditationID?]

  /// Opens the pools, and enters who assesses. As many of the people become experts as there are cases, where there are as
  /// many.
  init(
    _ generation: DemoGeneration, _ people: [PersonID], _ ground: DemoGround, _ registrar: Registrar,
    _ principal: Principal
  ) throws {
    self.people = Array(people.prefix(DemoExperts.careers.count))
    member = ground.members[0]
    cases = self.people.map { _ in nil }
    generation.clock.set(generation.day(2024, 1, 1))
    staff = try registrar.generate(generation, as: principal) { work in
      try work.addDemoPools(advisors: DemoExperts.advisors, recognized: DemoExperts.recognized)
      let since = known(DayRange(from: generation.day(2020, 1, 1), to: nil))
      return try AddPerson(
        name: "Demonstration Staff", sex: .undisclosed, language: .english, mailboxes: [],
        place: .init(
          party: .code(DemoGeneration.issuer), unit: "Demonstration unit", post: "Officer", roleLevel: nil,
          validity: since)
      ).enter(work).id
    }
  }

  /// Takes every case through what happens to it in a month.
  mutating func live(
    _ month: Int, _ generation: DemoGeneration, _ registrar: Registrar, _ principal: Principal
  ) throws {
    generation.clock.set(generation.day(inMonth: month, 27))
    for place in people.indices {
      for happening in DemoExperts.careers[place].steps where happening.month == month {
        let (experts, pool) = (self, DemoExperts.careers[place].pool)
        cases[place] = try registrar.generate(generation, as: principal) { work in
          try experts.take(happening.step, of: place, in: pool, month, generation, work).id
        }
      }
    }
  }

  private func take(
    _ step: Step, of place: Int, in pool: PoolCode, _ month: Int, _ generation: DemoGeneration, _ work: Work
  ) throws -> Accreditation {
    switch step {
    case .nominate:
      let party = known(try work.records.affiliations(of: people[place]).last?.party)
      return try NominateExpert(
        person: people[place], pool: .code(pool), language: .english, party: .id(party)
      ).carryOut(work)
    case .assignMission:
      let days = DayRange(
        from: generation.day(inMonth: month + 1, 5), to: generation.day(inMonth: month + 1, 16))
      return try AssignMission(
        accreditation: known(cases[place]), party: .code(member), days: known(days), evaluator: staff
      ).carryOut(work)
    case .release:
      let party = known(try work.records.affiliations(of: people[place]).last?.party)
      let days = DayRange(
        from: generation.day(inMonth: month + 1, 1), to: generation.day(inMonth: month + 2, 28))
      _ = try ReleaseExpert(person: people[place], party: .id(party), days: known(days)).carryOut(work)
      return known(try work.records.accreditation(known(cases[place])))
    case .convert:
      return try ConvertAccreditation(
        accreditation: known(cases[place]), pool: .code(DemoExperts.recognized), reason: "demonstration"
      ).carryOut(work)
    case .move(let step):
      let isJudged = step.event.verdict != nil && !step.event.stageKinds.contains(.mission)
      let isOfSupport = step == .confirm && pool == DemoExperts.recognized
      return try MoveAccreditation(
        accreditation: known(cases[place]), step: step, assessor: isJudged || isOfSupport ? staff : nil,
        reason: "demonstration"
      ).carryOut(work)
    }
  }
}

extension Work {
  /// Opens two pools: by workshop and mission for two years, and by workshop and support, which takes those of the first.
  fileprivate func addDemoPools(advisors: PoolCode, recognized: PoolCode) throws {
    try addDemoPool(
      advisors, "Demonstration advisors", .technicalOperationalAdvisor, termMonths: 24,
      [
        stage("pre-screening", .screening, nil), stage("workshop", .workshop, .preAccredited),
        stage("mission", .mission, .accredited),
      ])
    try addDemoPool(
      recognized, "Demonstration recognized experts", .recognizedExpert, termMonths: nil,
      [
        stage("preparation", .preparation, nil), stage("workshop", .workshop, nil),
        stage("support", .support, .recognized),
      ], conversions: [ConversionRule(from: .technicalOperationalAdvisor, grants: .recognized)])
  }

  private func stage(
    _ name: String, _ kind: AccreditationStage.Kind, _ grants: Standing?
  ) -> AccreditationStage {
    AccreditationStage(
      code: known(StageCode(name)), kind: kind,
      titles: LocalizedText("Demonstration \(name)", language: .english), grants: grants, withinMonths: nil)
  }

  private func addDemoPool(
    _ code: PoolCode, _ title: String, _ category: ExpertCategory, termMonths: Int?,
    _ stages: [AccreditationStage], conversions: [ConversionRule] = []
  ) throws {
    let version = try PoolVersion(
      number: 1, path: AccreditationPath(stages), termMonths: termMonths, apart: [], conversions: conversions)
    let pool = ExpertPool(
      id: newIdentifier(), code: code, titles: LocalizedText(title, language: .english), category: category,
      subject: known(SubjectCode("DEMO")), versions: [version])
    try records.insert(pool)
    try note("pool add", .pool, pool.id.uuid, [FieldChange("version", from: nil, to: "1")])
  }
}
