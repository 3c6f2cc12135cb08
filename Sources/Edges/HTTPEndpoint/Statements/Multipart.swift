internal import HTTP
internal import Operations
internal import Synchronization

extension Response {
  /// Statements with the contents of their attachments behind them (xAPI 1.0.3 Communication 1.5.2): the contents are
  /// read while they are sent.
  ///
  /// - Parameter boundary: what nothing in the parts can hold by accident.
  static func multipart(
    _ json: [UInt8], boundary: String, _ attachments: [FoundAttachment], in contents: any ContentKeeping
  ) throws -> Response {
    var pieces: [Piece] = [
      .bytes(Array("--\(boundary)\r\nContent-Type: application/json\r\n\r\n".utf8)), .bytes(json),
    ]
    for attachment in attachments {
      // One that is missing is told before anything is sent.
      _ = try contents.open(digest: attachment.digest)
      let head = """
        \r\n--\(boundary)\r\nContent-Type: \(attachment.contentType)\r
        Content-Transfer-Encoding: binary\r\nX-Experience-API-Hash: \(attachment.sha2)\r\n\r\n
        """
      pieces += [
        .bytes(Array(head.utf8)),
        .source(KeptContentSource(attachment.digest, sizeBytes: attachment.sizeBytes, in: contents)),
      ]
    }
    pieces.append(.bytes(Array("\r\n--\(boundary)--\r\n".utf8)))
    return Response(
      status: 200, headers: [Field("Content-Type", "multipart/mixed; boundary=\(boundary)")],
      body: .pieces(pieces))
  }
}

/// A kept content as it is sent. It is open only while it is, so that any number may be sent together.
final class KeptContentSource: ByteSource {
  let count: Int
  private let digest: String
  private let contents: any ContentKeeping
  private let opened = Mutex<(any KeptContent)?>(nil)

  init(_ digest: String, sizeBytes: Int, in contents: any ContentKeeping) {
    (count, self.digest) = (sizeBytes, digest)
    self.contents = contents
  }

  func bytes(at offset: Int, count room: Int) throws -> [UInt8] {
    try opened.withLock { opened in
      let content = try opened ?? contents.open(digest: digest)
      let bytes = try content.octets(at: offset, count: min(room, count - offset))
      opened = offset + bytes.count < count ? content : nil
      return bytes
    }
  }
}
