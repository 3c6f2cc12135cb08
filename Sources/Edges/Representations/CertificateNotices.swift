public import Certification
public import JSON
internal import Operations
internal import People
internal import Values

extension CertificateNotice.Way: Representable {}

extension CertificateNotice: Representable {
  /// `{"id", "change", "party", "on", "way", "recordedAt", "recordedBy"}`; `party` is null where the holder was told.
  public func represent(in json: inout JSONWriter) {
    let party: PartyID? = if case .party(let party) = recipient { party } else { nil }
    json.object { json in
      json.member("id", id)
      json.member("certificate", certificate)
      json.member("change", change)
      json.member("party", orNull: party)
      json.member("on", on)
      json.member("way", way)
      json.member("recordedAt", recordedAt)
      json.member("recordedBy", orNull: recordedBy)
    }
  }
}

extension CertificateNotice: Described {
  public static let schema = Schema.named(
    "CertificateNotice",
    .object([
      .init("id", .id), .init("certificate", .id),
      .init("change", .whole(from: 1, to: nil), "Which of the certificate's transitions it tells of."),
      .init("party", .orNull(.id), "Null where the holder was told."), .init("on", .day),
      .init("way", .choice(of: Way.self)), .init("recordedAt", .instant), .init("recordedBy", .orNull(.id)),
    ]))
}
