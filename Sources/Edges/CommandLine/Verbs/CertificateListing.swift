internal import Arguments
internal import Certification
internal import JSON
internal import Operations
internal import Representations
internal import Values

extension Verb {
  /// Lists certificates, those in force first.
  static let listCertificates = Verb.showing(
    "list", summary: "List certificates, those in force first.",
    examples: [
      Example(
        "registrar certificate list --in-doubt",
        "Those in force whose evidence was corrected, annulled or voided since: to be suspended or revoked."),
      Example(
        "registrar certificate list --last-day-by 2026-12-31", "Those that end this year: whom to remind."),
      Example("registrar certificate list --untold", "Those taken back whose holder is yet to be told."),
    ],
    options: [
      .value("person", "PERSON", kind: .naming(.person), help: "Only those of this person."),
      .value("scheme", "SCHEME", kind: .naming(.scheme), help: "Only those of this scheme."),
      .value("session", "SESSION", kind: .naming(.session), help: "Only those earned in this session."),
      .choice("state", "STATE", of: CertificateState.self, help: "Only those in this state today."),
      .value("last-day-by", "DAY", help: "Only those in force that end on this day or before."),
      .flag("untold", help: "Only those suspended or revoked whose holder was not told of that."),
      .flag("in-doubt", help: "Only those that are in force on evidence that no longer holds."),
    ] + Option.paging
  ) { errand in
    let given = errand.given
    let inDoubt = given.flag("in-doubt")
    let page = try errand.answer(
      ListCertificates(
        person: try given.optional("person", .id()), scheme: try given.optional("scheme", .reference()),
        session: try given.optional("session", .reference()), state: try given.optional("state", .choice()),
        lastDayBy: try given.optional("last-day-by", .day), isUntold: given.flag("untold"), inDoubt: inDoubt,
        page: try given.page()))
    let origin = try errand.registrar.origin
    let listings = page.map { CertificateListing(listed: $0, origin: origin) }
    try errand.list(listings, inDoubt ? CertificateListing.doubtHeadings : CertificateListing.headings) {
      inDoubt ? $0.doubtRow : $0.row
    }
  }
}

/// A certificate in a list: a row of a table or an item of JSON.
private struct CertificateListing: Representable, Sendable {
  let listed: ListedCertificate
  let origin: String

  static let headings = ["NUMBER", "CODE", "STATE", "HOLDER", "ISSUED", "LAST DAY", "RENEWED BY"]
  static let doubtHeadings = ["NUMBER", "CODE", "HOLDER", "IN DOUBT BECAUSE"]

  var row: [String] {
    let certificate = listed.certificate
    return [
      certificate.number.text, certificate.code.description, listed.state.rawValue, certificate.facts.holder,
      certificate.facts.issuedOn.description, certificate.facts.lastDay?.description ?? "",
      listed.renewals.renewedBy?.text ?? "",
    ]
  }

  var doubtRow: [String] {
    let reasons = listed.doubt?.reasons.map(\.sentence) ?? []
    let certificate = listed.certificate
    return [
      certificate.number.text, certificate.code.description, certificate.facts.holder,
      reasons.joined(separator: "; "),
    ]
  }

  func represent(in json: inout JSONWriter) {
    json.value(ListedCertificateRepresentation(listed, origin: origin))
  }
}
