/// Decides which figures of a breakdown an outsider may not see, so that nobody can be told from them.
///
/// 1. A part of 1 to 4, or one that leaves 1 to 4 of its base, is hidden. A part of 0 tells of nobody.
/// 2. Parts add up to a whole that is shown. One hidden part would be the whole less the others, and two hidden parts
///    that count 3 together are a small cell themselves: so the smallest of the other parts are hidden too, until at
///    least two are, that together count 5 or more and leave 5 or more, or none, of their base. Of equals the first
///    goes.
/// 3. Where the whole is hidden, all its parts are: they would add up to it.
///
/// A breakdown within a breakdown (the Members of a region, the versions of a course) is decided part by part, each
/// under its own whole.
enum SmallCells {
  /// The least number of people or attendances that is shown.
  static let threshold = 5

  /// One figure of a breakdown.
  struct Part: Hashable {
    /// The people, or what else, the figure tells of.
    let count: Int
    /// What is left of the figure's base; 0 where it has none.
    var rest = 0
    /// Whether it is hidden for a reason of its own.
    var isHidden = false
  }

  /// Whether a number is so small that it tells of single people.
  static func isSmall(_ number: Int) -> Bool {
    (1..<threshold).contains(number)
  }

  /// For each part, whether it is hidden. Cost grows with the square of the number of parts at worst.
  static func hidden(_ parts: [Part], wholeIsHidden: Bool) -> [Bool] {
    if wholeIsHidden { return parts.map { _ in true } }
    var hidden = parts.map { $0.isHidden || isSmall($0.count) || isSmall($0.rest) }
    guard hidden.contains(true) else { return hidden }
    while !isProtected(parts, hidden), let next = smallestShown(parts, hidden) { hidden[next] = true }
    return hidden
  }

  private static func isProtected(_ parts: [Part], _ hidden: [Bool]) -> Bool {
    var number = 0
    var count = 0
    var rest = 0
    for (part, isHidden) in zip(parts, hidden) where isHidden && part.count > 0 {
      number += 1
      count += part.count
      rest += part.rest
    }
    return number >= 2 && count >= threshold && !isSmall(rest)
  }

  private static func smallestShown(_ parts: [Part], _ hidden: [Bool]) -> Int? {
    parts.indices.filter { !hidden[$0] && parts[$0].count > 0 }.min { parts[$0].count < parts[$1].count }
  }
}
