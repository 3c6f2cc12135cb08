public import Values

/// Begins an upload in parts, and forgets those that are past their time.
public struct BeginUpload: Change {
  public static let right = Right.changeRecords

  public let lengthBytes: Int
  /// SHA-256 of the whole in hexadecimal, where the sender names it.
  public let digest: String?

  public init(lengthBytes: Int, digest: String?) {
    self.lengthBytes = lengthBytes
    self.digest = digest
  }

  /// The upload, and all that are known once it has begun.
  public struct Outcome: Sendable {
    public let upload: PartialUpload
    public let known: Set<UploadID>
  }

  public func carryOut(_ work: Work) throws -> Outcome {
    guard case .key(let key) = work.principal else { throw KeyHeldByNobody() }
    guard (1...PartialUpload.longestBytes).contains(lengthBytes) else {
      throw UnusableValue(
        field: "lengthBytes", value: String(lengthBytes),
        expected: "a number of bytes from 1 to \(PartialUpload.longestBytes)")
    }
    let digest = try digest.map(wellFormed)
    try work.records.forgetUploads(expiringBefore: work.now)
    let open = try work.records.uploads(of: key.id)
    guard open.count < PartialUpload.mostOpen,
      open.reduce(lengthBytes, { $0 + $1.lengthBytes }) <= PartialUpload.mostBytes
    else { throw UploadRefused.tooMany(open: open.count) }
    let upload = PartialUpload(
      id: work.newIdentifier(), owner: key.id, lengthBytes: lengthBytes, digest: digest,
      expiresAt: work.now.before(seconds: -PartialUpload.seconds))
    try work.records.insert(upload)
    return Outcome(upload: upload, known: try work.records.knownUploads())
  }

  private func wellFormed(_ digest: String) throws -> String {
    let folded = digest.lowercased()
    guard folded.utf8.count == 64,
      folded.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
    else {
      throw UnusableValue(field: "sha256", value: digest, expected: "64 hexadecimal digits")
    }
    return folded
  }
}

/// An upload of whoever asks.
public struct ShowUpload: Inquiry {
  public static let right: Right? = .changeRecords

  public let upload: UploadID

  public init(_ upload: UploadID) {
    self.upload = upload
  }

  public func answer(_ reading: Reading) throws -> PartialUpload {
    try reading.records.upload(upload, of: reading.principal, now: reading.now)
  }
}

/// Ends an upload: it was imported, or is called off.
public struct EndUpload: Change {
  public static let right = Right.changeRecords

  public let upload: UploadID

  public init(_ upload: UploadID) {
    self.upload = upload
  }

  public func carryOut(_ work: Work) throws -> PartialUpload {
    let upload = try work.records.upload(upload, of: work.principal, now: work.now)
    try work.records.forgetUpload(upload.id)
    return upload
  }
}

extension Records {
  /// An upload that is not past its time. One of another key is not found.
  fileprivate func upload(_ id: UploadID, of principal: Principal, now: Instant) throws -> PartialUpload {
    guard let upload = try upload(id), case .key(let key) = principal, upload.owner == key.id,
      now < upload.expiresAt
    else { throw UploadRefused.unknown(id.description) }
    return upload
  }
}
