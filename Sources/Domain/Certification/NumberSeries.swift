public import Values

/// A series of certificate numbers, begun when records are restored: `TTT-2026-6KQ3F0-000043`.
///
/// Restored records do not know which numbers were given out after them. In a series of its own no number is one of
/// those, however many there were, whatever other restores began elsewhere.
public struct NumberSeries: Sendable, Hashable, CustomStringConvertible {
  /// At least six letters and digits, without I, L, O and U.
  public let text: String

  /// The series that begins at an instant; one second begins one series.
  public init(begunAt instant: Instant) {
    // 2020-01-01T00:00:00Z: six characters last until 2054.
    var seconds = max(0, instant.microseconds / 1_000_000 - 1_577_836_800)
    var characters: [UInt8] = []
    while seconds > 0 || characters.count < 6 {
      characters.append(NumberSeries.alphabet[Int(seconds % 32)])
      seconds /= 32
    }
    text = String(decoding: characters.reversed(), as: UTF8.self)
  }

  /// A series read back from the records.
  public init(recorded text: String) {
    self.text = text
  }

  public var description: String { text }

  private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)
}
