import Glibc

/// A connection as a sender sees it: bytes out, answers in, so that broken framing can be sent.
final class Wire {
  struct Answer {
    var status: Int
    var headers: [(name: String, value: String)]
    var body: [UInt8]

    var text: String { String(decoding: body, as: UTF8.self) }

    subscript(_ name: String) -> String? {
      headers.first { $0.name.lowercased() == name.lowercased() }?.value
    }
  }

  struct Broken: Error { let why: String }

  private let descriptor: Int32
  private var kept: [UInt8] = []

  init(port: UInt16, host: String = "127.0.0.1") throws {
    let family = host.contains(":") ? AF_INET6 : AF_INET
    descriptor = socket(family, Int32(SOCK_STREAM.rawValue), 0)
    var patience = timeval(tv_sec: 10, tv_usec: 0)
    let size = socklen_t(MemoryLayout<timeval>.size)
    unsafe setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, size)
    let result = family == AF_INET ? connect4(port: port) : connect6(port: port)
    guard result == 0 else { throw Broken(why: "connect: \(errno)") }
  }

  deinit { close(descriptor) }

  private func connect4(port: UInt16) -> Int32 {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    return unsafe withUnsafePointer(to: address) {
      unsafe $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
  }

  private func connect6(port: UInt16) -> Int32 {
    var address = sockaddr_in6()
    address.sin6_family = sa_family_t(AF_INET6)
    address.sin6_port = port.bigEndian
    address.sin6_addr = in6addr_loopback
    return unsafe withUnsafePointer(to: address) {
      unsafe $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in6>.size))
      }
    }
  }

  /// Sends text as it stands; false when the other side has closed.
  @discardableResult func send(_ text: String) -> Bool { send(Array(text.utf8)) }

  @discardableResult func send(_ bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let sent = unsafe rest.withUnsafeBytes {
        unsafe Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard sent > 0 else { return false }
      rest = rest.dropFirst(sent)
    }
    return true
  }

  /// Tells the other side that no more comes.
  func endSending() { shutdown(descriptor, Int32(SHUT_WR)) }

  /// The next answer, read to the end of its body.
  func answer(toHead isHead: Bool = false) throws -> Answer {
    while true {
      var answer = try head()
      guard answer.status != 100 else { continue }
      let hasNone = isHead || answer.status == 204 || answer.status == 304
      guard !hasNone, let length = answer["Content-Length"].flatMap({ Int($0) }) else { return answer }
      while kept.count < length {
        guard try readMore() else { throw Broken(why: "closed inside a body") }
      }
      answer.body = Array(kept.prefix(length))
      kept.removeFirst(length)
      return answer
    }
  }

  private func head() throws -> Answer {
    let end = Array("\r\n\r\n".utf8)
    while true {
      if let range = kept.firstRange(of: end) {
        let lines = String(decoding: kept[..<range.lowerBound], as: UTF8.self)
          .split(separator: "\r\n").map(String.init)
        kept.removeSubrange(..<range.upperBound)
        let status = lines.first.flatMap { Int($0.split(separator: " ")[1]) } ?? 0
        let headers = lines.dropFirst().map { line in
          let parts = line.split(separator: ":", maxSplits: 1)
          return (name: String(parts[0]), value: parts[1].drop { $0 == " " }.description)
        }
        return Answer(status: status, headers: headers, body: [])
      }
      guard try readMore() else { throw Broken(why: "closed before an answer") }
    }
  }

  /// Whether the other side closes next, having sent nothing more.
  func isClosed() throws -> Bool { try kept.isEmpty && !readMore() }

  /// Reads until the other side closes; what came.
  func rest() throws -> [UInt8] {
    while try readMore() {}
    return kept
  }

  /// False at the end; a reset counts as one.
  private func readMore() throws -> Bool {
    var buffer = [UInt8](repeating: 0, count: 65536)
    let count = unsafe recv(descriptor, &buffer, buffer.count, 0)
    if count < 0, errno == EAGAIN { throw Broken(why: "no byte within ten seconds") }
    guard count > 0 else { return false }
    kept += buffer[..<count]
    return true
  }
}

extension [UInt8] {
  fileprivate func firstRange(of wanted: [UInt8]) -> Range<Int>? {
    guard count >= wanted.count else { return nil }
    for start in 0...(count - wanted.count) where self[start] == wanted[0] {
      if self[start..<start + wanted.count].elementsEqual(wanted) { return start..<start + wanted.count }
    }
    return nil
  }
}
