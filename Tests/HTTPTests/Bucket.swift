import HTTP
import Synchronization

/// A sink that keeps what it gets, and refuses from a given byte on.
final class Bucket: BodySink {
  let received = Mutex<[UInt8]>([])
  private let full: Int

  private let letGo: @Sendable () -> Void

  init(fullAfter full: Int = .max, letGo: @escaping @Sendable () -> Void = {}) {
    self.full = full
    self.letGo = letGo
  }

  deinit { letGo() }

  func receive(_ bytes: RawSpan) throws(BodyRefusal) {
    let isFull = received.withLock { kept in
      guard kept.count + bytes.byteCount <= full else { return true }
      for index in 0..<bytes.byteCount {
        kept.append(unsafe bytes.unsafeLoad(fromByteOffset: index, as: UInt8.self))
      }
      return false
    }
    if isFull { throw BodyRefusal(Response(status: 507)) }
  }
}
