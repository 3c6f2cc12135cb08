import Catalogue
import ContentPackaging
import Values
import XML

/// What the resources of one cartridge are, each worked out and reported once, as is each file that describes some.
struct CartridgeContent {
  private var known: [String: ItemContent] = [:]
  private var descriptions = Descriptions()
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
  ///
  /// - Parameter parameters: what the item adds to the address of its page (`item@parameters`).
  mutating func of(
    _ resource: PackageManifest.Resource, parameters: String = "", in tree: inout ItemTree
  ) throws -> ItemContent {
    var content = try own(resource, in: &tree)
    if ResourceType(of: resource) == .webContent { content.launch = content.launch?.adding(parameters) }
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
    _ resource: PackageManifest.Resource, in tree: inout ItemTree
  ) throws -> ItemContent {
    if let known = known[resource.identifier] { return known }
    let content = try read(resource, in: &tree)
    known[resource.identifier] = content
    return content
  }

  private mutating func read(
    _ resource: PackageManifest.Resource, in tree: inout ItemTree
  ) throws -> ItemContent {
    let type = ResourceType(of: resource)
    switch type {
    case .webContent: return page(resource, in: &tree)
    case .webLink, .discussionTopic, .assignment:
      return try descriptions.content(of: resource, type, in: &tree)
    case .externalTool:
      tree.findings.report(
        .toolDisabled, "the tool “\(excerpt(resource.identifier))” stays disabled until it is approved",
        at: resource.element)
      return try descriptions.content(of: resource, type, in: &tree)
    case .assessment, .questionBank:
      let content = try descriptions.content(of: resource, type, in: &tree)
      let name = content.title.isEmpty ? resource.identifier : content.title.text()
      tree.findings.report(
        .questionsNotPlayable, "“\(excerpt(name))” is kept whole and cannot be played here yet",
        at: resource.element)
      return content
    case .unknown:
      let type = resource.element.attribute("type") ?? ""
      tree.findings.report(
        .resourceUnknown, "there is no type “\(excerpt(type))”", at: resource.element,
        attribute: "type", text: type)
      return ItemContent(.unknown)
    }
  }

  /// A page or file; an assignment where its use says so, or where a system has put its settings beside it.
  private func page(_ resource: PackageManifest.Resource, in tree: inout ItemTree) -> ItemContent {
    var content = tree.page(resource)
    if resource.isAssignment { content.kind = .assignment }
    return content
  }
}

extension Launch {
  /// The launch of a page with an item's parameters.
  fileprivate func adding(_ parameters: String) -> Launch {
    Launch(target: target.adding(parameters: parameters), moveOn: moveOn, isTracked: isTracked)
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
