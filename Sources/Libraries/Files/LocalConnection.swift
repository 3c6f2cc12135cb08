import Glibc

/// One connection between two processes of the machine, carrying messages: four octets of length, most
/// significant first, then so many octets.
public final class LocalConnection: Sendable {
  private let path: String
  private let descriptor: Descriptor

  init(adopting descriptor: consuming Descriptor, path: String) {
    self.descriptor = descriptor
    self.path = path
  }

  /// Connects to a listener; where there is none, the error's `isNobodyListening` is true.
  public init(to path: String) throws(FileError) {
    self.path = path
    let address = try LocalSocketAddress(path)
    descriptor = try openLocalSocket(path)
    try unsafe address.with(.connect) { unsafe connect(descriptor.number, $0, $1) }
  }

  /// From here on, a read or write that waits longer is an error that `isTimeout`. 0 waits for ever.
  public func setTimeout(seconds: Int) throws(FileError) {
    var time = timeval(tv_sec: seconds, tv_usec: 0)
    for option in [SO_RCVTIMEO, SO_SNDTIMEO] {
      try perform(.configure, on: path) {
        unsafe setsockopt(descriptor.number, SOL_SOCKET, option, &time, socklen_t(MemoryLayout<timeval>.size))
      }
    }
  }

  /// The user id of the process at the other end when it connected, as the kernel knows it (SO_PEERCRED).
  public func peerUserID() throws(FileError) -> UInt32 {
    var peer = (process: Int32(0), user: UInt32(0), group: UInt32(0))
    var size = socklen_t(MemoryLayout.size(ofValue: peer))
    try perform(.examine, on: path) {
      unsafe getsockopt(descriptor.number, SOL_SOCKET, SO_PEERCRED, &peer, &size)
    }
    return peer.user
  }

  /// Sends one message, of less than 4 GiB.
  public func send(_ message: [UInt8]) throws(FileError) {
    guard let count = UInt32(exactly: message.count) else {
      throw FileError(.write, path, .largerThan(bytes: Int(UInt32.max)))
    }
    let length = [UInt8(count >> 24), UInt8(count >> 16 & 255), UInt8(count >> 8 & 255), UInt8(count & 255)]
    try transmit(length)
    try transmit(message)
  }

  /// Receives one message; nil where the other side closed after the last one.
  ///
  /// - Parameter limit: the most bytes to accept; a longer message is refused before it is read.
  public func receive(limit: Int) throws(FileError) -> [UInt8]? {
    guard let length = try receive(count: 4) else { return nil }
    let count = length.reduce(0) { $0 << 8 | Int($1) }
    if count > limit { throw FileError(.read, path, .largerThan(bytes: limit)) }
    guard let message = try receive(count: count) else { throw FileError(.read, path, .cutShort) }
    return message
  }

  private func transmit(_ octets: [UInt8]) throws(FileError) {
    var sent = 0
    while sent < octets.count {
      let rest = octets.span.extracting(sent..<octets.count)
      sent += try perform(.write, on: path) {
        unsafe rest.withUnsafeBufferPointer {
          unsafe Glibc.send(descriptor.number, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
        }
      }
    }
  }

  /// Exactly so many bytes; nil where the stream ends before the first of them.
  private func receive(count: Int) throws(FileError) -> [UInt8]? {
    var octets: [UInt8] = []
    while octets.count < count {
      // In steps: a claimed length takes no memory before its bytes come.
      let step = min(count - octets.count, 1 << 20)
      let got = try appendRead(from: descriptor.number, path: path, to: &octets, upTo: step)
      if got > 0 { continue }
      if octets.isEmpty { return nil }
      throw FileError(.read, path, .cutShort)
    }
    return octets
  }
}
