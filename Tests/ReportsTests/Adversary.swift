import Reports

/// Someone who holds a report and knows how its figures hang together: parts add up to wholes. Sets up all those
/// sums and solves them as far as they go.
struct Adversary {
  /// A figure: where it stands and which one it is.
  typealias Name = String

  private var known: [Name: Double] = [:]
  private var unknown: [Name] = []
  private var sums: [[(name: Name, factor: Double)]] = []

  /// Takes a figure in; nil where it is suppressed or not in the report at all.
  mutating func see(_ name: Name, _ value: Int?) {
    guard known[name] == nil, !unknown.contains(name) else { return }
    if let value { known[name] = Double(value) } else { unknown.append(name) }
  }

  /// Knows that these parts add up to this whole.
  mutating func relate(_ parts: [Name], to whole: Name) {
    sums.append(parts.map { ($0, 1) } + [(whole, -1)])
  }

  /// The suppressed figures that follow from the others.
  var found: Set<Name> {
    let places = Dictionary(uniqueKeysWithValues: unknown.enumerated().map { ($1, $0) })
    var rows: [[Int: Double]] = sums.map { sum in
      var row: [Int: Double] = [:]
      for part in sum { if let place = places[part.name] { row[place, default: 0] += part.factor } }
      return row.filter { abs($0.value) > 1e-9 }
    }
    var next = 0
    for column in unknown.indices {
      guard let pivot = rows.indices.dropFirst(next).first(where: { rows[$0][column] != nil }) else {
        continue
      }
      rows.swapAt(next, pivot)
      let divisor = rows[next][column] ?? 1
      rows[next] = rows[next].mapValues { $0 / divisor }
      for row in rows.indices where row != next {
        guard let factor = rows[row][column] else { continue }
        for (place, value) in rows[next] {
          let left = rows[row][place, default: 0] - factor * value
          rows[row][place] = abs(left) > 1e-9 ? left : nil
        }
      }
      next += 1
    }
    return Set(rows.compactMap { row in row.count == 1 ? row.keys.first.map { unknown[$0] } : nil })
  }
}

extension ReportCell {
  /// The count; nil where there is none to see.
  var seenCount: Int? {
    if case .count(let count) = self { count } else { nil }
  }
}
