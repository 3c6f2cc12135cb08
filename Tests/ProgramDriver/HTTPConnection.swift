public import JSON
import Glibc

/// A kept-alive connection to the server under test, as a client has it. For one thread at a time.
public final class HTTPConnection {
  private let descriptor: OpenDescriptor
  private let key: Key?
  private var kept: [UInt8] = []
  private let port: UInt16

  /// What the server answered.
  public struct Answer: Sendable {
    public let status: Int
    public let headers: [(name: String, value: String)]
    public internal(set) var body: [UInt8] = []

    public var text: String { String(decoding: body, as: UTF8.self) }

    /// The body as one JSON value.
    public var json: JSONValue {
      get throws { try JSONDocument(body).root }
    }

    /// A header's value, its name in any case.
    public subscript(_ name: String) -> String? {
      headers.first { $0.name.lowercased() == name.lowercased() }?.value
    }
  }

  /// The connection ended where an answer was due: whether the request was carried out is not known.
  public struct Ended: Error {}

  /// - Parameter key: what every request is sent with, where not nil.
  public init(port: UInt16, key: Key? = nil, patienceSeconds: Int = 30) throws {
    self.port = port
    self.key = key
    descriptor = try OpenDescriptor(
      socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0), "socket")
    var patience = timeval(tv_sec: patienceSeconds, tv_usec: 0)
    let size = socklen_t(MemoryLayout<timeval>.size)
    unsafe setsockopt(descriptor.number, SOL_SOCKET, SO_RCVTIMEO, &patience, size)
    var immediately: Int32 = 1
    unsafe setsockopt(
      descriptor.number, Int32(IPPROTO_TCP), TCP_NODELAY, &immediately, socklen_t(MemoryLayout<Int32>.size))
    try connect()
  }

  private func connect() throws {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let answer = unsafe withUnsafePointer(to: address) {
      unsafe $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe Glibc.connect(descriptor.number, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard answer == 0 else { throw Ended() }
  }

  /// Sends a request and waits for its answer.
  ///
  /// - Throws: `Ended` where the connection ended before the whole answer came.
  public func send(
    _ method: String, _ target: String, _ headers: [String] = [], body: [UInt8]? = nil
  ) throws -> Answer {
    try write(head(method, target, headers, bodyBytes: body?.count) + (body ?? []))
    return try answer(isWithoutBody: method == "HEAD")
  }

  /// Sends JSON and waits for the answer.
  public func send(_ method: String, _ target: String, json: String, _ headers: [String] = []) throws
    -> Answer
  {
    try send(method, target, ["Content-Type: application/json"] + headers, body: Array(json.utf8))
  }

  /// Sends bytes as they stand, such as a request that no client would send.
  public func write(_ bytes: [UInt8]) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let sent = unsafe rest.withUnsafeBytes {
        unsafe Glibc.send(descriptor.number, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard sent > 0 else { throw Ended() }
      rest = rest.dropFirst(sent)
    }
  }

  private func head(_ method: String, _ target: String, _ headers: [String], bodyBytes: Int?) -> [UInt8] {
    var lines = ["\(method) \(target) HTTP/1.1", "Host: 127.0.0.1:\(port)"]
    if let key { lines.append("Authorization: Basic \(base64("\(key.id):\(key.secret)"))") }
    if let bodyBytes { lines.append("Content-Length: \(bodyBytes)") }
    return Array(((lines + headers).joined(separator: "\r\n") + "\r\n\r\n").utf8)
  }

  /// The next answer, read to the end of its body.
  public func answer(isWithoutBody: Bool = false) throws -> Answer {
    var answer = try nextHead()
    while answer.status == 100 { answer = try nextHead() }
    if isWithoutBody || answer.status == 204 || answer.status == 304 { return answer }
    if answer["Transfer-Encoding"] == "chunked" {
      answer.body = try chunks()
    } else if let length = answer["Content-Length"].flatMap({ Int($0) }) {
      answer.body = try take(length)
    }
    return answer
  }

  private func nextHead() throws -> Answer {
    var lines: [String] = []
    while true {
      let line = try takeLine()
      if line.isEmpty { break }
      lines.append(line)
    }
    let words = lines.first?.split(separator: " ") ?? []
    guard words.count >= 2, let status = Int(words[1]) else { throw DriverError("no status line: \(lines)") }
    let headers = lines.dropFirst().map { line in
      let colon = line.firstIndex(of: ":") ?? line.endIndex
      return (name: String(line[..<colon]), value: String(line[colon...].dropFirst().drop { $0 == " " }))
    }
    return Answer(status: status, headers: headers)
  }

  private func chunks() throws -> [UInt8] {
    var body: [UInt8] = []
    while true {
      guard let count = Int(try takeLine(), radix: 16) else { throw DriverError("a chunk without a size") }
      body += try take(count)
      _ = try takeLine()
      if count == 0 { return body }
    }
  }

  private func take(_ count: Int) throws -> [UInt8] {
    while kept.count < count { try readMore() }
    defer { kept.removeFirst(count) }
    return Array(kept.prefix(count))
  }

  private func takeLine() throws -> String {
    var looked = 0
    while true {
      if let end = kept[looked...].firstIndex(of: UInt8(ascii: "\n")) {
        defer { kept.removeFirst(end + 1) }
        return String(decoding: kept[..<end].filter { $0 != UInt8(ascii: "\r") }, as: UTF8.self)
      }
      looked = kept.count
      try readMore()
    }
  }

  private func readMore() throws {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = unsafe recv(descriptor.number, &buffer, buffer.count, 0)
    guard count > 0 else { throw Ended() }
    kept += buffer[..<count]
  }
}

/// The text in base64 (RFC 4648 §4).
public func base64(_ text: String) -> String {
  let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  let octets = Array(text.utf8)
  var encoded: [UInt8] = []
  for start in stride(from: 0, to: octets.count, by: 3) {
    let group = octets[start..<min(start + 3, octets.count)]
    let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
    let digits = (0..<4).map { alphabet[bits >> (18 - 6 * $0) & 63] }
    encoded += digits.prefix(group.count + 1) + [UInt8](repeating: UInt8(ascii: "="), count: 3 - group.count)
  }
  return String(decoding: encoded, as: UTF8.self)
}
