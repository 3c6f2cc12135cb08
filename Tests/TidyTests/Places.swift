/// Names of machines, folders and registries that must not be in what is committed.
enum Places {
  // Put together here, so that this file does not hold them.
  private static let folders = ["wo" + "rk", "ro" + "ot", "ho" + "me"].map { "/\($0)/" }
  private static let temporary = "/t" + "mp/"
  private static let registries = [
    "registry.npm" + "js.org", "py" + "pi.org", "files.python" + "hosted.org", "crates" + ".io",
    "proxy.golang" + ".org",
    "ruby" + "gems.org", "swiftpackage" + "index.com", "deb.debian" + ".org", "repo1.maven" + ".org",
  ]

  /// The lines of a text that name one.
  static func offences(in text: String, path: String) -> [Offence] {
    text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap { index, line in
      named(in: line, path: path).map { Offence(path: path, line: index + 1, words: "names \($0)") }
    }
  }

  private static func named(in line: Substring, path: String) -> String? {
    let isSource = path.hasPrefix("Sources/")
    return registries.first { line.contains($0) }
      ?? (folders + (isSource ? [temporary] : [])).first { begins($0, in: line) }
  }

  /// Whether a path begins with a folder: nothing of a name, a host or another folder stands before it.
  private static func begins(_ folder: String, in line: Substring) -> Bool {
    line.ranges(of: folder).contains { range in
      guard let before = line[..<range.lowerBound].utf8.last else { return true }
      return !isWordOctet(before)
        && ![UInt8(ascii: "."), UInt8(ascii: "}"), UInt8(ascii: ")")].contains(before)
    }
  }
}
