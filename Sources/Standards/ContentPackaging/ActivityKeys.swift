/// Makes each activity's key: its identifier, safe in a URL and unique in the course.
public struct ActivityKeys: Sendable {
  private var used: Set<String> = []
  private var counts: [String: Int] = [:]

  /// Begins with no key given.
  public init() {}

  /// The key for the next activity with this identifier, and whether an earlier one has it already.
  ///
  /// The second of `ITEM-1` becomes `ITEM-1~2`, and so on past keys that exist. Bytes other than ASCII letters, digits
  /// and `-._~` are percent-encoded; so are the points of `.` and `..`; no identifier at all becomes `item`.
  public mutating func key(for identifier: String) -> (key: String, isRepeated: Bool) {
    let wanted = ActivityKeys.encoded(identifier.isEmpty ? "item" : identifier)
    if used.insert(wanted).inserted {
      counts[wanted] = 1
      return (wanted, false)
    }
    var count = counts[wanted] ?? 1
    var key = wanted
    repeat {
      count += 1
      key = "\(wanted)~\(count)"
    } while !used.insert(key).inserted
    counts[wanted] = count
    return (key, true)
  }

  private static func encoded(_ identifier: String) -> String {
    let isDots = identifier.utf8.allSatisfy { $0 == UInt8(ascii: ".") }
    return identifier.utf8.map { octet in
      if isPlain(octet), !isDots { return String(decoding: [octet], as: UTF8.self) }
      let digits = String(octet, radix: 16, uppercase: true)
      return digits.utf8.count == 1 ? "%0\(digits)" : "%\(digits)"
    }.joined()
  }

  private static func isPlain(_ octet: UInt8) -> Bool {
    (0x61...0x7A).contains(octet | 0x20) || (0x30...0x39).contains(octet) || octet == UInt8(ascii: "-")
      || octet == UInt8(ascii: ".") || octet == UInt8(ascii: "_") || octet == UInt8(ascii: "~")
  }
}
