internal import CMicroHTTPD
internal import Glibc

/// An IPv4 or IPv6 address with its port.
struct SocketAddress {
  private var storage = sockaddr_storage()

  var family: Int32 { Int32(storage.ss_family) }

  /// Reads an address in numbers; nil when it is none.
  init?(_ text: String, port: UInt16) {
    if !readVersion4(text, port: port), !readVersion6(text, port: port) { return nil }
  }

  /// The address a socket is bound to; nil when the system does not tell.
  init?(boundBy descriptor: Int32) {
    var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
    let result = unsafe withUnsafeMutablePointer(to: &storage) {
      unsafe $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe getsockname(descriptor, $0, &length)
      }
    }
    guard result == 0 else { return nil }
  }

  /// Copies an address of IPv4 or IPv6 that the caller lends; nil for another family.
  @unsafe init?(_ address: UnsafePointer<sockaddr>) {
    let size: Int
    switch Int32(unsafe address.pointee.sa_family) {
    case AF_INET: size = MemoryLayout<sockaddr_in>.size
    case AF_INET6: size = MemoryLayout<sockaddr_in6>.size
    default: return nil
    }
    unsafe withUnsafeMutableBytes(of: &storage) {
      unsafe $0.copyMemory(from: UnsafeRawBufferPointer(start: address, count: size))
    }
  }

  var port: UInt16 {
    // The port lies at the same place for both families.
    unsafe withUnsafeBytes(of: storage) {
      unsafe UInt16(bigEndian: $0.load(fromByteOffset: 2, as: UInt16.self))
    }
  }

  /// The address in numbers, without the port.
  var text: String {
    let offset = family == AF_INET ? 4 : 8
    return unsafe withUnsafeBytes(of: storage) { bytes in
      unsafe String(unsafeUninitializedCapacity: Int(INET6_ADDRSTRLEN)) { buffer in
        unsafe buffer.withMemoryRebound(to: CChar.self) { characters in
          let start = unsafe bytes.baseAddress.map { unsafe $0 + offset }
          let size = socklen_t(characters.count)
          let written = unsafe inet_ntop(family, start, characters.baseAddress, size)
          return unsafe written.map { unsafe strlen($0) } ?? 0
        }
      }
    }
  }

  /// Lends the address in the form the system's calls take.
  @unsafe func withPointer<Result>(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Result) -> Result {
    let size = family == AF_INET ? MemoryLayout<sockaddr_in>.size : MemoryLayout<sockaddr_in6>.size
    return unsafe withUnsafePointer(to: storage) {
      unsafe $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { unsafe body($0, socklen_t(size)) }
    }
  }

  private mutating func readVersion4(_ text: String, port: UInt16) -> Bool {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    guard unsafe inet_pton(AF_INET, text, &address.sin_addr) == 1 else { return false }
    unsafe withUnsafeMutableBytes(of: &storage) { unsafe $0.storeBytes(of: address, as: sockaddr_in.self) }
    return true
  }

  private mutating func readVersion6(_ text: String, port: UInt16) -> Bool {
    var address = sockaddr_in6()
    address.sin6_family = sa_family_t(AF_INET6)
    address.sin6_port = port.bigEndian
    guard unsafe inet_pton(AF_INET6, text, &address.sin6_addr) == 1 else { return false }
    unsafe withUnsafeMutableBytes(of: &storage) { unsafe $0.storeBytes(of: address, as: sockaddr_in6.self) }
    return true
  }
}
