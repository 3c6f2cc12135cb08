public import Catalogue
internal import ContentPackaging
public import Pages
public import Values

extension Registrar {
  /// How many pages of a version are looked at for links, and how many broken links are told.
  private static var mostPages: Int { 2_000 }
  private static var mostLinks: Int { 500 }

  /// What a version is like: its tree, files and languages, and the links in its pages that lead nowhere.
  ///
  /// - Parameter number: which version; nil for the latest.
  public func preview(
    _ course: Reference<Course>, number: Int?, as principal: Principal
  ) throws -> CoursePreview {
    let kept = try answer(ExportPackage(course: course, number: number), as: principal)
    let decided = try store.read { try $0.toolTransitions(of: kept.version.course) }
    let structure = kept.version.structure
    let sizes = Dictionary(kept.files.map { ($0.path, $0.sizeBytes) }) { first, _ in first }
    let pages = kept.files.filter { LinkScan.isPage($0.path) }
    let links = try brokenLinks(in: pages.prefix(Registrar.mostPages), of: kept.files)
    return CoursePreview(
      course: kept.course, number: kept.number, state: kept.version.state, title: structure.title,
      format: structure.format, languages: structure.languages,
      activities: structure.placedActivities.map {
        CoursePreview.Activity($0.node, depth: $0.depth, sizes, decided)
      },
      files: CoursePreview.Files.groups(of: kept.files),
      brokenLinks: Array(links.prefix(Registrar.mostLinks)),
      pagesPassedOver: max(0, pages.count - Registrar.mostPages))
  }

  private func brokenLinks(
    in pages: some Sequence<PackageFile>, of files: [PackageFile]
  ) throws -> [CoursePreview.BrokenLink] {
    let digests = Dictionary(files.map { ($0.path, $0.digest) }) { first, _ in first }
    let entries = files.map { PackageContents.Entry(name: $0.path, sizeBytes: $0.sizeBytes) }
    let contents = PackageContents(kind: .folder, entries: entries) { [content] name in
      let kept = try content.open(digest: digests[name] ?? "")
      return try kept.octets(at: 0, count: min(kept.sizeBytes, LinkScan.mostOctets))
    }
    let scan = LinkScan(contents)
    var found: [CoursePreview.BrokenLink] = []
    for page in pages where found.count < Registrar.mostLinks {
      let broken = scan.brokenLinks(in: try contents.bytes(of: page.path), file: page.path)
      found += broken.map { CoursePreview.BrokenLink(file: $0.file, line: $0.line, address: $0.address) }
    }
    return found
  }
}

extension CoursePreview.Activity {
  fileprivate init(
    _ node: ActivityNode, depth: Int, _ sizes: [String: Int], _ decided: [ToolTransition]
  ) {
    switch node.launch?.target {
    case .file(let path, let suffix):
      self.init(
        depth: depth, title: node.title, kind: node.kind, opens: path + suffix, sizeBytes: sizes[path],
        isMissing: sizes[path] == nil)
    case .external(let url):
      self.init(
        depth: depth, title: node.title, kind: node.kind, opens: url, sizeBytes: nil, isMissing: false)
    case nil:
      let tool = node.externalTool.map(decided.standing(of:))
      self.init(
        depth: depth, title: node.title, kind: node.kind, opens: tool?.tool.address, sizeBytes: nil,
        isMissing: false, approval: tool?.approval)
    }
  }
}

extension CoursePreview.Files {
  /// The files by how their names end, the most bytes first.
  fileprivate static func groups(of files: [PackageFile]) -> [CoursePreview.Files] {
    let groups = Dictionary(grouping: files) { ending(of: $0.path) }
    return groups.map { ending, files in
      CoursePreview.Files(
        ending: ending, count: files.count, sizeBytes: files.reduce(0) { $0 + $1.sizeBytes })
    }.sorted { ($1.sizeBytes, $0.ending) < ($0.sizeBytes, $1.ending) }
  }

  private static func ending(of path: String) -> String {
    let name = path.utf8.split(separator: UInt8(ascii: "/")).last ?? path.utf8[...]
    guard let point = name.lastIndex(of: UInt8(ascii: ".")) else { return "" }
    return String(decoding: name[name.index(after: point)...], as: UTF8.self).lowercased()
  }
}
