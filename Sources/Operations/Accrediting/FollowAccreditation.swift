internal import Accreditation
internal import People
internal import Reports
internal import Values

extension Records {
  /// Where each of the transitions of a case leads, by the version of its pool that it goes by; nil where one does not
  /// follow from those before it.
  func followed(
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

  private func beginning(
    of accreditation: Accreditation, on day: Day, by version: PoolVersion
  ) throws -> AccreditationProgress? {
    guard let earlier = accreditation.convertedFrom else { return .nominated(on: day, under: version) }
    guard let source = try self.accreditation(earlier), let category = try pool(source.pool)?.category,
      let rule = version.conversions.first(where: { $0.from == category })
    else { return nil }
    return .converted(on: day, granting: rule.grants, under: version)
  }

  /// The accreditations within a reach as they stood at a cut-off, each with its pool, the version that it goes by, and
  /// what happened to it until then. One whose transitions do not follow is left out; a check names it.
  func eachAccreditation(
    within reach: Reach, asOf cutOff: Instant,
    _ body: (Accreditation, ExpertPool, PoolVersion, [AccreditationTransition]) throws -> Void
  ) throws {
    let pools = Dictionary(uniqueKeysWithValues: try pools().map { ($0.id, $0) })
    try eachAccreditation(within: reach, asOf: cutOff) { accreditation, transitions in
      guard let pool = pools[accreditation.pool],
        let version = pool.versions.first(where: { $0.number == accreditation.version }),
        let progress = try followed(accreditation, transitions, by: version)?.last
      else { return }
      try body(accreditation.at(progress), pool, version, transitions)
    }
  }

  /// Every accreditation as it stood at a cut-off.
  ///
  /// - Parameter period: within which somebody who is released is available.
  func eachExpert(asOf cutOff: Instant, within period: DayRange, _ body: (ExpertFact) throws -> Void) throws {
    let released = try peopleReleased(within: period, asOf: cutOff)
    try eachAccreditation(within: .everything, asOf: cutOff) { accreditation, pool, version, steps in
      try body(
        expert(
          accreditation, pool, version, steps, asOf: cutOff,
          isReleased: released.contains(accreditation.person)))
    }
  }

  private func expert(
    _ accreditation: Accreditation, _ pool: ExpertPool, _ version: PoolVersion,
    _ steps: [AccreditationTransition], asOf cutOff: Instant, isReleased: Bool
  ) throws -> ExpertFact {
    let (party, progress) = (try party(named: .id(accreditation.nominatedBy)), accreditation.progress)
    let sessions = Set(steps.compactMap(\.evidence.session))
    func judged(_ isSo: (AccreditationState.Event) -> Bool) -> Set<StageCode> {
      Set(steps.filter { $0.event.map(isSo) ?? false }.compactMap(\.stage))
    }
    return ExpertFact(
      person: accreditation.person,
      pool: PoolLabel(
        id: pool.id, code: pool.code, title: pool.titles, category: pool.category,
        version: version.number,
        stages: version.path.stages.map { PoolLabel.Stage(code: $0.code, title: $0.titles) }),
      party: PartyLabel(id: party.id, code: party.code, name: party.names, region: party.region),
      donors: try sessions.reduce(into: []) { $0.formUnion(try donors(of: $1, asOf: cutOff)) },
      began: steps.first?.on ?? accreditation.recordedAt.dayInUTC,
      isConverted: accreditation.convertedFrom != nil, passed: judged { $0.passesStage },
      failed: judged { [.decline, .fail, .reject].contains($0) }, state: progress.state,
      dueBy: progress.dueBy, heldUntil: progress.heldUntil, isReleased: isReleased)
  }
}
