internal import Accreditation
internal import Assessment
internal import People
internal import Values

extension Checking {
  /// Every case is followed again from its first transition by its pool's rules, every step held against the observation
  /// that it cites, and every evaluator against the ground on which the mission was given.
  func checkAccreditations() throws {
    try each(
      { try records.accreditations(AccreditationFilter(), within: .everything, page: $0) },
      { "accreditation \($0.id)" }
    ) { accreditation in
      let (pool, version) = try records.rules(of: accreditation)
      let transitions = try records.transitions(of: accreditation.id)
      let progresses = try records.followed(accreditation, transitions, by: version)
      if progresses?.last != accreditation.progress {
        fault("state", "the state of accreditation \(accreditation.id) is not what its records say")
      }
      for (before, step) in zip(progresses ?? [], transitions.dropFirst())
      where try !isProved(step, of: accreditation, standingAt: before, by: version) {
        fault(
          "record",
          "step \(step.position) of accreditation \(accreditation.id) does not rest on the observation that it cites"
        )
      }
      for mission in try records.missions(of: accreditation.id)
      where try !isFounded(mission, on: accreditation, in: pool) {
        fault("record", "the evaluator of mission \(mission.id) is not who may evaluate it")
      }
    }
  }

  /// Whether a step rests on the observation that it cites, alone, and cites one where its stage is judged by a rubric.
  private func isProved(
    _ step: AccreditationTransition, of accreditation: Accreditation,
    standingAt before: AccreditationProgress,
    by version: PoolVersion
  ) throws -> Bool {
    guard let event = step.event, let verdict = event.verdict else {
      return step.evidence.observation == nil
    }
    let rubric = version.path.rubric(judging: event, afterPassing: before.stagesPassed)
    guard let cited = step.evidence.observation else { return rubric == nil }
    guard let observation = try records.observation(cited), try records.stepsCiting(cited) == 1 else {
      return false
    }
    let judging = JudgingStep(
      person: accreditation.person, verdict: verdict, rubric: rubric,
      mission: try records.missions(of: accreditation.id).first { $0.id == step.evidence.mission },
      session: step.evidence.session, days: (before.lastDay, step.on))
    do {
      try judging.requireProof(by: observation, made: records.rules(of: observation).rubric.code)
      return true
    } catch is ObservationRefused {
      return false
    }
  }

  private func isFounded(
    _ mission: Mission, on accreditation: Accreditation, in pool: ExpertPool
  ) throws -> Bool {
    guard mission.evaluator != accreditation.person else { return false }
    switch mission.basis {
    case .accredited(let id):
      guard let own = try records.accreditation(id), own.person == mission.evaluator else { return false }
      return try records.pool(own.pool)?.category == pool.category
    case .staff(let id):
      guard let place = try records.affiliation(id), place.person == mission.evaluator else { return false }
      return try records.party(place.party)?.kind == .secretariat
    }
  }
}
