/// The part of a line that a finding is about, to be shown with a mark under its place.
public struct SourceExcerpt: Sendable, Hashable {
  /// The line, or as much of it around the place as fits; each tab as one space.
  public let text: String
  /// How many Unicode scalars of the text stand before the place.
  public let offset: Int

  /// How many scalars of a long line are shown.
  private static let mostScalars = 100

  /// - Parameters:
  ///   - line: the whole line.
  ///   - column: the place in it, in scalars, from 1.
  init(line: Substring.UnicodeScalarView, column: Int) {
    let scalars = line.map { $0 == "\t" ? " " : $0 }
    let place = min(max(column - 1, 0), scalars.count)
    var start = 0
    if scalars.count > SourceExcerpt.mostScalars {
      start = min(max(0, place - 40), scalars.count - SourceExcerpt.mostScalars)
    }
    let end = min(scalars.count, start + SourceExcerpt.mostScalars)
    let (front, back) = (start > 0 ? "…" : "", end < scalars.count ? "…" : "")
    text = front + String(String.UnicodeScalarView(scalars[start..<end])) + back
    offset = place - start + front.unicodeScalars.count
  }
}

extension PackageReading {
  /// The longest file that lines are quoted from, and the longest line.
  private static let longestQuoted = 4 << 20
  private static let longestLine = 64 << 10

  /// The same reading, its findings with the lines that they are about. Throws what the package's source throws.
  ///
  /// Nothing is quoted of a file that may hold a secret, of a line that is very long, nor of what is no UTF-8.
  public func quoting() throws -> PackageReading {
    var reading = self
    let wanted = Dictionary(grouping: findings.filter { $0.line != nil }) { $0.file ?? "" }
    var lines: [String: [Int: Substring.UnicodeScalarView]] = [:]
    for (file, findings) in wanted where contents.contains(file) && !PackageReading.isTableOfSecrets(file) {
      if findings.contains(where: \.code.isAboutSecret) { continue }
      lines[file] = PackageReading.lines(Set(findings.compactMap(\.line)), of: try contents.bytes(of: file))
    }
    reading.findings = findings.map { finding in
      guard let file = finding.file, let number = finding.line, let line = lines[file]?[number] else {
        return finding
      }
      return finding.quoting(SourceExcerpt(line: line, column: finding.column ?? 1))
    }
    return reading
  }

  /// The lines of these numbers that may be quoted. A line ends with LF, CR LF or CR.
  private static func lines(_ wanted: Set<Int>, of bytes: [UInt8]) -> [Int: Substring.UnicodeScalarView] {
    guard bytes.count <= longestQuoted, !saysSecret(bytes), let last = wanted.max() else { return [:] }
    var lines: [Int: Substring.UnicodeScalarView] = [:]
    var number = 1
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while number <= last {
      let end = bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.endIndex
      if wanted.contains(number) { lines[number] = quotable(bytes[start..<end]) }
      guard end < bytes.endIndex else { break }
      let isPair = bytes[end] == 0x0D && end + 1 < bytes.endIndex && bytes[end + 1] == 0x0A
      start = end + (isPair ? 2 : 1)
      number += 1
    }
    return lines
  }

  /// The text of a line; nil where it is not quoted.
  private static func quotable(_ line: ArraySlice<UInt8>) -> Substring.UnicodeScalarView? {
    guard line.count <= longestLine, !line.contains(0),
      let text = String(validating: line, as: UTF8.self)
    else { return nil }
    return Substring(text).unicodeScalars
  }

  /// Whether a file's rows have passwords among their fields.
  private static func isTableOfSecrets(_ file: String) -> Bool {
    lowercased(file.utf8).utf8.suffix(3).elementsEqual(".au".utf8)
  }
}
