/// The encodings of files of separated values: UTF-8 is read, every other is refused by name.
enum Encoding {
  /// How many bytes of a UTF-8 byte order mark stand at the beginning. Throws where the first bytes show another
  /// encoding: a byte order mark, or the NULs of ASCII in 16 or 32 bits.
  static func markLength(of bytes: [UInt8]) throws(CSVError) -> Int {
    let start = Array(bytes.prefix(4))
    let mark = marks.first { start.starts(with: $0.octets) }
    if let mark { throw refusal(of: mark.name) }
    if start.starts(with: [0xEF, 0xBB, 0xBF]) { return 3 }
    if start.count == 4 {
      if start[0] == 0, start[1] == 0, start[2] == 0 { throw refusal(of: "UTF-32") }
      if start[1] == 0, start[2] == 0, start[3] == 0 { throw refusal(of: "UTF-32") }
      if start[0] == 0, start[2] == 0 { throw refusal(of: "UTF-16 (big-endian)") }
      if start[1] == 0, start[3] == 0 { throw refusal(of: "UTF-16 (little-endian)") }
    }
    return 0
  }

  /// The error for octets that are no UTF-8: in files of tables nearly always those of an older Windows encoding.
  static func notUTF8(_ octets: ArraySlice<UInt8>, at place: CSVPlace) -> CSVError {
    let octet = octets.first { $0 >= 0x80 }
    let byte = octet.map { String($0, radix: 16, uppercase: true) } ?? ""
    return CSVError(
      .encodingUnsupported,
      "the bytes of this field are not UTF-8 (\(byte)): the file seems to be in windows-1252 or another encoding of "
        + "8 bits, which is not read",
      at: place)
  }

  private static let marks: [(octets: [UInt8], name: String)] = [
    ([0xFF, 0xFE, 0, 0], "UTF-32"), ([0, 0, 0xFE, 0xFF], "UTF-32"),
    ([0xFF, 0xFE], "UTF-16 (little-endian)"), ([0xFE, 0xFF], "UTF-16 (big-endian)"),
  ]

  private static func refusal(of name: String) -> CSVError {
    CSVError(.encodingUnsupported, "the file is in \(name), which is not read")
  }
}
