internal import Files
internal import Operations

/// A folder with the contents of attachments, each in a file that has their SHA-2 as its name.
struct AttachmentFolder {
  let path: String
  /// Those that were written, by their SHA-2.
  private var written: Set<String> = []

  init(path: String) {
    self.path = path
  }

  /// Writes contents, whatever is there under their name; each is there whole and durable, or not at all.
  mutating func take(_ attachments: [FoundAttachment], from contents: any ContentKeeping) throws {
    let new = attachments.filter { !written.contains($0.sha2) }
    guard !new.isEmpty else { return }
    if written.isEmpty { try make() }
    for attachment in new {
      var file = try TemporaryFile(in: path, permissions: 0o600)
      try contents.open(digest: attachment.digest).copy { try file.write($0) }
      try file.sync()
      try file.place(at: "\(path)/\(attachment.sha2)")
      written.insert(attachment.sha2)
    }
    try Folder.sync(path)
  }

  /// Makes the folder, durably.
  private func make() throws {
    try Folder.ensure(path)
    try Folder.sync("\(path)/..")
  }

  /// What reads the contents of this name; nil where there are none.
  func reading(_ sha2: String) throws -> ((_ count: Int) throws -> [UInt8])? {
    guard let file = try open("\(path)/\(sha2)") else { return nil }
    return { count in try file.read(count) }
  }

  private func open(_ file: String) throws -> PlacedFile? {
    guard try FileStatus.ifPresent(at: file) != nil else { return nil }
    return PlacedFile(try OpenFile(reading: file))
  }
}

extension Errand {
  /// The folder that `--attachments` names.
  func attachmentFolder() throws -> AttachmentFolder? {
    try given.optional("attachments", .text).map { AttachmentFolder(path: surroundings.absolute($0)) }
  }
}
