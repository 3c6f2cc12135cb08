import Accreditation
import Testing
import Values

/// What a path makes of the events: states, standings, deadlines and terms.
@Suite struct AccreditationProgressTests {
  typealias Event = AccreditationState.Event

  struct Walk: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let stages: [AccreditationStage]
    var term: Int?
    /// Each event with its day, and what holds behind it: state, standing, due by, held until.
    let steps: [(Event, String, AccreditationState, Standing?, due: String?, until: String?)]
  }

  static let walks = [
    Walk(
      testDescription: "three phases, with deadlines and a term",
      stages: [
        stage(.screening, within: 2), stage(.workshop, .preAccredited, within: 6),
        stage(.mission, .accredited, within: 12),
      ], term: 36,
      steps: [
        (.screen, "2025-02-01", .preScreened, nil, "2025-08-01", nil),
        (.pass, "2025-05-30", .preAccredited, .preAccredited, "2026-05-30", nil),
        (.refresh, "2025-09-01", .preAccredited, .preAccredited, "2026-05-30", nil),
        (.assignMission, "2025-10-01", .missionAssigned, .preAccredited, "2026-05-30", nil),
        (.callOffMission, "2025-10-02", .preAccredited, .preAccredited, "2026-05-30", nil),
        (.assignMission, "2025-11-01", .missionAssigned, .preAccredited, "2026-05-30", nil),
        (.confirm, "2025-12-12", .accredited, .accredited, nil, "2028-12-11"),
        (.deactivate, "2026-01-10", .inactive, .accredited, nil, "2028-12-11"),
        (.reactivate, "2026-03-10", .accredited, .accredited, nil, "2028-12-11"),
        // “refresher attendance never raises a status by itself”: it extends what is held.
        (.refresh, "2028-12-11", .accredited, .accredited, nil, "2031-12-10"),
        (.lapse, "2031-12-11", .lapsed, .accredited, nil, "2031-12-10"),
      ]),
    Walk(
      testDescription: "accredited at the workshop itself, after two preparatory ones",
      stages: [
        stage(.preparation, code: "1"), stage(.preparation, code: "2"), stage(.workshop, .accredited),
      ],
      steps: [
        (.prepare, "2025-02-01", .workshopDone, nil, nil, nil),
        (.prepare, "2025-03-01", .workshopDone, nil, nil, nil),
        (.pass, "2025-04-01", .accredited, .accredited, nil, nil),
        (.convert, "2026-04-01", .converted, .accredited, nil, nil),
      ]),
    Walk(
      testDescription: "recognized without a mission",
      stages: [stage(.workshop), stage(.support, .recognized, within: 24)],
      steps: [
        (.pass, "2025-02-01", .workshopDone, nil, "2027-02-01", nil),
        (.confirm, "2025-11-01", .recognized, .recognized, nil, nil),
      ]),
    Walk(
      testDescription: "not confirmed on the mission",
      stages: [stage(.workshop, .preAccredited), stage(.mission, .accredited, within: 12)],
      steps: [
        (.pass, "2025-02-28", .preAccredited, .preAccredited, "2026-02-28", nil),
        (.assignMission, "2025-03-01", .missionAssigned, .preAccredited, "2026-02-28", nil),
        (.reject, "2025-03-10", .notConfirmed, .preAccredited, nil, nil),
      ]),
  ]

  @Test(arguments: walks) func walk(_ walk: Walk) throws {
    let rules = try version(walk.stages, term: walk.term)
    var progress = AccreditationProgress.nominated(on: day("2025-01-15"), under: rules)
    for (event, on, state, standing, due, until) in walk.steps {
      progress = try progress.after(event, on: day(on), under: rules)
      #expect(progress.state == state, "\(event)")
      #expect(progress.standing == standing, "\(event)")
      #expect(progress.dueBy == due.map(day), "\(event)")
      #expect(progress.heldUntil == until.map(day), "\(event)")
    }
  }

  @Test func theFirstStageHasADeadlineToo() throws {
    let rules = try version([stage(.workshop, .accredited, within: 1)])
    #expect(AccreditationProgress.nominated(on: day("2025-01-31"), under: rules).dueBy == day("2025-02-28"))
  }

  /// What the table would allow, and the path has not next.
  @Test(arguments: [
    ([stage(.screening), stage(.workshop, .accredited)], [], Event.pass, AccreditationStage.Kind.screening),
    ([stage(.workshop, .accredited)], [], .screen, .workshop),
    ([stage(.preparation), stage(.workshop, .accredited)], [], .pass, .preparation),
    ([stage(.workshop), stage(.support, .recognized)], [Event.pass], .prepare, .support),
    ([stage(.workshop, .preAccredited), stage(.mission, .accredited)], [.pass], .confirm, .mission),
    ([stage(.workshop, .preAccredited), stage(.support, .accredited)], [.pass], .assignMission, .support),
  ])
  func notDue(
    stages: [AccreditationStage], passed: [Event], event: Event, next: AccreditationStage.Kind
  ) throws {
    let rules = try version(stages)
    let start = AccreditationProgress.nominated(on: day("2025-01-01"), under: rules)
    let progress = try passed.reduce(start) { try $0.after($1, on: day("2025-01-01"), under: rules) }
    #expect(throws: AccreditationState.Refusal.notDue(event, next: next)) {
      try progress.after(event, on: day("2025-01-01"), under: rules)
    }
  }

  @Test func noStepIsBeforeTheLast() throws {
    let rules = try version([stage(.workshop, .accredited)])
    let start = AccreditationProgress.nominated(on: day("2025-01-02"), under: rules)
    #expect(throws: AccreditationState.Refusal.before(.pass, last: day("2025-01-02"))) {
      try start.after(.pass, on: day("2025-01-01"), under: rules)
    }
    _ = try start.after(.pass, on: day("2025-01-02"), under: rules)
  }

  /// A term that is over is not extended: what was held has lapsed.
  @Test func aTermThatIsOverIsOver() throws {
    let rules = try version([stage(.workshop, .accredited)], term: 12)
    let start = AccreditationProgress.nominated(on: day("2025-01-01"), under: rules)
    let held = try start.after(.pass, on: day("2025-01-01"), under: rules)
    #expect(held.heldUntil == day("2025-12-31"))
    _ = try held.after(.refresh, on: day("2025-12-31"), under: rules)
    #expect(throws: AccreditationState.Refusal.termOver(.refresh, day("2025-12-31"))) {
      try held.after(.refresh, on: day("2026-01-01"), under: rules)
    }
    #expect(try held.after(.lapse, on: day("2026-01-01"), under: rules).state == .lapsed)
  }

  @Test(arguments: [
    (Standing.preAccredited, AccreditationState.preAccredited, 1), (.accredited, .accredited, 2),
  ])
  func conversions(standing: Standing, state: AccreditationState, passed: Int) throws {
    let rules = try version([stage(.workshop, .preAccredited), stage(.mission, .accredited)])
    let progress = try #require(
      AccreditationProgress.converted(on: day("2025-01-01"), granting: standing, under: rules))
    #expect(progress.state == state)
    #expect(progress.stagesPassed == passed)
    #expect(progress.heldSince == day("2025-01-01"))
    #expect(
      AccreditationProgress.converted(on: day("2025-01-01"), granting: .recognized, under: rules) == nil)
  }
}
