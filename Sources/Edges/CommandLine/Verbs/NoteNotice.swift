internal import Arguments
internal import Certification
internal import Operations
internal import People
internal import Representations
internal import Values

extension Verb {
  /// Records who was told of a decision on a certificate.
  static let noteNotice = Verb.changing(
    "notice",
    summary: "Record that the holder, or an organisation, was told of the latest decision on a certificate.",
    discussion: "Decisions are to suspend, to reinstate and to revoke. Nobody is written to by this.",
    examples: [
      Example(
        "registrar certificate notice TTT-2026-000001 --way letter --on 2026-06-30", "The holder was told."),
      Example("registrar certificate notice TTT-2026-000001 --way email --to KE", "The employer was told."),
    ],
    arguments: [.certificate],
    options: [
      .choice("way", "WAY", of: CertificateNotice.Way.self, isRequired: true, help: "How they were told."),
      .value(
        "to", "ORGANISATION", kind: .naming(.organisation), help: "Who was told; the holder where not given."),
      .value("on", "DAY", help: "The day on which they were told; today where not given."),
    ]
  ) { errand in
    let given = errand.given
    let certificate = try given.required("CERTIFICATE", .text)
    let notice = try errand.perform(
      NoteNotice(
        certificate: certificate, party: try given.optional("to", .reference()),
        on: try given.optional("on", .day), way: try given.required("way", .choice())))
    try errand.changed(
      notice.id.description, notice, "Recorded that this was told.", next: "certificate show \(certificate)")
  }
}

extension Errand {
  /// The notices of a certificate as a table; nothing where there are none.
  func lines(of notices: [CertificateNotice]) throws -> [String] {
    guard !notices.isEmpty else { return [] }
    let names = Names(self)
    let rows = try notices.map { notice in
      let told =
        switch notice.recipient {
        case .holder: "the holder"
        case .party(let party): try names.party(party)
        }
      return [notice.on.description, told, notice.way.rawValue]
    }
    return [""] + Table(["TOLD ON", "TOLD", "BY"], rows).lines(columns: surroundings.columns)
  }
}
