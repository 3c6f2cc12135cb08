import Catalogue
import ContentPackaging
import Values
import XML

/// What the descriptors of one cartridge come to. A file that several resources share is read once.
struct Descriptions {
  private struct Source: Hashable {
    let file: String
    let type: ResourceType
  }

  private var known: [Source: ItemContent] = [:]
  private var bytesRead = 0

  /// What describes a resource, as content of its type: what a thin cartridge writes into the resource itself, else what
  /// stands in its file. Content of the type alone where that is missing or unreadable, which is reported.
  mutating func content(
    of resource: PackageManifest.Resource, _ type: ResourceType, in tree: inout ItemTree
  ) throws -> ItemContent {
    guard let wanted = type.rootElement else { return ItemContent(type.kind) }
    if let inline = resource.element.child(wanted) {
      return Descriptions.content(Descriptor(root: inline, file: nil), type, in: &tree)
    }
    guard let file = Descriptor.file(of: resource, in: &tree) else { return ItemContent(type.kind) }
    let source = Source(file: file, type: type)
    if let known = known[source] { return known }
    let descriptor = try read(file, wanted, in: &tree)
    let content = descriptor.map { Descriptions.content($0, type, in: &tree) } ?? ItemContent(type.kind)
    known[source] = content
    return content
  }

  /// Nothing more is read once the files come to more than is accepted.
  private mutating func read(
    _ file: String, _ wanted: String, in tree: inout ItemTree
  ) throws -> Descriptor? {
    let most = tree.package.limits.descriptorBytes
    guard bytesRead <= most else { return nil }
    let bytes = try tree.package.contents.bytes(of: file)
    bytesRead += bytes.count
    guard bytesRead <= most else {
      tree.findings.report(
        .limitExceeded, "the files that describe resources come to more than \(most) bytes",
        at: tree.manifest.element)
      return nil
    }
    return Descriptor.parse(bytes, of: file, wanted, in: &tree)
  }

  // MARK: Each type

  private static func content(
    _ descriptor: Descriptor, _ type: ResourceType, in tree: inout ItemTree
  ) -> ItemContent {
    switch type {
    case .webContent, .unknown: ItemContent(type.kind)
    case .discussionTopic, .assignment: described(descriptor, type.kind)
    case .webLink: webLink(descriptor, in: &tree)
    case .externalTool: tool(descriptor, in: &tree)
    case .assessment, .questionBank: questions(descriptor, type)
    }
  }

  private static func described(_ descriptor: Descriptor, _ kind: ActivityKind) -> ItemContent {
    ItemContent(kind, title: descriptor.title, details: [Detail(descriptor.root)])
  }

  private static func webLink(_ descriptor: Descriptor, in tree: inout ItemTree) -> ItemContent {
    var content = described(descriptor, .webLink)
    let element = descriptor.root.child("url")
    let written = element?.attribute("href") ?? ""
    guard case .external(let url, _) = tree.resolver.resolve(written) else {
      tree.findings.report(
        .webLinkUnusable,
        written.isEmpty ? "the link has no address" : "“\(excerpt(written))” is not opened from here",
        file: descriptor.file ?? tree.package.manifest.sourceName, place: (element ?? descriptor.root).place)
      return content
    }
    content.launch = Launch(target: .external(url: url), moveOn: .completed, isTracked: false)
    return content
  }

  private static func tool(_ descriptor: Descriptor, in tree: inout ItemTree) -> ItemContent {
    let file = descriptor.file ?? tree.package.manifest.sourceName
    let address = ["secure_launch_url", "launch_url"].lazy.compactMap { descriptor.root.child($0) }
      .first { !collapsed($0.text).isEmpty }
    let isUsable = if case .external = tree.resolver.resolve(address?.text ?? "") { true } else { false }
    if !isUsable {
      tree.findings.report(
        .toolAddress, "“\(excerpt(collapsed(address?.text ?? "")))” is no address of a tool", file: file,
        place: (address ?? descriptor.root).place)
    }
    if let secret = descriptor.root.subtree.first(where: \.isSecret) {
      tree.findings.report(
        .secretLeftOut, "“\(excerpt(secret.attribute("name") ?? secret.localName))” is a credential",
        file: file, place: secret.place)
    }
    return ItemContent(
      .externalTool, title: descriptor.title, details: [Detail(descriptor.root) { !$0.isSecret }])
  }

  /// Questions are told of in short; the files that hold them are kept whole.
  private static func questions(_ descriptor: Descriptor, _ type: ResourceType) -> ItemContent {
    let group = descriptor.root.child(type == .questionBank ? "objectbank" : "assessment")
    let title = collapsed(group?.attribute("title") ?? "")
    let items = descriptor.root.subtree.count { $0.isNamed("item") }
    let facts = [
      Detail.Attribute("ident", group?.attribute("ident") ?? ""), Detail.Attribute("items", String(items)),
    ]
    return ItemContent(
      type.kind, title: title.isEmpty ? LocalizedText([]) : LocalizedText(title),
      details: [Detail(group?.localName ?? "questestinterop", attributes: facts)])
  }
}

extension Descriptor {
  fileprivate var title: LocalizedText {
    let title = collapsed(root.child("title")?.text ?? "")
    return title.isEmpty ? LocalizedText([]) : LocalizedText(title)
  }
}

extension XMLElement {
  /// Whether a property of a tool's descriptor is a credential.
  fileprivate var isSecret: Bool {
    (isNamed("property") || isNamed("parameter")) && saysSecret((attribute("name") ?? "").utf8)
  }
}
