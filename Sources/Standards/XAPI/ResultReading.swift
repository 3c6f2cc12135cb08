import JSON

/// Results and scores (xAPI 1.0.3 Data 2.4.5).
extension StatementReader {
  func readResult(_ value: JSONValue) throws(StatementViolation) -> StatementResult {
    var result = StatementResult()
    for member in try value.properties(of: "A result") {
      switch member.name {
      case "score": result.score = try readScore(member.value)
      case "success": result.success = try member.value.truth()
      case "completion": result.completion = try member.value.truth()
      case "response": result.response = try member.value.words().string
      case "duration": result.duration = try member.value.duration()
      case "extensions": try member.value.checkExtensions()
      default: throw member.isUnknown(in: "A result")
      }
    }
    return result
  }

  /// `scaled` is "as modified by scaling and/or normalization" (Data 2.4.5.1), so it need not be what `raw` comes to.
  private func readScore(_ value: JSONValue) throws(StatementViolation) -> Score {
    var score = Score()
    for member in try value.properties(of: "A score") {
      switch member.name {
      case "scaled": score.scaled = try readScaled(member.value)
      case "raw": score.raw = try member.value.decimal()
      case "min": score.min = try member.value.decimal()
      case "max": score.max = try member.value.decimal()
      default: throw member.isUnknown(in: "A score")
      }
    }
    guard isInOrder(score) else {
      throw value.breaks(
        .scoreOutOfRange, "min must be less than max, and raw must lie from min to max.")
    }
    return score
  }

  private func readScaled(_ value: JSONValue) throws(StatementViolation) -> JSONNumber {
    let scaled = try value.decimal()
    guard minusOne <= scaled, scaled <= one else {
      throw value.breaks(.scoreOutOfRange, "scaled must lie from -1 to 1.")
    }
    return scaled
  }

  private func isInOrder(_ score: Score) -> Bool {
    if let min = score.min, let max = score.max, min >= max { return false }
    guard let raw = score.raw else { return true }
    if let min = score.min, raw < min { return false }
    if let max = score.max, raw > max { return false }
    return true
  }
}

private let minusOne = JSONNumber(-1)
private let one = JSONNumber(1)
