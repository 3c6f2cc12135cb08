import Certification
import Values

/// Puts the figures of certificates into blocks.
struct CertificateBlocks {
  let figures: CertificateFigures
  /// Whether the report is for the owner of the certificates, from whom nothing is hidden.
  let isOwner: Bool
  let language: LanguageTag

  var blocks: [ReportBlock] {
    let events = CertificateFigures.Event.allCases.compactMap { event in
      figures.events[event].map { (event: event, tally: $0) }
    }
    let hidden = hiding(of: events.map(\.tally), wholeIsHidden: false)
    let rows = zip(events, hidden).map { row, isHidden in
      [.code(row.event.rawValue), .text(ReportWords.label(row.event))]
        + row.tally.counts(isHidden: isHidden)
    }
    let issued = zip(events, hidden).first { $0.0.event == .issued }
    return [
      ReportBlock(
        .certificates, .naming("event", "Event") + .countingCertificates(isPartition: false), rows: rows),
      byScheme(issued: issued?.0.tally ?? .none, isHidden: issued?.1 ?? false),
    ]
  }

  private func byScheme(issued: Tally, isHidden: Bool) -> ReportBlock {
    let schemes = figures.schemes
    let hidden = hiding(of: schemes.map(\.tally), wholeIsHidden: isHidden)
    let rows = zip(schemes, hidden).map { scheme, isHidden in
      [
        .code(scheme.label.code.text), .text(scheme.label.title.text(for: language)),
        .code(scheme.kind.rawValue),
      ] + scheme.tally.counts(isHidden: isHidden)
    }
    let kind = ReportColumn(name: "kind", title: "Kind", kind: .code)
    return ReportBlock(
      .certificatesByScheme,
      .naming("scheme", "Scheme") + [kind] + .countingCertificates(isPartition: true), rows: rows,
      total: [.code(ReportWords.total), .empty, .empty] + issued.counts(isHidden: isHidden))
  }

  private func hiding(of tallies: [Tally], wholeIsHidden: Bool) -> [Bool] {
    if isOwner { return tallies.map { _ in false } }
    return SmallCells.hidden(
      tallies.map { SmallCells.Part(count: $0.persons) }, wholeIsHidden: wholeIsHidden)
  }
}
