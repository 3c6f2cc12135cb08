public import Values

/// A series of certificate numbers, begun when records are restored: `TTT-2026-6KQ3F04M-000043`.
///
/// Restored records do not know which numbers were given out after them. In a series of its own no number is one of
/// those, however many there were, whatever other restores began elsewhere.
public struct NumberSeries: Sendable, Hashable, CustomStringConvertible {
  /// At least eight letters and digits, without I, L, O and U; series from before may have six.
  public let text: String

  /// The series that begins at an instant: its second, and two characters of chance, since records may be restored to two
  /// places within one second, or where the clock went back to it.
  ///
  /// - Parameter bits: from the system's random source; ten of them are used.
  public init(begunAt instant: Instant, chance bits: UInt64) {
    // 2020-01-01T00:00:00Z: six characters last until 2054.
    var seconds = max(0, instant.microseconds / 1_000_000 - 1_577_836_800)
    var characters: [UInt8] = []
    while seconds > 0 || characters.count < 6 {
      characters.append(NumberSeries.alphabet[Int(seconds % 32)])
      seconds /= 32
    }
    let chance = [bits >> 5 & 31, bits & 31].map { NumberSeries.alphabet[Int($0)] }
    text = String(decoding: characters.reversed() + chance, as: UTF8.self)
  }

  /// A series read back from the records.
  public init(recorded text: String) {
    self.text = text
  }

  public var description: String { text }

  private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)
}
