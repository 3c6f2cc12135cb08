import Catalogue
import Values
import XML

/// Reads packages of IMS Content Packaging 1.1.2 to 1.2 upon which no profile stands: pages in an order, which nothing
/// is reported from.
public enum ContentPackageReader {
  /// Reads a package that was recognised as such. Cost grows with the size of the manifest and the number of files.
  public static func read(_ package: RecognisedPackage) -> PackageReading {
    var tree = ItemTree(package)
    let activities = tree.readPages()
    tree.lookForListedFiles()
    tree.supplied.report(to: &tree.findings, kind: package.contents.kind, limits: package.limits)
    if !activities.contains(where: \.holdsContent), !tree.findings.refuse {
      tree.findings.report(.nothingToShow, "no item has content", at: tree.manifest.element)
    }
    return tree.reading(activities)
  }
}

extension ItemTree {
  /// The items of the default organization; where none shows a resource, each resource that is a page too.
  fileprivate mutating func readPages() -> [ActivityNode] {
    let organization = manifest.defaultOrganization
    let items = organization?.items ?? []
    let activities = activities(of: items) { tree, resource, item in
      tree.page(resource, parameters: item.parameters)
    }
    guard !items.contains(where: \.showsResource) else { return activities }
    if let organization {
      findings.report(.organizationEmpty, "no item shows a resource", at: organization.element)
    } else {
      findings.report(.organizationNone, "the manifest has no organization", at: manifest.element)
    }
    let pages = manifest.resources.filter { $0.href != nil || $0.isDocument }
    return activities + pages.map { looseActivity($0, page($0)) }
  }

  /// A page is done once it was opened; questions are kept whole.
  public mutating func page(_ resource: PackageManifest.Resource, parameters: String = "") -> ItemContent {
    if resource.isOfQuestions {
      findings.report(
        .questionsNotPlayable, "“\(excerpt(resource.identifier))” holds questions; it is kept whole",
        at: resource.element)
      return ItemContent(.assessment)
    }
    let target = target(of: resource, parameters: parameters)
    return ItemContent(
      .webContent, launch: target.map { Launch(target: $0, moveOn: .completed, isTracked: false) })
  }
}

extension PackageManifest.Resource {
  /// `resource@type` in lower case; empty where it is absent.
  public var type: String { lowercased(trimmed(element.attribute("type") ?? "")) }

  /// Whether what the resource opens is a page or a document, by how its name ends.
  public var isDocument: Bool {
    let file = lowercased((href ?? files.first?.attribute("href") ?? "").utf8).utf8
    return [".html", ".htm", ".xhtml", ".pdf"].contains { file.suffix($0.utf8.count).elementsEqual($0.utf8) }
  }

  /// Whether the resource is a QTI test, item or bank.
  public var isOfQuestions: Bool { type.utf8.starts(with: "imsqti".utf8) }
}

extension PackageManifest.Item {
  /// Whether the item, or one within, refers to a resource.
  public var showsResource: Bool { identifierReference != nil || children.contains(where: \.showsResource) }
}
