import ContentPackaging

/// The course file (`.crs`): groups in brackets, each with lines `Name=value` or with free text (CMI001 §5.1). Names count
/// in any case.
struct CourseFile {
  private var values: [String: [String: String]] = [:]
  private var texts: [String: String] = [:]

  init(_ source: CourseText) {
    var group = ""
    for line in source.text.unicodeScalars.split(whereSeparator: { $0 == "\r" || $0 == "\n" }) {
      let line = collapsed(String(String.UnicodeScalarView(line)))
      if line.utf8.first == UInt8(ascii: "["), let end = line.utf8.firstIndex(of: UInt8(ascii: "]")) {
        group = lowercased(collapsed(String(decoding: line.utf8[..<end].dropFirst(), as: UTF8.self)).utf8)
        if values[group] == nil { values[group] = [:] }
        continue
      }
      guard line.utf8.first != UInt8(ascii: ";") else { continue }
      let joint = texts[group] == nil ? "" : " "
      texts[group, default: ""] += joint + line
      guard let equals = line.utf8.firstIndex(of: UInt8(ascii: "=")) else { continue }
      let name = lowercased(collapsed(String(decoding: line.utf8[..<equals], as: UTF8.self)).utf8)
      let value = String(decoding: line.utf8[line.utf8.index(after: equals)...], as: UTF8.self)
      let isNew = values[group]?[name] == nil
      if isNew { values[group]?[name] = CourseFile.unquoted(collapsed(value)) }
    }
  }

  /// Whether there is a group `[Course]`.
  var hasCourse: Bool { values["course"] != nil }

  /// A value of the group `[Course]`; empty where it is absent.
  func course(_ name: String) -> String { values["course"]?[name] ?? "" }

  /// The values of a group, in the order of their names.
  func values(of group: String) -> [(name: String, value: String)] {
    (values[group] ?? [:]).map { (name: $0.key, value: $0.value) }.sorted { $0.name < $1.name }
  }

  /// The free text of a group, on one line; empty where there is none.
  func text(of group: String) -> String { texts[group] ?? "" }

  private static func unquoted(_ text: String) -> String {
    let octets = text.utf8
    guard octets.count >= 2, octets.first == UInt8(ascii: "\""), octets.last == UInt8(ascii: "\"") else {
      return text
    }
    return String(decoding: octets.dropFirst().dropLast(), as: UTF8.self)
  }
}
