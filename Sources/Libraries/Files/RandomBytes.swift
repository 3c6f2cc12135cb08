import Glibc

/// Bytes from the system's cryptographically secure generator.
public enum RandomBytes {
  /// So many random bytes.
  public static func octets(_ count: Int) -> [UInt8] {
    var octets = [UInt8](repeating: 0, count: count)
    for start in stride(from: 0, to: count, by: 256) {
      let answer = unsafe octets.withUnsafeMutableBytes { buffer in
        // 256 octets is the most that getentropy gives at once.
        unsafe getentropy(buffer.baseAddress?.advanced(by: start), min(256, count - start))
      }
      precondition(answer == 0, "the kernel has a random number generator")
    }
    return octets
  }

  /// 64 random bits.
  public static func word() -> UInt64 {
    octets(8).reduce(0) { $0 << 8 | UInt64($1) }
  }
}
