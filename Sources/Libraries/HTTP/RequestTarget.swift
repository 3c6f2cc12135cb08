/// The target of a request line, taken apart and decoded (RFC 9112 §3.2).
///
/// In the order the checks are made:
/// 1. at most the allowed length (414), printable ASCII only;
/// 2. origin form; absolute form loses its scheme and authority (§3.2.2); `*` for OPTIONS only (§3.2.4);
/// 3. the path: well-formed percent-encoding, no `%2F`, no control character, valid UTF-8, no `.` or `..`
///    segment, encoded or not;
/// 4. the query: at most so many parameters, well-formed percent-encoding, no control character but tab and
///    line ends, valid UTF-8.
struct RequestTarget {
  struct Limits {
    var bytes: Int
    var queryParameters: Int
    static let standard = Limits(bytes: 8192, queryParameters: 100)
  }

  let raw: [UInt8]
  let path: String
  let query: [QueryParameter]

  /// The same path with another query, encoded as it would be sent. It may have any length: it was never sent so.
  init(path: String, rawPath: [UInt8], query: [QueryParameter]) {
    let pairs = query.map {
      "\(Self.percentEncoded($0.name))=\(Self.percentEncoded($0.value))"
    }
    raw = rawPath + (query.isEmpty ? [] : Array("?\(pairs.joined(separator: "&"))".utf8))
    (self.path, self.query) = (path, query)
  }

  init(_ target: [UInt8], method: String, limits: Limits) throws(RequestFault) {
    guard target.count <= limits.bytes else { throw .targetTooLong(limitBytes: limits.bytes) }
    guard target.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
      throw .malformedTarget("The request target holds a character that must be percent-encoded.")
    }
    raw = try Self.originForm(target)
    if raw == [UInt8(ascii: "*")], method == "OPTIONS" {
      (path, query) = ("*", [])
      return
    }
    guard raw.first == UInt8(ascii: "/") else {
      throw .malformedTarget("The request target must be a path that starts with a slash.")
    }
    let end = raw.firstIndex(of: UInt8(ascii: "?")) ?? raw.endIndex
    path = try Self.decodedPath(raw[..<end])
    query = end == raw.endIndex ? [] : try Self.parameters(raw[(end + 1)...], limit: limits.queryParameters)
  }

  /// The target without the scheme and authority of absolute form.
  private static func originForm(_ target: [UInt8]) throws(RequestFault) -> [UInt8] {
    guard let first = target.first, first != UInt8(ascii: "/"), first != UInt8(ascii: "*") else {
      return target
    }
    for scheme in ["http://", "https://"] where target.starts(with: scheme.utf8, by: sameLetter) {
      let afterScheme = target.dropFirst(scheme.utf8.count)
      let rest = afterScheme.drop { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") }
      guard rest.startIndex > afterScheme.startIndex else { break }
      return rest.first == UInt8(ascii: "/") ? Array(rest) : [UInt8(ascii: "/")] + rest
    }
    throw .malformedTarget("The request target must be a path that starts with a slash.")
  }

  private static func sameLetter(_ sent: UInt8, _ wanted: UInt8) -> Bool { lowercased(sent) == wanted }
}

// The path.
extension RequestTarget {
  static func decodedPath(_ raw: ArraySlice<UInt8>) throws(RequestFault) -> String {
    guard raw.contains(UInt8(ascii: "%")) else {
      try refuseDotSegments(raw)
      return String(decoding: raw, as: UTF8.self)
    }
    let bytes = try percentDecoded(raw, plusIsSpace: false)
    let isSlash = { (byte: UInt8) in byte == UInt8(ascii: "/") }
    guard bytes.count(where: isSlash) == raw.count(where: isSlash) else {
      throw .malformedTarget("The path holds an encoded slash.")
    }
    guard bytes.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else {
      throw .malformedTarget("The path holds an encoded control character.")
    }
    try refuseDotSegments(bytes[...])
    return try text(bytes)
  }

