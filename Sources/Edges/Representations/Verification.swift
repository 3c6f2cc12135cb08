internal import Catalogue
internal import Certification
public import Operations
public import Pages

extension VerifiedCertificate {
  /// What the public may know of a certificate, for the page and the JSON that both doors give.
  ///
  /// - Parameter search: what came of looking for a file, where somebody asked.
  public init(_ answer: VerifyCertificate.Answer, search: Search? = nil) {
    let certificate = answer.certificate
    let history = answer.transitions.map { Change(day: $0.on, state: $0.to) }
    self.init(
      number: certificate.number, code: certificate.code, facts: certificate.facts, state: answer.state,
      stateSince: history.last.flatMap { $0.state == answer.state ? $0.day : nil }, asOf: answer.asOf,
      schemeVersion: certificate.schemeVersion, history: history,
      renews: answer.renewals.renews, renewedBy: answer.renewals.renewedBy,
      attested: answer.attested.map {
        AttestedItem(
          name: "\($0.claim.edition) \($0.item.code)", titles: $0.item.titles, depth: $0.depth?.titles)
      }, hasBegun: answer.hasBegun,
      files: answer.printable.map { offeredFiles(of: certificate.code, $0) } ?? [], search: search,
      holderErasedOn: answer.holderErasedOn)
  }
}

/// The files that a certificate can be had as.
private func offeredFiles(
  of code: VerificationCode, _ printable: PrintableCertificate
) -> [VerifiedCertificate.File] {
  let pages = printable.pages.map { page in
    VerifiedCertificate.File(
      title: "PDF, \(page.language)", purpose: "the page to print, with the signed credential in it",
      path: "/verify/\(code)/certificate.pdf?language=\(page.language)")
  }
  return pages + [
    VerifiedCertificate.File(
      title: "Credential (JWT)", purpose: "Open Badges 3.0, for wallets and verifiers",
      path: "/verify/\(code)/credential.jwt"),
    VerifiedCertificate.File(
      title: "Credential (JSON)", purpose: "the same within JSON", path: "/verify/\(code)/credential.json"),
  ]
}
