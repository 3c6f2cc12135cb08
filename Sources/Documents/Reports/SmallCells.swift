/// Decides which figures of a breakdown an outsider may not see, so that nobody can be told from them.
///
/// 1. A part below the threshold, or one that leaves a number below it of a base, is hidden. A part of 0 tells of nobody.
/// 2. Parts add up to a whole that is shown. One hidden part would be the whole less the others, and two hidden parts
///    that count 3 together are a small cell themselves: so the smallest of the other parts are hidden too, until at
///    least two are, that together reach the threshold and leave as much, or none, of each base. Of equals the first
///    goes. Where there are no such parts left, those of 0 that leave something of a base are hidden with them.
/// 3. Where the whole is hidden, all its parts are: they would add up to it.
///
/// A breakdown within a breakdown (the Members of a region, the versions of a course) is decided part by part, each
/// under its own whole.
struct SmallCells: Hashable {
  /// The least number of people or attendances that is shown.
  let threshold: Int

  /// One figure of a breakdown.
  struct Part: Hashable {
    /// The people, or what else, the figure tells of.
    let count: Int
    /// What is left of each of the figure's bases; 0 where it is all of one.
    var rests: [Int] = []
    /// Whether it is hidden for a reason of its own.
    var isHidden = false
  }

  /// Whether a number is so small that it tells of single people.
  func isSmall(_ number: Int) -> Bool {
    (1..<threshold).contains(number)
  }

  /// For each part, whether it is hidden. Cost grows with the square of the number of parts at worst.
  func hidden(_ parts: [Part], wholeIsHidden: Bool) -> [Bool] {
    if wholeIsHidden { return parts.map { _ in true } }
    var hidden = parts.map { $0.isHidden || isSmall($0.count) || $0.rests.contains(where: isSmall) }
    guard hidden.contains(true) else { return hidden }
    while !isProtected(parts, hidden), let next = smallestShown(parts, hidden) { hidden[next] = true }
    return isProtected(parts, hidden) ? hidden : parts.indices.map { hidden[$0] || !parts[$0].rests.isEmpty }
  }

  private func isProtected(_ parts: [Part], _ hidden: [Bool]) -> Bool {
    let concealed = zip(parts, hidden).filter { $0.count > 0 && $1 }.map(\.0)
    let bases = concealed.map(\.rests.count).max() ?? 0
    let rests = (0..<bases).map { base in concealed.reduce(0) { $0 + $1.rests[base] } }
    return concealed.count >= 2 && concealed.reduce(0) { $0 + $1.count } >= threshold
      && !rests.contains(where: isSmall)
  }

  private func smallestShown(_ parts: [Part], _ hidden: [Bool]) -> Int? {
    parts.indices.filter { !hidden[$0] && parts[$0].count > 0 }.min { parts[$0].count < parts[$1].count }
  }
}
