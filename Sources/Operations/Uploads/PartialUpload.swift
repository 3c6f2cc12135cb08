public import Values

/// The identity of an upload in parts.
public typealias UploadID = Identifier<PartialUpload>

/// A package that is sent in parts, so that what breaks off goes on where it stopped.
///
/// It is no record of the field: it goes when it was imported, was called off, or is past its time.
public struct PartialUpload: Sendable, Hashable {
  public let id: UploadID
  /// The key that sends it. Nobody else sees it.
  public let owner: KeyID
  /// How many bytes it has as a whole.
  public let lengthBytes: Int
  /// SHA-256 of the whole in lower-case hexadecimal, where the sender named it.
  public let digest: String?
  /// When it is forgotten, whether it is whole by then or not.
  public let expiresAt: Instant

  public init(id: UploadID, owner: KeyID, lengthBytes: Int, digest: String?, expiresAt: Instant) {
    self.id = id
    self.owner = owner
    self.lengthBytes = lengthBytes
    self.digest = digest
    self.expiresAt = expiresAt
  }

  /// For how long an upload is kept.
  static let seconds: Int64 = 24 * 60 * 60
  /// How many uploads a key may have open, and how many bytes they may come to.
  static let mostOpen = 8
  static let mostBytes = 4 << 30
  /// The longest upload, in bytes.
  public static let longestBytes = 1 << 30
}

/// Why an upload is not begun, not continued, or not imported.
public enum UploadRefused: Explainable, Hashable {
  /// There is none of this identifier, or it is another key's, or past its time.
  case unknown(String)
  /// The key has so many open already, or they would come to too many bytes.
  case tooMany(open: Int)
  /// The next part begins elsewhere.
  case offset(expected: Int)
  /// A part of it is on its way.
  case underWay
  /// Parts are missing.
  case incomplete(bytes: Int, of: Int)
  /// What came is not what was named.
  case otherDigest

  public var explanation: Explanation {
    switch self {
    case .unknown(let id):
      Explanation(
        .notFound, "not-found", "there is no upload “\(id)”", remedy: "begin another; each is kept for a day")
    case .tooMany(let open):
      Explanation(
        .conflict, "too-many-uploads",
        "this key has \(open) uploads open; \(PartialUpload.mostOpen) of \(PartialUpload.mostBytes) bytes together are the most",
        remedy: "import or cancel one of them")
    case .offset(let expected):
      Explanation(
        .conflict, "upload-offset", "the next part begins at byte \(expected)",
        remedy: "send what comes from there", field: "Upload-Offset")
    case .underWay:
      Explanation(
        .conflict, "upload-under-way", "a part of this upload is on its way",
        remedy: "ask in a second how far it has come")
    case .incomplete(let bytes, let whole):
      Explanation(
        .conflict, "upload-incomplete", "\(bytes) of \(whole) bytes have come", remedy: "send the rest first")
    case .otherDigest:
      Explanation(
        .conflict, "upload-altered", "what came does not have the SHA-256 that was named",
        remedy: "cancel it and send it again")
    }
  }
}
