internal import Certification
internal import JSON
internal import Representations
internal import Values

/// A certificate in a list: a row of a table or an item of JSON, with the state of one day.
struct CertificateListing: Representable, Sendable {
  let certificate: Certificate
  let day: Day
  let origin: String

  var row: [String] {
    [
      certificate.number.text, certificate.code.description, certificate.state(on: day).rawValue,
      certificate.facts.holder, certificate.facts.issuedOn.description,
      certificate.facts.lastDay?.description ?? "",
    ]
  }

  func represent(in json: inout JSONWriter) {
    json.value(CertificateRepresentation(certificate, on: day, origin: origin))
  }
}
