public import JSON
public import Operations
internal import Values

/// An upload in parts, and how far it has come.
public struct UploadRepresentation: Representable {
  let upload: PartialUpload
  let offsetBytes: Int

  public init(_ upload: PartialUpload, offsetBytes: Int) {
    self.upload = upload
    self.offsetBytes = offsetBytes
  }

  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("id", upload.id)
      json.member("lengthBytes", upload.lengthBytes)
      json.member("offsetBytes", offsetBytes)
      json.member("complete", offsetBytes == upload.lengthBytes)
      json.member("sha256", orNull: upload.digest)
      json.member("expiresAt", upload.expiresAt)
    }
  }
}

extension UploadRepresentation: Described {
  public static let schema = Schema.named(
    "Upload",
    .object([
      .init("id", .id), .init("lengthBytes", .whole(from: 1, to: nil)),
      .init("offsetBytes", .count, "How many bytes have come."), .init("complete", .truth),
      .init("sha256", .orNull(.text())), .init("expiresAt", .instant),
    ]))
}
