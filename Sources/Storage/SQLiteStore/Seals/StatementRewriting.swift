internal import Operations
internal import SQLite
internal import Values

// Statements are changed when a person is made unknown, and at no other time. The digests over all statements are made
// again from the first one that is changed; a segment that did not hold before does not hold afterwards.
extension Connection {
  /// A digest that no statements lead to.
  private static let unfit = [UInt8](repeating: 0xFF, count: 32)

  /// Carries out a body that changes statements stored from an instant on, and seals all of these anew. Cost: two passes
  /// over them.
  func resealStatements(from stored: Instant, _ body: () throws -> Void) throws {
    let (segments, before) = try segments(from: stored)
    var (start, sound): (StatementSegment, [Bool]) = (before, [])
    for segment in segments {
      let found = try digest(of: segment, behind: start, after: start.digest)
      sound.append(found.octets == segment.digest && found.count == segment.statements)
      start = segment
    }
    try body()
    start = before
    for (segment, isSound) in zip(segments, sound) {
      var renewed = segment
      renewed.digest =
        isSound ? try digest(of: segment, behind: start, after: start.digest).octets : Connection.unfit
      try replaceDigest(of: segment, by: renewed.digest)
      start = renewed
    }
  }

  /// The segments that hold statements stored from an instant on, and the one before them.
  private func segments(from stored: Instant) throws -> (
    segments: [StatementSegment], before: StatementSegment
  ) {
    var (segments, before) = ([StatementSegment](), StatementSegment.none)
    func sort(_ segment: StatementSegment) {
      if segment.last < stored { before = segment } else { segments.append(segment) }
    }
    try eachFullSegment(sort)
    if let open = try openSegment(), open.statements > 0 { sort(open) }
    return (segments, before)
  }

  private func digest(
    of segment: StatementSegment, behind before: StatementSegment, after octets: [UInt8]
  ) throws -> (octets: [UInt8], count: Int) {
    var digest = try StatementDigest(after: octets)
    var count = 0
    try each(
      """
      SELECT stored, id, voids, body FROM statement
      WHERE stored > \(before.last) AND stored <= \(segment.last) ORDER BY stored
      """
    ) { row in
      try digest.add(row)
      count += 1
    }
    return (digest.octets, count)
  }

  /// A full segment is told from the open one by where it lies: they have no statement in common.
  private func replaceDigest(of segment: StatementSegment, by digest: [UInt8]) throws {
    try run("UPDATE statement_segment SET digest = \(digest) WHERE first = \(segment.first)")
    try run("UPDATE statement_tail SET digest = \(digest) WHERE first = \(segment.first)")
  }
}
