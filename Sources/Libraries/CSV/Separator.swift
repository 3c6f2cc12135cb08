/// What parts the fields of a record.
public enum Separator: UInt8, Sendable, Hashable, CaseIterable {
  case comma = 0x2C
  /// What spreadsheets write where the comma is the decimal sign.
  case semicolon = 0x3B
  case tab = 0x09

  /// The separator that a first record is written with: the one that stands most often in it outside quotes, the comma
  /// where none does.
  static func sniffed(in bytes: [UInt8], from start: Int) -> Separator {
    var counts: [Separator: Int] = [:]
    var isQuoted = false
    for octet in bytes[start...] {
      if octet == CSVReader.quote {
        isQuoted.toggle()
      } else if !isQuoted {
        if octet == CSVReader.carriageReturn || octet == CSVReader.lineFeed { break }
        if let separator = Separator(rawValue: octet) { counts[separator, default: 0] += 1 }
      }
    }
    let most = counts.values.max() ?? 0
    return allCases.first { counts[$0] == most } ?? .comma
  }

  /// The separator that the line `sep=;` announces, which spreadsheets write and read, and how long that line is.
  static func announced(in bytes: [UInt8], from start: Int) -> (separator: Separator, length: Int)? {
    let line = bytes[start...].prefix(7)
    guard line.count > 4, line.starts(with: "sep=".utf8),
      let separator = Separator(rawValue: line[start + 4])
    else { return nil }
    switch Array(line.dropFirst(5)) {
    case []: return (separator, 5)
    case let end where end.starts(with: [0x0D, 0x0A]): return (separator, 7)
    case let end where end[0] == 0x0D || end[0] == 0x0A: return (separator, 6)
    default: return nil
    }
  }
}
