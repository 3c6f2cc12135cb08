/// Files by whose names a format shows that has no manifest which is read here.
enum FormatMarks {
  /// The format that a package's names show; nil where they show none.
  static func format(of contents: PackageContents) -> UnreadFormat? {
    let names = Set(contents.names.map { lowercased($0.utf8) })
    if let mark = marks.first(where: { names.contains($0.name) }) { return mark.format }
    let folders = Set(names.compactMap(topFolder))
    if folders.contains("story_content") || names.contains(where: { ends($0, ".story") && isAtRoot($0) }) {
      return .articulate
    }
    let isOfDataModules = names.contains { name in
      (name.utf8.starts(with: "dmc-".utf8) || name.utf8.starts(with: "smc-".utf8)) && ends(name, ".xml")
    }
    return isOfDataModules ? .s1000d : nil
  }

  private static let marks: [(name: String, format: UnreadFormat)] = [
    ("moodle_backup.xml", .moodle), (".archive_index", .moodle), ("moodle.xml", .moodle),
    ("course.xml", .openEdX), ("library.xml", .openEdX), ("h5p.json", .h5p),
    ("meta-inf/container.xml", .epub), ("[content_types].xml", .office),
    ("meta-inf/manifest.xml", .office), ("story.html", .articulate), ("story_html5.html", .articulate),
  ]

  private static func topFolder(_ name: String) -> String? {
    let octets = name.utf8
    return octets.firstIndex(of: UInt8(ascii: "/")).map { String(decoding: octets[..<$0], as: UTF8.self) }
  }

  private static func isAtRoot(_ name: String) -> Bool { !name.utf8.contains(UInt8(ascii: "/")) }

  private static func ends(_ name: String, _ ending: String) -> Bool {
    name.utf8.count >= ending.utf8.count && name.utf8.suffix(ending.utf8.count).elementsEqual(ending.utf8)
  }
}
