import Certification
import Values

/// Puts the figures of certificates into blocks.
struct CertificateBlocks {
  let figures: CertificateFigures
  let hiding: CertificateHiding
  let language: LanguageTag
  let words: ReportWords

  var blocks: [ReportBlock] { [events, byScheme, expiring] }

  private var events: ReportBlock {
    let rows = CertificateFigures.Event.allCases.compactMap { event -> [ReportCell]? in
      guard let tally = figures.events[event] else { return nil }
      return [.code(event.rawValue), .text(words.label(event))]
        + tally.counts(isHidden: hiding.isHidden(event))
    }
    return ReportBlock(
      .certificates, in: words, words.naming("event") + words.countingCertificates(isPartition: false),
      rows: rows)
  }

  private var byScheme: ReportBlock {
    let schemes = figures.schemes
    let hidden = hiding.hiding(of: schemes.map(\.tally))
    let personsAreHidden = hiding.hidesPersons(of: schemes.map(\.tally))
    let rows = zip(schemes, hidden).map { scheme, isHidden in
      [
        .code(scheme.label.code.text), .text(scheme.label.title.text(for: language)),
        .code(scheme.kind.rawValue),
      ] + scheme.tally.counts(isHidden: isHidden, personsAreHidden: personsAreHidden)
    }
    let total = figures.events[.issued] ?? .none
    return ReportBlock(
      .certificatesByScheme, in: words,
      words.naming("scheme") + [words.column("kind", .code)] + words.countingCertificates(isPartition: true),
      rows: rows,
      total: [.code(ReportCodes.total), .empty, .empty] + total.counts(isHidden: hiding.isHidden(.issued)))
  }

  /// When those that are in force on the last day run out: what has to be renewed, and by when. It is for owners, from
  /// whom nothing is hidden.
  private var expiring: ReportBlock {
    let rows = ExpiryTerm.allCases.compactMap { term -> [ReportCell]? in
      guard let tally = figures.terms[term] else { return nil }
      return [.code(term.rawValue), .text(words.label(term))] + tally.counts(isHidden: false)
    }
    let total = figures.events[.inForce] ?? .none
    return ReportBlock(
      .certificatesExpiring, in: words,
      words.naming("expiry") + words.countingCertificates(isPartition: true),
      rows: rows, total: [.code(ReportCodes.total), .empty] + total.counts(isHidden: false))
  }
}
