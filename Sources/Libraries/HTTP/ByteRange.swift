/// What a `Range` field asks of a body of known length (RFC 9110 §14).
public enum ByteRange: Sendable, Equatable {
  /// The whole body: no range, one of another unit, one that is malformed, or more than one.
  case whole
  /// So many bytes (at least one) from an offset, all inside the body.
  case part(offset: Int, length: Int)
  /// Nothing of the body: the range starts past its end (416).
  case unsatisfiable

  /// Reads a `Range` field's value against a body of so many bytes.
  ///
  /// `bytes=a-b`, `bytes=a-` and `bytes=-n` are understood; a field that is malformed is ignored, and so is a
  /// list of several ranges (§14.2 leaves both to the server).
  public init(_ field: String, length: Int) {
    let text = Array(field.utf8)
    let unit = Array("bytes=".utf8)
    guard text.starts(with: unit, by: { lowercased($0) == $1 }) else {
      self = .whole
      return
    }
    let range = text.dropFirst(unit.count)
    guard let dash = range.firstIndex(of: UInt8(ascii: "-")) else {
      self = .whole
      return
    }
    self = Self.resolve(first: range[..<dash], last: range[(dash + 1)...], length: length)
  }

  private static func resolve(first: ArraySlice<UInt8>, last: ArraySlice<UInt8>, length: Int) -> ByteRange {
    switch (decimal(first), decimal(last)) {
    case (nil, let suffix?) where first.isEmpty:
      guard suffix > 0, length > 0 else { return .unsatisfiable }
      let count = min(suffix, length)
      return .part(offset: length - count, length: count)
    case (let start?, nil) where last.isEmpty:
      return start < length ? .part(offset: start, length: length - start) : .unsatisfiable
    case (let start?, let end?):
      guard start <= end else { return .whole }
      return start < length
        ? .part(offset: start, length: min(end, length - 1) - start + 1) : .unsatisfiable
    default:
      return .whole
    }
  }

  /// A number of digits only; one too large for `Int` counts as the largest.
  private static func decimal(_ digits: ArraySlice<UInt8>) -> Int? {
    guard !digits.isEmpty else { return nil }
    var number = 0
    for digit in digits {
      guard digit >= UInt8(ascii: "0"), digit <= UInt8(ascii: "9") else { return nil }
      let (tens, overflow) = number.multipliedReportingOverflow(by: 10)
      let (sum, carry) = tens.addingReportingOverflow(Int(digit - UInt8(ascii: "0")))
      number = overflow || carry ? Int.max : sum
    }
    return number
  }
}

extension Response {
  /// This answer cut to the range the request asks for: 206 with `Content-Range`, 416 past the end, or itself.
  ///
  /// Acts on GET answered with 200 only. `If-Range` is honoured when it equals this answer's strong `ETag`;
  /// any other `If-Range` gets the whole body (RFC 9110 §13.1.5). Adds `Accept-Ranges: bytes`.
  public func ranged(by head: RequestHead) -> Response {
    guard status == 200, head.method == "GET" || head.method == "HEAD", let bodyLength else { return self }
    var answer = self
    answer.headers.append(Field("Accept-Ranges", "bytes"))
    guard head.method == "GET", let field = head.headers["Range"], isRangeWanted(head) else { return answer }
    switch ByteRange(field, length: bodyLength) {
    case .whole:
      break
    case .part(let offset, let length):
      answer.status = 206
      answer.headers.append(
        Field("Content-Range", "bytes \(offset)-\(offset + length - 1)/\(bodyLength)"))
      answer.body = body.part(offset: offset, length: length)
    case .unsatisfiable:
      return Response(status: 416, headers: [Field("Content-Range", "bytes */\(bodyLength)")])
    }
    return answer
  }

  private func isRangeWanted(_ head: RequestHead) -> Bool {
    guard let condition = head.headers["If-Range"] else { return true }
    guard let tag = header("ETag"), tag.utf8.first == UInt8(ascii: "\"") else { return false }
    return condition.utf8.elementsEqual(tag.utf8)
  }
}

extension Response.Body {
  fileprivate func part(offset: Int, length: Int) -> Response.Body {
    switch self {
    case .empty: .empty
    case .bytes(let bytes): .bytes(Array(bytes[offset..<offset + length]))
    case .file(let file, let start, _): .file(file, offset: start + offset, length: length)
    case .stream: self
    case .pieces(let pieces): .pieces(Response.Piece.part(of: pieces, offset: offset, length: length))
    }
  }
}

extension Response.Piece {
  fileprivate static func part(
    of pieces: [Response.Piece], offset: Int, length: Int
  ) -> [Response.Piece] {
    var (start, parts) = (0, [Response.Piece]())
    for piece in pieces {
      let range = max(offset, start)..<max(offset, start, min(offset + length, start + piece.length))
      if !range.isEmpty { parts.append(piece.part(range.lowerBound - start, range.count)) }
      start += piece.length
    }
    return parts
  }

  private func part(_ offset: Int, _ length: Int) -> Response.Piece {
    switch self {
    case .bytes(let bytes): .bytes(Array(bytes[offset..<offset + length]))
    case .source(let source): .source(SourcePart(source: source, offset: offset, count: length))
    }
  }
}

/// Some of a source's bytes.
private struct SourcePart: ByteSource {
  let source: any ByteSource
  let offset: Int
  let count: Int

  func bytes(at place: Int, count room: Int) throws -> [UInt8] {
    try source.bytes(at: offset + place, count: min(room, count - place))
  }
}
