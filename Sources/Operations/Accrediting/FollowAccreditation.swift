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

  /// Every accreditation as it stood at a cut-off.
  ///
  /// - Parameter period: within which somebody who is released is available.
  func eachExpert(asOf cutOff: Instant, within period: DayRange, _ body: (ExpertFact) throws -> Void) throws {
    let released = try peopleReleased(asOf: cutOff, within: period)
    var request: PageRequest? = PageRequest(limit: 1000)
    while let next = request {
      let page = try accreditations(AccreditationFilter(), within: .everything, page: next)
      for accreditation in page.items where accreditation.recordedAt <= cutOff {
        let (pool, version) = try rules(of: accreditation)
        let steps = try transitions(of: accreditation.id).filter { $0.at <= cutOff }
        guard let progress = try followed(accreditation, steps, by: version)?.last else { continue }
        try body(
          expert(
            accreditation, pool, version, progress, steps, asOf: cutOff,
            isReleased: released.contains(accreditation.person)))
      }
      request = page.next.map { PageRequest(after: $0, limit: 1000) }
    }
  }

  private func peopleReleased(asOf cutOff: Instant, within period: DayRange) throws -> Set<PersonID> {
    var people: Set<PersonID> = []
    var request: PageRequest? = PageRequest(limit: 1000)
    while let next = request {
      let page = try releases(of: nil, within: .everything, page: next)
      for release in page.items where release.recordedAt <= cutOff && release.days.overlaps(period) {
        if let endedAt = release.endedAt, endedAt <= cutOff { continue }
        people.insert(release.person)
      }
      request = page.next.map { PageRequest(after: $0, limit: 1000) }
    }
    return people
  }

  private func expert(
    _ accreditation: Accreditation, _ pool: ExpertPool, _ version: PoolVersion,
    _ progress: AccreditationProgress, _ steps: [AccreditationTransition], asOf cutOff: Instant,
    isReleased: Bool
  ) throws -> ExpertFact {
    let party = try party(named: .id(accreditation.nominatedBy))
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
