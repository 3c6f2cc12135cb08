internal import Files
internal import Operations

/// A folder with the contents of attachments, each in a file that has their SHA-2 as its name.
struct AttachmentFolder {
  let path: String

  /// Writes contents that are not there yet; each is there whole and durable, or not at all.
  func take(_ attachments: [FoundAttachment], from contents: any ContentKeeping) throws {
    guard !attachments.isEmpty else { return }
    try Folder.ensure(path)
    for attachment in attachments where try !has(attachment) {
      var file = try TemporaryFile(in: path, permissions: 0o600)
      try contents.open(digest: attachment.digest).copy { try file.write($0) }
      try file.sync()
      try file.place(at: "\(path)/\(attachment.sha2)")
    }
    try Folder.sync(path)
  }

  private func has(_ attachment: FoundAttachment) throws -> Bool {
    try FileStatus.ifPresent(at: "\(path)/\(attachment.sha2)")?.sizeBytes == attachment.sizeBytes
  }

  /// Hands on contents piece by piece; false where there are none of this name.
  func give(_ sha2: String, _ take: ([UInt8]) throws -> Void) throws -> Bool {
    do {
      let file = try OpenFile(reading: "\(path)/\(sha2)")
      var offset = 0
      while case let octets = try file.read(at: offset, count: 1 << 20), !octets.isEmpty {
        try take(octets)
        offset += octets.count
      }
      return true
    } catch let error as FileError where error.isMissing {
      return false
    }
  }
}

extension Errand {
  /// The folder that `--attachments` names.
  func attachmentFolder() throws -> AttachmentFolder? {
    try given.optional("attachments", .text).map { AttachmentFolder(path: surroundings.absolute($0)) }
  }
}
