internal import XAPI
internal import Files
internal import HTTP
internal import Operations

/// A package on its way in: a temporary file that goes with its last owner, whatever happens.
final class Upload: BodySink {
  private let file: TemporaryFile

  /// Begins a file in a folder, which is made where it is missing. Throws 415 for what is said to be no package.
  init(_ head: RequestHead, in folder: String) throws {
    try head.checkContentType([
      "application/zip", "application/x-zip-compressed", "application/octet-stream", "application/xml",
      "text/xml",
    ])
    do {
      try Folder.ensure(folder)
      file = try TemporaryFile(in: folder)
    } catch {
      throw UploadFailed(cause: error).problem
    }
  }

  /// Where the file lies while this lives.
  var path: String { file.path }

  func receive(_ bytes: RawSpan) throws(BodyRefusal) {
    do {
      try file.write(Array(copying: bytes))
    } catch {
      throw BodyRefusal(
        UploadFailed(cause: error).problem.response.asAnswer(of: .records, in: .version1))
    }
  }
}

/// The device did not take a package.
private struct UploadFailed {
  let cause: FileError

  var problem: Problem {
    cause.isOutOfSpace
      ? Problem(.insufficientStorage, "out-of-space", "the device that holds the records is full")
      : Problem(.unavailable, "upload-failed", "the package could not be kept while it was sent")
        .with(Response.Field("Retry-After", "1"))
  }
}

extension [UInt8] {
  fileprivate init(copying bytes: RawSpan) {
    self = unsafe bytes.withUnsafeBytes { unsafe Array($0) }
  }
}
