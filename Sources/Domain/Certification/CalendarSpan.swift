public import Values

/// A length of time in calendar days or months, written as ISO 8601 does: `P90D`, `P6M`.
public enum CalendarSpan: Sendable, Hashable, CustomStringConvertible {
  case days(Int)
  case months(Int)

  /// The most months, and the most days, that one may have: ten years.
  public static let limit = (months: 120, days: 3660)

  /// Reads `P90D` or `P6M`; nil where it is neither, or not from 1 to the limit.
  public init?(_ text: some StringProtocol) {
    let octets = Array(text.utf8)
    let digits = octets.dropFirst().dropLast()
    guard octets.first == UInt8(ascii: "P"), (1...4).contains(digits.count),
      digits.allSatisfy({ (0x30...0x39).contains($0) }),
      let count = Int(String(decoding: digits, as: UTF8.self)), count > 0
    else { return nil }
    switch octets.last {
    case UInt8(ascii: "D") where count <= CalendarSpan.limit.days: self = .days(count)
    case UInt8(ascii: "M") where count <= CalendarSpan.limit.months: self = .months(count)
    default: return nil
    }
  }

  public var description: String {
    switch self {
    case .days(let count): "P\(count)D"
    case .months(let count): "P\(count)M"
    }
  }

  /// The day that lies so long before another; a day that the month lacks becomes its last one.
  public func before(_ day: Day) -> Day? {
    switch self {
    case .days(let count): day.adding(days: -count)
    case .months(let count): day.adding(months: -count)
    }
  }

  /// The day that lies so long after another; a day that the month lacks becomes its last one.
  public func after(_ day: Day) -> Day? {
    switch self {
    case .days(let count): day.adding(days: count)
    case .months(let count): day.adding(months: count)
    }
  }
}
