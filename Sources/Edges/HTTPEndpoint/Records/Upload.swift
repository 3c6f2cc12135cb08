internal import Cryptography
internal import Files
internal import HTTP
internal import Operations
internal import Synchronization
internal import XAPI

/// A package on its way in: a temporary file that goes with its last owner, whatever happens.
final class Upload: BodySink {
  private let file: TemporaryFile
  /// Digests what comes, where the request may be sent again; nil elsewhere.
  private let digesting: Mutex<SHA256?>

  /// Begins a file in a folder, which is made where it is missing. Throws 415 for what is said to be something else.
  ///
  /// - Parameter mediaTypes: what the request may be.
  init(_ head: RequestHead, of mediaTypes: [String], in folder: String) throws {
    try head.checkContentType(mediaTypes)
    digesting = Mutex(head.headers[Route.idempotencyKeyHeader] == nil ? nil : try SHA256())
    do {
      try Folder.ensure(folder)
      file = try TemporaryFile(in: folder)
    } catch {
      throw UploadFailed(cause: error).problem
    }
  }

  /// Where the file lies while this lives.
  var path: String { file.path }

  /// SHA-256 of what came; nil where the request may not be sent again. To be asked for once.
  var digest: Digest? {
    get throws { try digesting.withLock { try $0?.finish() } }
  }

  func receive(_ bytes: RawSpan) throws(BodyRefusal) {
    let bytes = Array(copying: bytes)
    do {
      try file.write(bytes)
      try digesting.withLock { try $0?.update(bytes) }
    } catch {
      let failed = UploadFailed(cause: error as? FileError)
      throw BodyRefusal(failed.problem.response.asAnswer(of: .records, in: .version1))
    }
  }
}

/// The device did not take a package.
struct UploadFailed {
  /// What the device said; nil where it is not the device's doing.
  let cause: FileError?

  var problem: Problem {
    cause?.isOutOfSpace == true
      ? Problem(.insufficientStorage, "out-of-space", "the device that holds the records is full")
      : Problem(.unavailable, "upload-failed", "the package could not be kept while it was sent")
        .with(Response.Field("Retry-After", "1"))
  }
}

extension [UInt8] {
  init(copying bytes: RawSpan) {
    self = unsafe bytes.withUnsafeBytes { unsafe Array($0) }
  }
}
