/// Decides which figures of a breakdown an outsider may not see, so that nobody can be told from them.
///
/// What counts are people, each of them once: six enrolments of one person tell of one person.
///
/// 1. A part of fewer people than the threshold, or one that leaves fewer of a base, is hidden. A part of nobody tells of
///    nobody.
/// 2. Parts add up to a whole that is shown. One hidden part would be the whole less the others, and two hidden parts
///    of 3 people together are a small cell themselves: so the smallest of the other parts are hidden too, until at
///    least two are, whose people together reach the threshold and leave as many, or none, of each base. Of equals the
///    first goes. Where there are no such parts left, those of nobody that leave something of a base are hidden with
///    them.
/// 3. A row tells that there is somebody. Where every hidden part is the least that a row can be, as many rows as the whole
///    leaves people, each of them is known: another part is hidden with them.
/// 4. Where the whole is hidden, all its parts are: they would add up to it.
///
/// A breakdown within a breakdown (the Members of a region, the versions of a course) is decided part by part, each
/// under its own whole.
struct SmallCells: Hashable {
  /// The least number of people who are told of.
  let threshold: Int

  /// One figure of a breakdown.
  struct Part: Hashable {
    /// The people that the figure tells of.
    let people: Headcount
    /// Who is left of each of the figure's bases; nobody where it is all of one.
    var rests: [Headcount] = []
    /// Whether it is the least that a row can be; nil where that is one person.
    var isLeast: Bool?
    /// Whether it is hidden for a reason of its own.
    var isHidden = false
  }

  /// Whether a number is so small that it tells of single people.
  func isSmall(_ number: Int) -> Bool {
    (1..<threshold).contains(number)
  }

  /// Whether these are so few.
  func isSmall(_ people: Headcount) -> Bool { isSmall(people.count) }

  /// For each part, whether it is hidden. Cost grows with the square of the number of parts at worst.
  func hidden(_ parts: [Part], wholeIsHidden: Bool) -> [Bool] {
    if wholeIsHidden { return parts.map { _ in true } }
    var hidden = parts.map { $0.isHidden || isSmall($0.people) || $0.rests.contains(where: isSmall) }
    guard hidden.contains(true) else { return hidden }
    while !isProtected(parts, hidden), let next = smallestShown(parts, hidden) { hidden[next] = true }
    return isProtected(parts, hidden) ? hidden : parts.indices.map { hidden[$0] || !parts[$0].rests.isEmpty }
  }

  private func isProtected(_ parts: [Part], _ hidden: [Bool]) -> Bool {
    let concealed = zip(parts, hidden).filter { $0.people.count > 0 && $1 }.map(\.0)
    let bases = concealed.map(\.rests.count).max() ?? 0
    return concealed.count >= 2 && Headcount.union(concealed.map(\.people)).count >= threshold
      && !areLeast(concealed)
      && (0..<bases).allSatisfy { base in !isSmall(.union(concealed.map { $0.rests[base] })) }
  }

  /// Whether a whole that is shown tells of each hidden part, however many are hidden: the whole has to be hidden then.
  func tellsOfEach(_ parts: [Part]) -> Bool {
    let concealed = zip(parts, hidden(parts, wholeIsHidden: false)).filter(\.1).map(\.0)
    return !concealed.isEmpty && areLeast(concealed)
  }

  private func areLeast(_ parts: [Part]) -> Bool {
    parts.allSatisfy { $0.isLeast ?? ($0.people.count == 1) }
  }

  private func smallestShown(_ parts: [Part], _ hidden: [Bool]) -> Int? {
    parts.indices.filter { !hidden[$0] && parts[$0].people.count > 0 }
      .min { parts[$0].people.count < parts[$1].people.count }
  }

  /// Whether the persons of groups, told beside those of the whole that they share, tell of few: of those who are in all
  /// groups but one, or of those who are in more than one. The same person may be in several.
  func isTold(ofFewBy groups: [Tally], within whole: Tally) -> Bool {
    let repeated = groups.reduce(0) { $0 + $1.persons } - whole.persons
    return isSmall(repeated) || groups.contains { isSmall(whole.persons - $0.persons) }
  }
}
