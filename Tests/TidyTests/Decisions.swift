/// The records of decisions: `0007-looking-makes-nothing.md`, numbered from 1 in the order of their making.
enum Decisions {
  struct Record {
    let path: String
    let text: String
  }

  /// Where a number is missing or given twice, or a record's heading says another one than its name.
  static func offences(in records: [Record]) -> [Offence] {
    records.sorted { $0.path < $1.path }.enumerated().compactMap { index, record in
      let number = index + 1
      let name = record.path.split(separator: "/").last.map(String.init) ?? ""
      let digits = String(number)
      let expected = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
      if !name.hasPrefix(expected + "-") {
        return Offence(path: record.path, line: 1, words: "stands where \(expected) is due")
      }
      guard record.text.hasPrefix("# \(number). ") else {
        return Offence(path: record.path, line: 1, words: "its heading does not begin with “# \(number). ”")
      }
      return nil
    }
  }
}
