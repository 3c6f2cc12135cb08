internal import Glibc

/// A socket that listens, closed with its owner.
struct ListeningSocket: ~Copyable {
  let descriptor: Int32
  /// The port listened on, also where the system picked it.
  let port: UInt16

  private init(descriptor: Int32, port: UInt16) {
    self.descriptor = descriptor
    self.port = port
  }

  /// Listens on an address; port 0 lets the system pick one.
  static func open(host: String, port: UInt16) throws(ServerError) -> ListeningSocket {
    let numbers = host == "localhost" ? "127.0.0.1" : host
    guard let address = SocketAddress(numbers, port: port) else { throw .unknownHost(host) }
    let place = (host: host, port: port)
    let descriptor = try open(address, at: place)
    do throws(ServerError) {
      let port = try listen(descriptor, on: address, at: place)
      return ListeningSocket(descriptor: descriptor, port: port)
    } catch {
      close(descriptor)
      throw error
    }
  }

  deinit { close(descriptor) }

  private static func open(
    _ address: SocketAddress, at place: (host: String, port: UInt16)
  ) throws(ServerError) -> Int32 {
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue)
    let descriptor = socket(address.family, kind, 0)
    guard descriptor >= 0 else { throw refusal("socket", at: place) }
    var on: Int32 = 1
    let size = socklen_t(MemoryLayout<Int32>.size)
    unsafe setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &on, size)
    if address.family == AF_INET6 {
      unsafe setsockopt(descriptor, Int32(IPPROTO_IPV6), IPV6_V6ONLY, &on, size)
    }
    return descriptor
  }

  private static func listen(
    _ descriptor: Int32, on address: SocketAddress, at place: (host: String, port: UInt16)
  ) throws(ServerError) -> UInt16 {
    guard unsafe address.withPointer({ unsafe bind(descriptor, $0, $1) }) == 0 else {
      throw refusal("bind", at: place)
    }
    guard Glibc.listen(descriptor, 1024) == 0 else { throw refusal("listen", at: place) }
    guard let bound = SocketAddress(boundBy: descriptor) else {
      throw refusal("getsockname", at: place)
    }
    return bound.port
  }

  private static func refusal(_ call: String, at place: (host: String, port: UInt16)) -> ServerError {
    .cannotListen(host: place.host, port: place.port, call: call, code: errno)
  }
}
