public import Catalogue
public import Values
import XML

/// What an item shows: the content of its resource, as a format's reader understands it.
public struct ItemContent: Sendable {
  public var kind: ActivityKind
  public var title: LocalizedText
  public var launch: Launch?
  public var details: [Detail]

  /// - Parameter title: what the content calls itself; stands in where its item has no title.
  public init(
    _ kind: ActivityKind, title: LocalizedText = LocalizedText([]), launch: Launch? = nil,
    details: [Detail] = []
  ) {
    self.kind = kind
    self.title = title
    self.launch = launch
    self.details = details
  }
}

/// Turns the items of an IMS manifest into activities. What the resources are, the reader of the format says; what is
/// found accumulates here.
public struct ItemTree {
  public let package: RecognisedPackage
  public let manifest: PackageManifest
  public let resolver: PathResolver
  public var findings: Findings
  public var supplied = SuppliedFiles()
  private var keys = ActivityKeys()
  private var room: DetailRoom
  private var activityCount = 0
  /// The identifiers of the resources that items show.
  public private(set) var shown: Set<String> = []

  /// How a reader says what an item's resource is.
  public typealias Understanding = (inout ItemTree, PackageManifest.Resource, PackageManifest.Item) throws ->
    ItemContent

  /// Reads the manifest's own parts.
  public init(_ package: RecognisedPackage) {
    self.package = package
    var findings = package.findings
    manifest = PackageManifest(package.manifest.root, findings: &findings, limits: package.limits)
    self.findings = findings
    resolver = PathResolver(contents: package.contents)
    room = DetailRoom(package.limits)
  }

  /// The activities of items, each with those within. Throws what `understand` throws.
  public mutating func activities(
    of items: [PackageManifest.Item], _ understand: Understanding
  ) rethrows -> [ActivityNode] {
    var nodes: [ActivityNode] = []
    for item in items { nodes.append(try activity(of: item, understand)) }
    return nodes
  }

  private mutating func activity(
    of item: PackageManifest.Item, _ understand: Understanding
  ) rethrows -> ActivityNode {
    activityCount += 1
    let key = key(of: item)
    let content = try content(of: item, understand)
    let children = try activities(of: item.children, understand)
    let metadata = item.element.child("metadata").map { [Detail($0)] } ?? []
    return ActivityNode(
      key: key, publisherIdentifier: item.identifier, kind: content?.kind ?? .group,
      title: title(of: item, content, key: key), launch: content?.launch, isVisible: item.isVisible,
      details: room.keep((content?.details ?? []) + metadata), children: children)
  }

  private mutating func content(
    of item: PackageManifest.Item, _ understand: Understanding
  ) rethrows -> ItemContent? {
    guard let reference = item.identifierReference else { return nil }
    guard let resource = manifest.resource(reference) else {
      findings.report(
        .itemDanglingResource, "there is no resource “\(excerpt(reference))”", at: item.element,
        attribute: "identifierref", text: reference)
      return nil
    }
    shown.insert(resource.identifier)
    return try understand(&self, resource, item)
  }

  private mutating func key(of item: PackageManifest.Item) -> String {
    let (key, isRepeated) = keys.key(for: item.identifier)
    if item.identifier.isEmpty {
      findings.report(.itemWithoutIdentifier, "this item has no identifier", at: item.element)
    } else if isRepeated {
      findings.report(
        .itemDuplicate, "the identifier “\(excerpt(item.identifier))” stands on an earlier item too",
        at: item.element, attribute: "identifier", text: item.identifier)
    }
    return key
  }

  private mutating func title(
    of item: PackageManifest.Item, _ content: ItemContent?, key: String
  ) -> LocalizedText {
    if !item.title.isEmpty {
      findings.reportLeftover(item.title, at: item.element)
      return LocalizedText(item.title)
    }
    if let content, !content.title.isEmpty { return content.title }
    findings.report(.itemUntitled, "this item has no title", at: item.element)
    return LocalizedText(item.identifier.isEmpty ? key : item.identifier)
  }

  /// An activity for a resource that no item shows. Items beyond what is accepted the manifest's reader refuses.
  public mutating func looseActivity(
    _ resource: PackageManifest.Resource, _ content: ItemContent
  ) -> ActivityNode {
    shown.insert(resource.identifier)
    activityCount += 1
    if activityCount == package.limits.activities + 1 {
      findings.report(
        .limitExceeded, "the package has more than \(package.limits.activities) activities",
        at: resource.element)
    }
    let (key, _) = keys.key(for: resource.identifier)
    let name = resource.href ?? resource.identifier
    return ActivityNode(
      key: key, publisherIdentifier: resource.identifier, kind: content.kind,
      title: content.title.isEmpty ? LocalizedText(name.isEmpty ? key : name) : content.title,
      launch: content.launch, details: room.keep(content.details))
  }

  // MARK: Files

  /// What a resource launches: its href, else its first file; nil where it is nothing, which is reported.
  public mutating func target(
    of resource: PackageManifest.Resource, parameters: String = ""
  ) -> Launch.Target? {
    let written = resource.href ?? resource.files.first?.attribute("href")
    let element = resource.href == nil ? resource.files.first ?? resource.element : resource.element
    guard let written else {
      findings.report(.resourceEmpty, "this resource has neither href nor file", at: resource.element)
      return nil
    }
    let reference = resolver.resolve(written, bases: resource.bases)
    findings.reportLaunch(reference, written: written, at: element, attribute: "href")
    if case .missing(let name, _) = reference {
      supplied.lackLaunchFile(name, at: element, attribute: "href")
    }
    return reference.target?.adding(parameters: parameters)
  }

  /// Looks for every file that the manifest lists.
  public mutating func lookForListedFiles() {
    for resource in manifest.resources {
      if let href = resource.href { lookFor(href, resource.bases, at: resource.element) }
      for file in resource.files {
        if let href = file.attribute("href") { lookFor(href, resource.bases, at: file) }
      }
    }
  }

  private mutating func lookFor(_ href: String, _ bases: [String], at element: XMLElement) {
    let reference = resolver.resolve(href, bases: bases)
    findings.reportListed(reference, written: href, at: element, attribute: "href")
    if case .missing(let name, _) = reference {
      supplied.lackListedFile(name, at: element, attribute: "href")
    }
  }

  // MARK: The course

  /// What the package amounts to: these activities, under its title, with its metadata record.
  public mutating func reading(_ activities: [ActivityNode]) -> PackageReading {
    room.report(to: &findings, at: manifest.element)
    let metadata = LearningObjectMetadata(in: manifest.metadata)
    let structure = CourseStructure(
      format: package.format, publisherIdentifier: manifest.identifier,
      title: findings.courseTitle(
        metadata, of: manifest, activities, named: package.manifest.sourceName),
      description: metadata.description, languages: metadata.languages, objectives: [],
      activities: activities, details: manifest.metadata.map { [Detail($0)] } ?? [])
    return PackageReading(of: package, structure: structure, findings: findings, supplied: supplied)
  }
}

extension ActivityNode {
  /// Whether the activity, or one within, is more than a heading.
  public var holdsContent: Bool { kind != .group || children.contains(where: \.holdsContent) }
}
