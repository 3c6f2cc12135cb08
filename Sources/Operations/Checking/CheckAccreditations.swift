internal import Accreditation
internal import People
internal import Values

extension Checking {
  /// Every case is followed again from its first transition by its pool's rules, and every evaluator held against the
  /// ground on which the mission was given.
  func checkAccreditations() throws {
    try each(
      { try records.accreditations(AccreditationFilter(), within: .everything, page: $0) },
      { "accreditation \($0.id)" }
    ) { accreditation in
      let (pool, version) = try records.rules(of: accreditation)
      if try followed(accreditation, by: version) != accreditation.progress {
        fault("state", "the state of accreditation \(accreditation.id) is not what its records say")
      }
      for mission in try records.missions(of: accreditation.id)
      where try !isFounded(mission, on: accreditation, in: pool) {
        fault("record", "the evaluator of mission \(mission.id) is not who may evaluate it")
      }
    }
  }

  /// Where the transitions lead; nil where one does not follow from those before it.
  private func followed(
    _ accreditation: Accreditation, by version: PoolVersion
  ) throws -> AccreditationProgress? {
    var progress: AccreditationProgress?
    for (index, transition) in try records.transitions(of: accreditation.id).enumerated() {
      guard transition.position == index + 1 else { return nil }
      do {
        progress =
          if let event = transition.event {
            try progress?.after(event, on: transition.on, under: version)
          } else {
            try beginning(of: accreditation, on: transition.on, by: version)
          }
      } catch is AccreditationState.Refusal {
        return nil
      }
      guard progress?.state == transition.to else { return nil }
    }
    return progress
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
