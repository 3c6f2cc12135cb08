public import People
public import Values

/// What came of an erasure.
public struct ErasedPerson: Sendable {
  public let erasure: Erasure
  /// What went and what stays; nil where the person had been made unknown before, so that nothing was changed.
  public let extent: ErasureExtent?
  /// Whether nothing of it is left in the files of the records either. Where it is not, somebody still read records as
  /// they stood before: doing it again later changes no record, and clears the files.
  public let isCleared: Bool

  public init(erasure: Erasure, extent: ErasureExtent?, isCleared: Bool) {
    self.erasure = erasure
    self.extent = extent
    self.isCleared = isCleared
  }
}

extension Registrar {
  /// Makes a person unknown: what tells who it was goes, what figures rest on stays. Done again it changes nothing.
  ///
  /// 1. In one transaction the records are changed, their seals and the digests over statements are made anew, and the
  ///    erasure is recorded. Cost: the person's records, one pass over the history, and two over the statements that were
  ///    stored since the first one about the person.
  /// 2. Files that no record names any more are removed: drawn pages, what came with statements.
  /// 3. The database is written anew, so that nothing that was removed is left in its file or its log. Cost: that of
  ///    copying it; nothing is recorded meanwhile, and it needs room for the records twice over.
  ///
  /// It waits for the device, and must not be called where others wait. Killed before the end, it is done again.
  public func erasePerson(
    _ person: PersonID, reason: String, as principal: Principal, on terms: Terms<ErasedPerson> = .none
  ) throws -> ErasedPerson {
    let change = ErasePerson(person: person, reason: reason)
    let made = try perform(change, as: principal, on: terms.of { $0.told(isCleared: true) })
    keys.forget()
    _ = try content.removeUnnamed(made.files) { try store.read { try $0.fileDigests() } }
    return made.told(isCleared: try store.clearRemoved())
  }
}

/// The part of an erasure that is one transaction.
struct ErasePerson: Change {
  static let right = Right.changeRecords

  let person: PersonID
  let reason: String

  struct Outcome: Sendable {
    let erasure: Erasure
    let extent: ErasureExtent?
    /// The digests of the files that were named for the person.
    let files: [String]

    func told(isCleared: Bool) -> ErasedPerson {
      ErasedPerson(erasure: erasure, extent: extent, isCleared: isCleared)
    }
  }

  func carryOut(_ work: Work) throws -> Outcome {
    let person = try work.reading.reached.person(identified: person)
    if let done = try work.records.erasure(of: person.id) {
      return Outcome(erasure: done, extent: nil, files: [])
    }
    try work.grant.requireOther(than: person.id)
    try requireReason(reason, to: "erase a person")
    let underWay = try work.reading.underWay(of: person.id)
    guard underWay.isEmpty else { throw ErasureRefused.underWay(underWay) }
    let agents = try ErasedAgents(of: person, work.reading)
    try requireNameless(reason, agents.known)
    let extent = try work.records.extent(of: agents.known)
    let erasure = Erasure(person: person.id, at: work.now, actor: work.principal.label, reason: reason)
    let attached = try work.rewriteStatements(about: agents)
    let files = try work.records.erase(agents.known, by: erasure)
    try work.note("person erase", .person, person.id.uuid, person: person.id, reason: reason, extent.changes)
    return Outcome(erasure: erasure, extent: extent, files: files + attached)
  }

  /// The reason stays in the records: it does not name who is made unknown.
  private func requireNameless(_ reason: String, _ known: KnownAs) throws(ErasureRefused) {
    let words = TellingWords(known.words)
    let isNamed =
      known.words.contains { $0.utf8.elementsEqual(reason.utf8) } || words.removed(from: reason) != reason
    guard !isNamed else { throw .reasonNames }
  }
}

extension ErasureExtent {
  /// What went, for the history: numbers alone. Entries of the history and statements are changed and do not go.
  fileprivate var changes: [FieldChange] {
    Trace.allCases.compactMap { trace in
      guard trace != .history, trace != .statements, let count = goes[trace], count > 0 else { return nil }
      return FieldChange(trace.rawValue, from: String(count), to: "0")
    }
  }
}
