import Catalogue
import ContentPackaging
import Values
import XML

/// What the resources of one cartridge are, each worked out and reported once.
struct CartridgeContent {
  private var known: [String: ItemContent] = [:]
  /// For a resource that others name as their better variant, the first of these (CC 1.3 `variant`).
  private let plainForms: [String: PackageManifest.Resource]

  init(_ manifest: PackageManifest) {
    var plainForms: [String: PackageManifest.Resource] = [:]
    for resource in manifest.resources {
      guard let better = resource.betterVariant, plainForms[better] == nil else { continue }
      plainForms[better] = resource
    }
    self.plainForms = plainForms
  }

  /// What a resource shows. A variant that is understood goes before the resource that names it; where the variant cannot be
  /// opened, the plain form is what is opened.
  mutating func of(
    _ resource: PackageManifest.Resource, parameters: String = "", in tree: inout ItemTree
  ) throws -> ItemContent {
    var content = try own(resource, parameters, in: &tree)
    if let better = resource.betterVariant.flatMap(tree.manifest.resource) {
      let variant = try own(better, in: &tree)
      guard variant.kind != .unknown else { return content }
      content = ItemContent(
        variant.kind, title: variant.title, launch: variant.launch ?? content.launch, details: variant.details
      )
    } else if content.launch == nil, let plain = plainForms[resource.identifier] {
      content.launch = try own(plain, in: &tree).launch
    }
    return content
  }

  private mutating func own(
    _ resource: PackageManifest.Resource, _ parameters: String = "", in tree: inout ItemTree
  ) throws -> ItemContent {
    if parameters.isEmpty, let known = known[resource.identifier] { return known }
    let content = try CartridgeContent.read(resource, parameters, in: &tree)
    if parameters.isEmpty { known[resource.identifier] = content }
    return content
  }

  private static func read(
    _ resource: PackageManifest.Resource, _ parameters: String, in tree: inout ItemTree
  ) throws -> ItemContent {
    let type = ResourceType(of: resource)
    let descriptor = try Descriptor.of(resource, type, in: &tree)
    switch type {
    case .webContent: return page(resource, parameters, in: &tree)
    case .webLink: return webLink(descriptor, of: resource, in: &tree)
    case .discussionTopic: return described(.discussionTopic, descriptor)
    case .externalTool: return tool(descriptor, of: resource, in: &tree)
    case .assignment: return described(.assignment, descriptor)
    case .assessment: return questions(.assessment, descriptor, of: resource, in: &tree)
    case .questionBank: return questions(.questionBank, descriptor, of: resource, in: &tree)
    case .unknown:
      let type = resource.element.attribute("type") ?? ""
      tree.findings.report(
        .resourceUnknown, "there is no type “\(excerpt(type))”", at: resource.element,
        attribute: "type", text: type)
      return ItemContent(.unknown)
    }
  }

  // MARK: Each type

  /// A page or file; an assignment where its use says so, or where a system has put its settings beside it.
  private static func page(
    _ resource: PackageManifest.Resource, _ parameters: String, in tree: inout ItemTree
  ) -> ItemContent {
    var content = tree.page(resource, parameters: parameters)
    if resource.isAssignment { content.kind = .assignment }
    return content
  }

  private static func described(_ kind: ActivityKind, _ descriptor: Descriptor?) -> ItemContent {
    guard let descriptor else { return ItemContent(kind) }
    return ItemContent(kind, title: descriptor.title, details: [Detail(descriptor.root)])
  }

  private static func webLink(
    _ descriptor: Descriptor?, of resource: PackageManifest.Resource, in tree: inout ItemTree
  ) -> ItemContent {
    guard let descriptor else { return ItemContent(.webLink) }
    var content = described(.webLink, descriptor)
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

  private static func tool(
    _ descriptor: Descriptor?, of resource: PackageManifest.Resource, in tree: inout ItemTree
  ) -> ItemContent {
    tree.findings.report(
      .toolDisabled, "the tool “\(excerpt(resource.identifier))” stays disabled until it is approved",
      at: resource.element)
    guard let descriptor else { return ItemContent(.externalTool) }
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
        .secretLeftOut, "“\(secret.attribute("name") ?? secret.localName)” is a credential", file: file,
        place: secret.place)
    }
    return ItemContent(
      .externalTool, title: descriptor.title, details: [Detail(descriptor.root) { !$0.isSecret }])
  }

  /// Questions are told of in short; the files that hold them are kept whole.
  private static func questions(
    _ kind: ActivityKind, _ descriptor: Descriptor?, of resource: PackageManifest.Resource,
    in tree: inout ItemTree
  ) -> ItemContent {
    let group = descriptor?.root.child(kind == .questionBank ? "objectbank" : "assessment")
    let title = collapsed(group?.attribute("title") ?? "")
    let name = title.isEmpty ? resource.identifier : title
    tree.findings.report(
      .questionsNotPlayable, "“\(excerpt(name))” is kept whole and cannot be played here yet",
      at: resource.element)
    guard let root = descriptor?.root else { return ItemContent(kind) }
    let items = root.subtree.count { $0.isNamed("item") }
    let facts = [
      Detail.Attribute("ident", group?.attribute("ident") ?? ""), Detail.Attribute("items", String(items)),
    ]
    return ItemContent(
      kind, title: title.isEmpty ? LocalizedText([]) : LocalizedText(title),
      details: [Detail(group?.localName ?? "questestinterop", attributes: facts)])
  }
}

extension Descriptor {
  fileprivate var title: LocalizedText {
    let title = collapsed(root.child("title")?.text ?? "")
    return title.isEmpty ? LocalizedText([]) : LocalizedText(title)
  }
}

extension PackageManifest.Resource {
  /// Whether a page is an assignment: its use says so, or a system has put its settings beside it.
  var isAssignment: Bool {
    let settings = "/assignment_settings.xml".utf8
    return collapsed(element.attribute("intendeduse") ?? "") == "assignment"
      || files.contains { $0.attribute("href")?.utf8.suffix(settings.count).elementsEqual(settings) == true }
  }

  /// The identifier of the resource that is the better form of this one; nil where there is none.
  fileprivate var betterVariant: String? {
    let named = element.child("variant")?.attribute("identifierref").map(collapsed) ?? ""
    return named.isEmpty ? nil : named
  }
}

extension XMLElement {
  /// Whether a property of a tool's descriptor is a credential.
  fileprivate var isSecret: Bool {
    guard isNamed("property") || isNamed("parameter") else { return false }
    let name = collapsed(attribute("name") ?? "").lowercased()
    return ["secret", "password", "consumer_key", "consumerkey", "shared_key"].contains { name.contains($0) }
  }
}
