internal import Cryptography
internal import Files
internal import HTTP
internal import Operations
internal import Synchronization
internal import Values
internal import XAPI

/// The files that uploads in parts grow in, each under the upload's identifier. How far one has come is its size: that
/// survives the server.
final class UploadFiles: Sendable {
  private let folder: String
  private let underWay = Mutex<Set<UploadID>>([])

  /// - Parameter folder: made at the first part where it is missing.
  init(in folder: String) {
    self.folder = folder
  }

  func path(of upload: UploadID) -> String { "\(folder)/\(upload)" }

  /// How many bytes of an upload have come.
  func sizeBytes(of upload: UploadID) throws(FileError) -> Int {
    try FileStatus.ifPresent(at: path(of: upload))?.sizeBytes ?? 0
  }

  /// Opens an upload's file to take the next part, which begins at an offset.
  func beginPart(of upload: PartialUpload, at offset: Int) throws -> UploadPart {
    guard underWay.withLock({ $0.insert(upload.id).inserted }) else { throw UploadRefused.underWay }
    do {
      try Folder.ensure(folder)
      let file = try GrowingFile(at: path(of: upload.id))
      guard file.sizeBytes == offset else { throw UploadRefused.offset(expected: file.sizeBytes) }
      return UploadPart(of: upload, file, in: self)
    } catch {
      endPart(of: upload.id)
      throw error
    }
  }

  fileprivate func endPart(of upload: UploadID) {
    underWay.withLock { _ = $0.remove(upload) }
  }

  /// Removes the file of an upload that has ended.
  func remove(_ upload: UploadID) throws(FileError) {
    guard try FileStatus.ifPresent(at: path(of: upload)) != nil else { return }
    try File.remove(path(of: upload))
  }

  /// Removes the files of uploads that are known no more. Identifiers grow with time, so that those begun meanwhile stay.
  func remove(allBefore upload: UploadID, but known: Set<UploadID>) throws {
    guard try FileStatus.ifPresent(at: folder) != nil else { return }
    for entry in try Folder.entries(of: folder) where entry.kind == .file {
      guard let id = UploadID(entry.name), id.uuid < upload.uuid, !known.contains(id) else { continue }
      try remove(id)
    }
  }

  /// Throws unless an upload is whole, and is what its sender said.
  func requireWhole(_ upload: PartialUpload) throws {
    let size = try sizeBytes(of: upload.id)
    guard size == upload.lengthBytes else {
      throw UploadRefused.incomplete(bytes: size, of: upload.lengthBytes)
    }
    guard let expected = upload.digest else { return }
    var digest = try SHA256()
    try OpenFile(reading: path(of: upload.id)).forEachChunk { try digest.update($0) }
    guard try digest.finish().hexadecimal == expected else { throw UploadRefused.otherDigest }
  }
}

/// A part of an upload on its way in: the only one until it has come, or the connection broke. What came stays.
final class UploadPart: BodySink {
  let upload: PartialUpload
  private let file: GrowingFile
  private let files: UploadFiles
  private let isUnderWay = Mutex(true)

  fileprivate init(of upload: PartialUpload, _ file: consuming GrowingFile, in files: UploadFiles) {
    self.upload = upload
    self.file = file
    self.files = files
  }

  deinit { end() }

  func receive(_ bytes: RawSpan) throws(BodyRefusal) {
    do {
      try file.write(Array(copying: bytes))
    } catch {
      throw BodyRefusal(UploadFailed(cause: error).problem.response.asAnswer(of: .records, in: .version1))
    }
  }

  /// All of it has come. Returns when that is on the device; the next part may then begin.
  func finish() throws(FileError) {
    defer { end() }
    try file.sync()
  }

  private func end() {
    let wasUnderWay = isUnderWay.withLock { isUnderWay in
      defer { isUnderWay = false }
      return isUnderWay
    }
    if wasUnderWay { files.endPart(of: upload.id) }
  }
}
