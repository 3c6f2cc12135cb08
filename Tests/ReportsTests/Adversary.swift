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
    var rows = sums.map { sum in
      unknown.map { name in sum.reduce(0) { $0 + ($1.name == name ? $1.factor : 0) } }
    }
    var next = 0
    for column in unknown.indices {
      guard let pivot = rows.indices.dropFirst(next).first(where: { abs(rows[$0][column]) > 1e-9 }) else {
        continue
      }
      rows.swapAt(next, pivot)
      let divisor = rows[next][column]
      rows[next] = rows[next].map { $0 / divisor }
      for row in rows.indices where row != next && abs(rows[row][column]) > 1e-9 {
        let factor = rows[row][column]
        for position in unknown.indices { rows[row][position] -= factor * rows[next][position] }
      }
      next += 1
    }
    return Set(
      rows.compactMap { row in
        let involved = row.indices.filter { abs(row[$0]) > 1e-9 }
        return involved.count == 1 ? unknown[involved[0]] : nil
      })
  }
}

extension ReportCell {
  /// The count; nil where there is none to see.
  var seenCount: Int? {
    if case .count(let count) = self { count } else { nil }
  }
}
