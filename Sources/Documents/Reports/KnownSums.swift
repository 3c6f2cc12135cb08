/// What follows from sums over hidden figures that a reader knows.
///
/// Each sum is an equation over the figures, whose right side is known. They are brought into reduced echelon form: a
/// figure follows from them exactly where a row of that form has it alone. The factors are kept modulo a prime, so that
/// nothing is rounded and nothing overflows.
struct KnownSums {
  private struct Row {
    /// The figure that no other row has; its factor is 1.
    let pivot: Int
    var factors: [Int: Int]
  }

  /// 2^31 - 1.
  private static let prime = 2_147_483_647

  private var rows: [Row] = []

  /// What follows where the sums over these figures are known.
  init(_ sums: [Set<Int>]) {
    for sum in sums { add(sum) }
  }

  /// The figures, one or several, whose sum a row tells.
  var told: Set<Set<Int>> {
    Set(rows.filter { row in row.factors.values.allSatisfy { $0 == 1 } }.map { Set($0.factors.keys) })
  }

  private mutating func add(_ sum: Set<Int>) {
    var factors = Dictionary(uniqueKeysWithValues: sum.map { ($0, 1) })
    for row in rows { KnownSums.clear(row, from: &factors) }
    guard let pivot = factors.keys.min(), let factor = factors[pivot] else { return }
    let inverse = KnownSums.inverse(of: factor)
    let row = Row(pivot: pivot, factors: factors.mapValues { $0 * inverse % KnownSums.prime })
    for place in rows.indices { KnownSums.clear(row, from: &rows[place].factors) }
    rows.append(row)
  }

  /// Takes a row from some factors, so often that these no longer have its pivot.
  private static func clear(_ row: Row, from factors: inout [Int: Int]) {
    guard let times = factors[row.pivot] else { return }
    for (figure, factor) in row.factors {
      let left = (factors[figure, default: 0] + (prime - times) * factor) % prime
      factors[figure] = left == 0 ? nil : left
    }
  }

  /// What makes 1 with a factor: its power by two less than the prime (Fermat).
  private static func inverse(of factor: Int) -> Int {
    var (inverse, power, exponent) = (1, factor, prime - 2)
    while exponent > 0 {
      if exponent & 1 == 1 { inverse = inverse * power % prime }
      power = power * power % prime
      exponent >>= 1
    }
    return inverse
  }
}
