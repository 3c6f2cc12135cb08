internal import CQREncode

/// A QR code (ISO/IEC 18004): dark and light modules in a square.
public struct QRCode: Sendable, Hashable {
  /// How much of a code may be lost and it is still read.
  public enum Correction: Sendable, CaseIterable {
    /// 7 of 100.
    case low
    /// 15 of 100.
    case medium
    /// 25 of 100.
    case quartile
    /// 30 of 100.
    case high
  }

  /// The number of modules on each side, without the light margin of four that belongs around them.
  public let side: Int
  private let dark: [Bool]

  /// Whether a module is dark; the first is in the upper left corner.
  public subscript(row row: Int, column column: Int) -> Bool { dark[row * side + column] }

  /// The code of a text, as small as it can be. Nil where the text has a zero in it, is empty, or is longer than any code
  /// holds.
  public init?(_ text: String, correction: Correction) {
    guard !text.isEmpty, !text.utf8.contains(0) else { return nil }
    let level =
      switch correction {
      case .low: QR_ECLEVEL_L
      case .medium: QR_ECLEVEL_M
      case .quartile: QR_ECLEVEL_Q
      case .high: QR_ECLEVEL_H
      }
    guard let code = unsafe QRcode_encodeString(text, 0, level, QR_MODE_8, 1) else { return nil }
    defer { unsafe QRcode_free(code) }
    side = Int(unsafe code.pointee.width)
    dark = unsafe UnsafeBufferPointer(start: code.pointee.data, count: side * side).map { $0 & 1 == 1 }
  }
}
