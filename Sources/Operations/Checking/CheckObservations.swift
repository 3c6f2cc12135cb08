internal import Accreditation
internal import Assessment
internal import Values

extension Checking {
  /// Every observation is followed again from its first transition, and judged again by its rubric; what rests on it is
  /// held against it.
  func checkObservations() throws {
    try each(
      { try records.observations(ObservationFilter(), within: .everything, page: $0) },
      { "observation \($0.id)" }
    ) { observation in
      if try !isSound(observation) {
        fault("state", "observation \(observation.id) is not what its marks and steps say")
      }
      guard let result = try records.result(restingOn: observation.id) else { return }
      let basis = try records.result(result)?.basis
      if observation.state != .signedOff || basis != observation.verdict.map(AssessmentResult.Basis.observed)
      {
        fault("result", "result \(result) is not what the observation says that it rests on")
      }
    }
  }

  private func isSound(_ observation: Observation) throws -> Bool {
    let version = try records.rules(of: observation).version
    let (first, second) = try records.marks(of: observation.id)
    do {
      let verdicts = (
        try version.verdict(of: first), try second.isEmpty ? nil : version.verdict(of: second)
      )
      guard verdicts == (observation.firstVerdict, observation.secondVerdict) else { return false }
    } catch {
      return false
    }
    return try isFollowed(observation)
  }

  /// Whether its steps lead to its state, and somebody signed it off who took no part.
  private func isFollowed(_ observation: Observation) throws -> Bool {
    var state: ObservationState?
    for (index, step) in try records.transitions(of: observation.id).enumerated() {
      guard step.position == index + 1 else { return false }
      do {
        state = if let event = step.event { try state?.after(event) } else { .recorded }
      } catch {
        return false
      }
      guard state == step.to else { return false }
      let partakers = [observation.person, observation.observer, observation.secondObserver]
      if step.event == .signOff, step.by.map(partakers.contains) ?? true { return false }
    }
    return state == observation.state
  }
}
