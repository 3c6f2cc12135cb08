import Certification
import Values

/// Puts the figures of certificates into blocks.
struct CertificateBlocks {
  let figures: CertificateFigures
  /// Whether the report is for the owner of the certificates, from whom nothing is hidden.
  let isOwner: Bool
  let cells: SmallCells
  let language: LanguageTag
  let words: ReportWords

  var blocks: [ReportBlock] {
    let events = CertificateFigures.Event.allCases.compactMap { event in
      figures.events[event].map { (event: event, tally: $0) }
    }
    let hidden = hiding(of: events.map(\.tally), wholeIsHidden: false)
    let rows = zip(events, hidden).map { row, isHidden in
      [.code(row.event.rawValue), .text(words.label(row.event))]
        + row.tally.counts(isHidden: isHidden)
    }
    func total(of event: CertificateFigures.Event) -> (tally: Tally, isHidden: Bool) {
      zip(events, hidden).first { $0.0.event == event }.map { ($0.0.tally, $0.1) } ?? (.none, false)
    }
    let (issued, inForce) = (total(of: .issued), total(of: .inForce))
    return [
      ReportBlock(
        .certificates, in: words, words.naming("event") + words.countingCertificates(isPartition: false),
        rows: rows),
      byScheme(issued: issued.tally, isHidden: issued.isHidden),
      expiring(inForce: inForce.tally, isHidden: inForce.isHidden),
    ]
  }

  /// When those that are in force on the last day run out: what has to be renewed, and by when.
  private func expiring(inForce: Tally, isHidden: Bool) -> ReportBlock {
    let terms = ExpiryTerm.allCases.compactMap { term in
      figures.terms[term].map { (term: term, tally: $0) }
    }
    let hidden = hiding(of: terms.map(\.tally), wholeIsHidden: isHidden)
    let rows = zip(terms, hidden).map { row, isHidden in
      [.code(row.term.rawValue), .text(words.label(row.term))] + row.tally.counts(isHidden: isHidden)
    }
    return ReportBlock(
      .certificatesExpiring, in: words,
      words.naming("expiry") + words.countingCertificates(isPartition: true),
      rows: rows, total: [.code(ReportCodes.total), .empty] + inForce.counts(isHidden: isHidden))
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
    return ReportBlock(
      .certificatesByScheme, in: words,
      words.naming("scheme") + [words.column("kind", .code)] + words.countingCertificates(isPartition: true),
      rows: rows, total: [.code(ReportCodes.total), .empty, .empty] + issued.counts(isHidden: isHidden))
  }

  private func hiding(of tallies: [Tally], wholeIsHidden: Bool) -> [Bool] {
    if isOwner { return tallies.map { _ in false } }
    return cells.hidden(tallies.map { SmallCells.Part(count: $0.persons) }, wholeIsHidden: wholeIsHidden)
  }
}
