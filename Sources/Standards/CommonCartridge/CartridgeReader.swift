import Catalogue
public import ContentPackaging
import Values
import XML

/// Reads IMS Common Cartridge 1.0 to 1.4 and Thin Common Cartridge into the neutral course structure.
///
/// 1. A cartridge whose publisher asks for authorization is refused.
/// 2. The one untitled item at the top, which every cartridge has, is no activity; what is in it is.
/// 3. A page or file is done once it was opened, and so is a web link. Topics, tools, assignments and tests are kept with
///    what describes them, and cannot be launched.
/// 4. Where no item shows anything, each resource that a learner could be shown is an activity.
public enum CartridgeReader {
  /// Reads a package that was recognised as a cartridge. Throws what the package's source throws. Cost grows with the
  /// size of the manifest and of the files that describe resources.
  public static func read(_ package: RecognisedPackage) throws -> PackageReading {
    var tree = ItemTree(package)
    refuseProtected(&tree)
    var content = CartridgeContent(tree.manifest)
    let activities = try readActivities(&tree, &content)
    try readRest(&tree, &content)
    tree.lookForListedFiles()
    tree.supplied.report(to: &tree.findings, kind: package.contents.kind, limits: package.limits)
    if !activities.contains(where: \.holdsContent) {
      tree.findings.report(.nothingToLearn, "no activity has content", at: tree.manifest.element)
    }
    return tree.reading(activities)
  }

  private static func refuseProtected(_ tree: inout ItemTree) {
    if let authorizations = tree.manifest.element.child("authorizations") {
      tree.findings.report(.cartridgeProtected, "the cartridge asks for authorization", at: authorizations)
    }
    for resource in tree.manifest.resources
    where ["true", "1"].contains(collapsed(resource.element.attribute("protected") ?? "").lowercased()) {
      tree.findings.report(
        .cartridgeProtected, "resource “\(excerpt(resource.identifier))” is protected",
        at: resource.element, attribute: "protected")
    }
  }

  private static func readActivities(
    _ tree: inout ItemTree, _ content: inout CartridgeContent
  ) throws -> [ActivityNode] {
    let items = withoutRoot(tree.manifest.defaultOrganization?.items ?? [])
    let activities = try tree.activities(of: items) { tree, resource, item in
      try content.of(resource, parameters: item.parameters, in: &tree)
    }
    guard !items.contains(where: \.showsResource) else { return activities }
    let loose = tree.manifest.resources.filter(\.isForLearners)
    guard !loose.isEmpty else { return activities }
    tree.findings.report(
      .looseResources, "no item shows a resource; \(loose.count) resources became activities",
      at: tree.manifest.element)
    var all = activities
    for resource in loose {
      let shown = try content.of(resource, in: &tree)
      all.append(tree.looseActivity(resource, shown))
    }
    return all
  }

  /// The rest of what is to be told of: tools, tests and banks that no item shows.
  private static func readRest(_ tree: inout ItemTree, _ content: inout CartridgeContent) throws {
    for resource in tree.manifest.resources where !tree.shown.contains(resource.identifier) {
      switch ResourceType(of: resource) {
      case .externalTool, .assessment, .questionBank, .unknown: _ = try content.of(resource, in: &tree)
      case .webContent, .webLink, .discussionTopic, .assignment: break
      }
    }
  }

  /// The items below the one at the top that only holds the others together (`rooted-hierarchy`).
  private static func withoutRoot(_ items: [PackageManifest.Item]) -> [PackageManifest.Item] {
    guard let root = items.first, items.count == 1, root.title.isEmpty, root.identifierReference == nil
    else { return items }
    return root.children
  }
}

extension PackageManifest.Resource {
  /// Whether the resource is one that a learner would be shown on its own: no picture, no settings of another system.
  fileprivate var isForLearners: Bool {
    switch ResourceType(of: self) {
    case .webLink, .discussionTopic, .externalTool, .assignment, .assessment, .questionBank: return true
    case .unknown: return false
    case .webContent:
      if isAssignment { return true }
      return type.utf8.starts(with: "webcontent".utf8) && element.child("variant") == nil && isDocument
    }
  }
}
