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
      let results = try records.results(restingOn: observation.id)
      for (place, result) in results.enumerated() where try place > 0 || !isProved(result, by: observation) {
        fault("result", "result \(result) is not what the observation says that it rests on")
      }
    }
  }

  private func isProved(_ result: AssessmentResultID, by observation: Observation) throws -> Bool {
    guard observation.state == .signedOff, let verdict = observation.verdict else { return false }
    return try records.result(result)?.basis == .observed(verdict)
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
    return try isFollowed(observation, by: version)
  }

  /// Whether its steps lead to its state, and somebody signed it off who might.
  private func isFollowed(_ observation: Observation, by version: RubricVersion) throws -> Bool {
    var state: ObservationState?
    for (index, step) in try records.transitions(of: observation.id).enumerated() {
      guard step.position == index + 1 else { return false }
      do {
        state = if let event = step.event { try state?.after(event) } else { .recorded }
        if step.event == .signOff {
          guard let signer = step.by else { return false }
          try observation.requireSignable(by: signer, under: version)
        }
      } catch {
        return false
      }
      guard state == step.to else { return false }
    }
    return state == observation.state
  }
}
