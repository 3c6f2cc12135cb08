/// Decides what is hidden of the certificates. For an owner nothing is.
///
/// 1. Of the events those of few people are hidden, and others with them (`SmallCells`).
/// 2. What is in force is what was in force before, with what was issued and without what ended. So reports over a period
///    and over the one before it would tell of an event that is hidden: what is in force is hidden beside it. So it is
///    beside what changes it and is no event: a suspension that was lifted, a certificate that holds from a later day on.
struct CertificateHiding {
  private let figures: CertificateFigures
  private let isOwner: Bool
  private let cells: SmallCells
  private let events: Set<CertificateFigures.Event>

  init(of figures: CertificateFigures, isOwner: Bool, cells: SmallCells) {
    (self.figures, self.isOwner, self.cells) = (figures, isOwner, cells)
    events = isOwner ? [] : CertificateHiding.events(figures, cells)
  }

  /// Whether an event's certificates are hidden, and the persons with them.
  func isHidden(_ event: CertificateFigures.Event) -> Bool { events.contains(event) }

  /// For each group of those issued, whether it is hidden.
  func hiding(of groups: [Tally]) -> [Bool] {
    if isOwner { return groups.map { _ in false } }
    return cells.hidden(groups.map { SmallCells.Part(people: $0.people) }, wholeIsHidden: isHidden(.issued))
  }

  /// Whether the persons of groups of those issued are hidden.
  func hidesPersons(of groups: [Tally]) -> Bool {
    !isOwner && cells.isTold(ofFewBy: groups, within: figures.events[.issued] ?? .none)
  }

  /// Whether what was certified of the enrolments, told beside the certificates, tells of few people.
  func tellsApart(_ certified: Tally) -> Bool {
    if isHidden(.issued) { return true }
    return CertificateFigures.Event.allCases.filter { !isHidden($0) }.compactMap { figures.events[$0] }
      .contains { told in
        cells.isSmall(certified.people.differenceCount(from: told.people))
          || cells.isSmall(abs(certified.count - told.count))
      }
  }

  private static func events(
    _ figures: CertificateFigures, _ cells: SmallCells
  ) -> Set<CertificateFigures.Event> {
    let events = CertificateFigures.Event.allCases.compactMap { event in
      figures.events[event].map { (event: event, people: $0.people) }
    }
    let areFew = events.contains { $0.event != .inForce && cells.isSmall($0.people) }
    let areIssuedToOneEach = cells.tellsOfEach(
      figures.schemes.map { SmallCells.Part(people: $0.tally.people) })
    let parts = events.map {
      SmallCells.Part(
        people: $0.people,
        isHidden: areFew && $0.event == .inForce || areIssuedToOneEach && $0.event == .issued)
    }
    let hidden = zip(events, cells.hidden(parts, wholeIsHidden: false)).filter(\.1).map(\.0.event)
    return hidden.isEmpty && !areUnseenFew(figures, cells) ? [] : Set(hidden + [.inForce])
  }

  /// Whether what two reports tell of certificates in force, less the events of the second, is of few people.
  private static func areUnseenFew(_ figures: CertificateFigures, _ cells: SmallCells) -> Bool {
    func count(_ change: CertificateFigures.Unseen) -> Int { figures.unseen[change]?.count ?? 0 }
    let rest = count(.reinstated) + count(.endedSuspended) + count(.begun) - count(.toBegin)
    return cells.isSmall(abs(rest)) || figures.unseen.values.contains { cells.isSmall($0.people) }
  }
}
