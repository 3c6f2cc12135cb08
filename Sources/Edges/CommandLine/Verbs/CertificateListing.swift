internal import Certification
internal import JSON
internal import Operations
internal import Representations
internal import Values

/// A certificate in a list: a row of a table or an item of JSON, with the state that holds now.
struct CertificateListing: Representable, Sendable {
  let listed: ListedCertificate
  let origin: String

  var row: [String] {
    let certificate = listed.certificate
    return [
      certificate.number.text, certificate.code.description, listed.state.rawValue, certificate.facts.holder,
      certificate.facts.issuedOn.description, certificate.facts.lastDay?.description ?? "",
    ]
  }

  func represent(in json: inout JSONWriter) {
    json.value(CertificateRepresentation(listed.certificate, state: listed.state, origin: origin))
  }
}
