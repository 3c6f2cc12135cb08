/// One line of the outcome.
struct Measure {
  let name: String
  /// What was measured, as a text with its unit.
  let value: String
  /// How often a second; nil where it is no rate.
  let rate: Double?
  /// Microseconds of processor time that one of them cost the server; nil where that was not taken.
  let processorMicroseconds: Double?
  /// What it is to be seen beside: the name of a limit in the same run.
  let limit: String?

  init(
    _ name: String, perSecond rate: Double, processorMicroseconds: Double? = nil, beside limit: String? = nil
  ) {
    self.name = name
    self.rate = rate
    self.processorMicroseconds = processorMicroseconds
    self.limit = limit
    value = "\(grouped(Int(rate.rounded())))/s"
  }

  init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
    (rate, processorMicroseconds, limit) = (nil, nil, nil)
  }
}

/// The measures as a table with one line each; ratios are to the limit that a line names.
func table(of measures: [Measure]) -> String {
  let lines = measures.map { measure in
    let limit = measure.limit.flatMap { name in measures.first { $0.name == name } }
    let ratio: String? =
      if let rate = measure.rate, let bound = limit?.rate, let name = measure.limit {
        "\(fixed(rate / bound)) of \(name)"
      } else {
        nil
      }
    let cost = measure.processorMicroseconds.map { "\(Int($0.rounded())) µs" }
    return [measure.name, measure.value, cost ?? "", ratio ?? ""]
  }
  let all = [["", "measured", "processor", "beside its limit"]] + lines
  let widths = (0..<4).map { column in all.map { $0[column].count }.max() ?? 0 }
  return all.map { line in
    zip(line, widths).enumerated().map { column, cell in
      let space = String(repeating: " ", count: cell.1 - cell.0.count)
      return column == 0 || column == 3 ? cell.0 + space : space + cell.0
    }.joined(separator: "  ").trimmingEnd + "\n"
  }.joined()
}

/// A number with a comma after each three digits.
func grouped(_ number: Int) -> String {
  let digits = Array(String(number))
  return digits.enumerated().map { place, digit in
    place > 0 && (digits.count - place).isMultiple(of: 3) ? ",\(digit)" : String(digit)
  }.joined()
}

/// A number with two decimals.
func fixed(_ number: Double) -> String {
  let hundredths = Int((number * 100).rounded())
  return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
}

extension String {
  fileprivate var trimmingEnd: String {
    String(reversed().drop { $0 == " " }.reversed())
  }
}
