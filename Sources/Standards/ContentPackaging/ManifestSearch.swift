/// Finds the file in a package that says what the package is.
enum ManifestSearch {
  /// What the search found, and the package as seen from there.
  enum Result {
    case manifest(String, PackageContents)
    case unread(UnreadFormat, PackageContents)
    /// The tables of an AICC course, which has no manifest.
    case tables(PackageContents)
    case none
  }

  /// Manifests that are parsed, in order of preference.
  private static let parsed = ["imsmanifest.xml", "cmi5.xml", "tincan.xml"]

  /// Looks at the root, then behind one common top folder, and reports what is wrong.
  static func find(in contents: PackageContents, findings: inout Findings) -> Result {
    if case .bareManifest(let name) = contents.kind { return .manifest(name, contents) }
    if let found = findAtRoot(contents, &findings) { return found }
    guard let inner = contents.withoutTopFolder(), let found = findAtRoot(inner, &findings) else {
      reportNone(in: contents, &findings)
      return .none
    }
    if case .manifest(let name, _) = found, isSpelt(name, "cmi5.xml") {
      findings.report(
        .manifestNotAtRoot, "“\(inner.storedName(of: name))” must be at the root of the package")
      return .none
    }
    findings.report(.manifestInFolder, "everything lies in the folder “\(excerpt(inner.storedName(of: "")))”")
    return found
  }

  /// Nil where the root has nothing that tells.
  private static func findAtRoot(_ contents: PackageContents, _ findings: inout Findings) -> Result? {
    let found = parsed.compactMap { wanted in rootFile(wanted, in: contents) }
    if let first = found.first {
      return choose(first, among: found, of: contents, &findings)
    }
    if holdsAICC(contents) { return .tables(contents) }
    guard let unread = FormatMarks.format(of: contents) else { return nil }
    findings.report(.formatUnread, "the package was recognised as \(unread.title), \(unread.reason)")
    return .unread(unread, contents)
  }

  private static func choose(
    _ first: String, among found: [String], of contents: PackageContents, _ findings: inout Findings
  ) -> Result {
    let courses = found.filter { !isSpelt($0, "tincan.xml") }
    if courses.count > 1 {
      findings.report(
        .manifestAmbiguous, "the package has both \(courses.joined(separator: " and ")) at its root")
      return .none
    }
    for other in found.dropFirst() {
      findings.report(.manifestOther, "“\(other)” was not read; “\(first)” was")
    }
    if !parsed.contains(where: { $0.utf8.elementsEqual(first.utf8) }) {
      findings.report(.manifestNameCase, "the manifest is named “\(first)”")
    }
    return .manifest(first, contents)
  }

  /// The file at the root that has this name, in any case if only one does.
  private static func rootFile(_ name: String, in contents: PackageContents) -> String? {
    switch contents.match(name) {
    case .exact(let found), .normalised(let found), .differsInCase(let found): found
    case .ambiguous(let all): all.first
    case .none: nil
    }
  }

  private static func isSpelt(_ name: String, _ expected: String) -> Bool {
    lowercased(name.utf8).utf8.elementsEqual(expected.utf8)
  }

  /// Whether the tables lie at the root that an AICC course cannot be without: the course and its units.
  private static func holdsAICC(_ contents: PackageContents) -> Bool {
    let endings = [".crs", ".au"]
    let atRoot = contents.names.lazy.filter { !$0.utf8.contains(UInt8(ascii: "/")) }.map {
      lowercased($0.utf8)
    }
    return endings.allSatisfy { ending in
      atRoot.contains {
        $0.utf8.count > ending.utf8.count && $0.utf8.suffix(ending.utf8.count).elementsEqual(ending.utf8)
      }
    }
  }

  /// Says that nothing was found, and where a manifest lies deeper, if one does.
  private static func reportNone(in contents: PackageContents, _ findings: inout Findings) {
    guard !findings.refuse else { return }
    let deeper = contents.names.filter { name in
      let last = name.utf8.split(separator: UInt8(ascii: "/")).last.map(lowercased) ?? ""
      return parsed.contains { last.utf8.elementsEqual($0.utf8) }
    }
    let shallowest = deeper.min { depth($0) < depth($1) }
    guard let shallowest else {
      return findings.report(
        .manifestMissing, "there is no manifest: no \(parsed.joined(separator: ", ")) nor AICC course files")
    }
    findings.report(.manifestNotAtRoot, "the manifest lies at “\(excerpt(shallowest))”, not at the root")
  }

  private static func depth(_ name: String) -> Int { name.utf8.count { $0 == UInt8(ascii: "/") } }
}
