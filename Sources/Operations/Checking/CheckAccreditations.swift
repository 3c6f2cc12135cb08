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
      let progresses = try followed(accreditation, transitions, by: version)
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

  /// Where each of the transitions leads; nil where one does not follow from those before it.
  private func followed(
    _ accreditation: Accreditation, _ transitions: [AccreditationTransition], by version: PoolVersion
  ) throws -> [AccreditationProgress]? {
    var followed: [AccreditationProgress] = []
    for (index, transition) in transitions.enumerated() {
      guard transition.position == index + 1 else { return nil }
      let progress: AccreditationProgress?
      do {
        progress =
          if let event = transition.event {
            try followed.last?.after(event, on: transition.on, under: version)
          } else {
            try beginning(of: accreditation, on: transition.on, by: version)
          }
      } catch is AccreditationState.Refusal {
        return nil
      }
      guard let progress, progress.state == transition.to else { return nil }
      followed.append(progress)
    }
    return followed
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

  private func beginning(
    of accreditation: Accreditation, on day: Day, by version: PoolVersion
  ) throws -> AccreditationProgress? {
    guard let earlier = accreditation.convertedFrom else { return .nominated(on: day, under: version) }
    guard let source = try records.accreditation(earlier),
      let category = try records.pool(source.pool)?.category,
      let rule = version.conversions.first(where: { $0.from == category })
    else { return nil }
    return .converted(on: day, granting: rule.grants, under: version)
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
