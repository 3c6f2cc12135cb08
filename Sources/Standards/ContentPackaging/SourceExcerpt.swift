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
  /// The longest file that lines are quoted from.
  private static let longestQuoted = 16 << 20

  /// The same reading, its findings with the lines that they are about. Throws what the package's source throws.
  ///
  /// Nothing is quoted of a line that may hold a secret, nor of a file that is no UTF-8.
  public func quoting() throws -> PackageReading {
    var reading = self
    var lines: [String: [Substring.UnicodeScalarView]] = [:]
    reading.findings = try findings.map { finding in
      guard let file = finding.file, let line = finding.line, contents.contains(file) else { return finding }
      if lines[file] == nil { lines[file] = try PackageReading.lines(of: contents.bytes(of: file)) }
      guard let all = lines[file], all.indices.contains(line - 1),
        !PackageReading.maySaySecrets(all[line - 1], of: file)
      else { return finding }
      return finding.quoting(SourceExcerpt(line: all[line - 1], column: finding.column ?? 1))
    }
    return reading
  }

  /// The lines of a text, ended by LF, CR LF or CR; none where it is no UTF-8.
  private static func lines(of bytes: [UInt8]) -> [Substring.UnicodeScalarView] {
    guard bytes.count <= longestQuoted, let text = String(validating: bytes, as: UTF8.self) else { return [] }
    let scalars = text.unicodeScalars
    var lines: [Substring.UnicodeScalarView] = []
    var start = scalars.startIndex
    if scalars.first == "\u{FEFF}" { start = scalars.index(after: start) }
    var index = start
    while index < scalars.endIndex {
      let scalar = scalars[index]
      let next = scalars.index(after: index)
      if scalar == "\n" || scalar == "\r" {
        lines.append(Substring(text)[start..<index].unicodeScalars)
        let isPair = scalar == "\r" && next < scalars.endIndex && scalars[next] == "\n"
        start = isPair ? scalars.index(after: next) : next
        index = start
      } else {
        index = next
      }
    }
    lines.append(Substring(text)[start...].unicodeScalars)
    return lines
  }

  /// Whether a line names what may be a secret, or is a row of units, which have passwords.
  private static func maySaySecrets(_ line: Substring.UnicodeScalarView, of file: String) -> Bool {
    if lowercased(file.utf8).utf8.suffix(3).elementsEqual(".au".utf8) { return true }
    let text = Array(lowercased(String(line).utf8).utf8)
    return ["entitlementkey", "secret", "password", "consumer_key"].map { Array($0.utf8) }.contains { word in
      text.count >= word.count && (0...(text.count - word.count)).contains { text[$0...].starts(with: word) }
    }
  }
}