  private static func refuseDotSegments(_ path: ArraySlice<UInt8>) throws(RequestFault) {
    let dot = UInt8(ascii: ".")
    guard path.contains(dot) else { return }
    for segment in path.split(separator: UInt8(ascii: "/"))
    where segment.count <= 2 && segment.allSatisfy({ $0 == dot }) {
      throw .malformedTarget("The path holds a dot segment.")
    }
  }
}

// The query.
extension RequestTarget {
  static func parameters(
    _ raw: ArraySlice<UInt8>, limit: Int,
    read: (ArraySlice<UInt8>) throws(RequestFault) -> String = queryText
  ) throws(RequestFault) -> [QueryParameter] {
    var parameters: [QueryParameter] = []
    var rest = raw
    while !rest.isEmpty {
      let end = rest.firstIndex(of: UInt8(ascii: "&")) ?? rest.endIndex
      if end > rest.startIndex {
        guard parameters.count < limit else {
          throw .malformedTarget("The query has more than \(limit) parameters.")
        }
        parameters.append(try parameter(rest[..<end], read))
      }
      rest = rest[end...].dropFirst()
    }
    return parameters
  }

  private static func parameter(
    _ piece: ArraySlice<UInt8>, _ read: (ArraySlice<UInt8>) throws(RequestFault) -> String
  ) throws(RequestFault) -> QueryParameter {
    let equals = piece.firstIndex(of: UInt8(ascii: "=")) ?? piece.endIndex
    let name = try read(piece[..<equals])
    return QueryParameter(name: name, value: try read(piece[equals...].dropFirst()))
  }

  private static func queryText(_ raw: ArraySlice<UInt8>) throws(RequestFault) -> String {
    guard raw.contains(where: { $0 == UInt8(ascii: "%") || $0 == UInt8(ascii: "+") }) else {
      return String(decoding: raw, as: UTF8.self)
    }
    let bytes = try percentDecoded(raw, plusIsSpace: true)
    guard bytes.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || (0x09...0x0D).contains($0) }) else {
      throw .malformedTarget("The query holds an encoded control character.")
    }
    return try text(bytes)
  }
}

// A form that is sent as a body.
extension RequestTarget {
  /// The fields of `application/x-www-form-urlencoded`, as the parameters of a query are read; a value may hold any
  /// character.
  static func formFields(_ body: [UInt8], limit: Int) throws(RequestFault) -> [QueryParameter] {
    try parameters(body[...], limit: limit) { (raw) throws(RequestFault) in
      try text(percentDecoded(raw, plusIsSpace: true))
    }
  }

  /// Every octet but letters, digits and `-._~` as a percent sign and two digits (RFC 3986 §2.1).
  private static func percentEncoded(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var encoded: [UInt8] = []
    for octet in text.utf8 {
      switch Unicode.Scalar(octet) {
      case "a"..."z", "A"..."Z", "0"..."9", "-", ".", "_", "~": encoded.append(octet)
      default: encoded += [UInt8(ascii: "%"), digits[Int(octet >> 4)], digits[Int(octet & 15)]]
      }
    }
    return String(decoding: encoded, as: UTF8.self)
  }
}

// Both.
extension RequestTarget {
  private static func percentDecoded(
    _ raw: ArraySlice<UInt8>, plusIsSpace: Bool
  ) throws(RequestFault) -> [UInt8] {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(raw.count)
    var index = raw.startIndex
    while index < raw.endIndex {
      switch raw[index] {
      case UInt8(ascii: "%"):
        guard index + 2 < raw.endIndex, let high = hexValue(raw[index + 1]),
          let low = hexValue(raw[index + 2])
        else { throw .malformedTarget("A percent sign is not followed by two hexadecimal digits.") }
        decoded.append(high << 4 | low)
        index += 3
      case UInt8(ascii: "+") where plusIsSpace:
        decoded.append(0x20)
        index += 1
      case let byte:
        decoded.append(byte)
        index += 1
      }
    }
    return decoded
  }

  private static func hexValue(_ digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    default: nil
    }
  }

  private static func text(_ bytes: [UInt8]) throws(RequestFault) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw .malformedTarget("The request target is not valid UTF-8 once decoded.")
    }
    return text
  }
}
