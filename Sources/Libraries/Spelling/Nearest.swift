/// The candidate that was most likely meant by a mistyped word, or nil when none is near.
///
/// Near is a third of the longer word's length, at least one change and at most three, or a beginning of at
/// least two letters that only one candidate has. Of equally near ones, the first.
public func nearest(to word: String, among candidates: [String]) -> String? {
  let typed = Array(word.unicodeScalars.prefix(64))
  var best: (candidate: String, distance: Int)?
  for candidate in candidates {
    let wanted = Array(candidate.unicodeScalars)
    let limit = min(3, max(1, max(typed.count, wanted.count) / 3))
    let distance = changes(from: typed, to: wanted)
    if distance <= limit, distance < best?.distance ?? Int.max { best = (candidate, distance) }
  }
  return best?.candidate ?? onlyContinuation(of: word, among: candidates)
}

private func onlyContinuation(of word: String, among candidates: [String]) -> String? {
  guard word.utf8.drop(while: { $0 == UInt8(ascii: "-") }).count >= 2 else { return nil }
  let matches = candidates.filter { $0.utf8.starts(with: word.utf8) }
  return matches.count == 1 ? matches[0] : nil
}

/// How many letters must be put in, left out, exchanged or swapped with their neighbour to make one word of
/// another (Damerau–Levenshtein, no part edited twice). Grows with the product of the lengths.
func changes(from typed: [Unicode.Scalar], to wanted: [Unicode.Scalar]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...wanted.count)
  for row in typed.indices {
    var current = [row + 1]
    for column in wanted.indices {
      let isSame = typed[row] == wanted[column]
      var cost = min(last[column] + (isSame ? 0 : 1), last[column + 1] + 1, current[column] + 1)
      if row > 0, column > 0, typed[row] == wanted[column - 1], typed[row - 1] == wanted[column] {
        cost = min(cost, beforeLast[column - 1] + 1)
      }
      current.append(cost)
    }
    (beforeLast, last) = (last, current)
  }
  return last[wanted.count]
}
