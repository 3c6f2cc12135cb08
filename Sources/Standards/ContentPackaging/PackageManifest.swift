public import XML

/// An IMS manifest (Content Packaging 1.1), read leniently: what SCORM, Common Cartridge and QTI share.
///
/// Elements count whatever their prefix, if they are in the root's namespace, in one of Content Packaging, or in none.
public struct PackageManifest: Sendable {
  /// The root element.
  public let element: XMLElement
  /// `manifest@identifier`; empty where it is absent.
  public let identifier: String
  /// The manifest's own metadata element.
  public let metadata: XMLElement?
  /// The organizations, in order.
  public let organizations: [Organization]
  /// The organization that `organizations@default` names, else the first; nil where there is none.
  public let defaultOrganization: Organization?
  /// The resources, in order.
  public let resources: [Resource]
  private let resourcePositions: [String: Int]

  /// One organization: a tree of items.
  public struct Organization: Sendable {
    /// The element.
    public let element: XMLElement
    /// `organization@identifier`; empty where it is absent.
    public let identifier: String
    /// The title; empty where it is absent.
    public let title: String
    /// The items at the top.
    public let items: [Item]
  }

  /// One item of an organization.
  public struct Item: Sendable {
    /// The element.
    public let element: XMLElement
    /// `item@identifier`; empty where it is absent.
    public let identifier: String
    /// `item@identifierref`; nil where it is absent or empty.
    public let identifierReference: String?
    /// `item@isvisible`, true unless it says otherwise.
    public let isVisible: Bool
    /// `item@parameters`; empty where it is absent.
    public let parameters: String
    /// The title; empty where it is absent.
    public let title: String
    /// The items within.
    public let children: [Item]
  }

  /// One resource.
  public struct Resource: Sendable {
    /// The element.
    public let element: XMLElement
    /// `resource@identifier`; empty where it is absent.
    public let identifier: String
    /// `resource@href` as written; nil where it is absent or empty.
    public let href: String?
    /// The values of `xml:base` on the manifest, the resources and this resource, outermost first.
    public let bases: [String]
    /// The `file` elements.
    public let files: [XMLElement]
    /// The identifiers of the resources that this one depends on.
    public let dependencies: [XMLElement]
  }

  /// The resource of an identifier: the first, where several have it.
  public func resource(_ identifier: String) -> Resource? {
    resourcePositions[identifier].map { resources[$0] }
  }

  /// Reads the manifest and reports what is wrong with it. The tree is at most as deep as the XML limits allow.
  public init(_ root: XMLElement, findings: inout Findings, limits: PackageLimits = .standard) {
    element = root
    identifier = plain(root.attribute("identifier"))
    if identifier.isEmpty { findings.report(.identifierMissing, "the manifest has no identifier", at: root) }
    metadata = root.packagingChild("metadata")
    let group = root.packagingChild("organizations")
    organizations = (group?.packagingChildren("organization") ?? []).map(Organization.init)
    defaultOrganization = PackageManifest.chooseDefault(
      plain(group?.attribute("default")), among: organizations, group: group, findings: &findings)
    resources = PackageManifest.readResources(root)
    resourcePositions = PackageManifest.index(resources, findings: &findings)
    reportNested(&findings)
    reportDangling(&findings)
    reportExcess(&findings, limits)
  }

  private static func chooseDefault(
    _ wanted: String, among organizations: [Organization], group: XMLElement?, findings: inout Findings
  ) -> Organization? {
    if organizations.count > 1 {
      findings.report(.organizationsSeveral, "there are \(organizations.count) organizations", at: group)
    }
    guard !wanted.isEmpty, let first = organizations.first else { return organizations.first }
    if let named = organizations.first(where: { $0.identifier.utf8.elementsEqual(wanted.utf8) }) {
      return named
    }
    findings.report(
      .organizationDefaultDangling, "there is no organization “\(excerpt(wanted))”; the first one was taken",
      at: group, attribute: "default", text: wanted)
    return first
  }

  private static func readResources(_ root: XMLElement) -> [Resource] {
    guard let group = root.packagingChild("resources") else { return [] }
    let outer = [root, group].compactMap(\.base)
    return group.packagingChildren("resource").map { Resource($0, outerBases: outer) }
  }

  private static func index(_ resources: [Resource], findings: inout Findings) -> [String: Int] {
    var positions: [String: Int] = [:]
    for (position, resource) in resources.enumerated() {
      guard let earlier = positions[resource.identifier] else {
        positions[resource.identifier] = position
        continue
      }
      findings.report(
        .resourceDuplicate,
        "resource “\(excerpt(resource.identifier))” is already at \(resources[earlier].element.place)",
        at: resource.element, attribute: "identifier", text: resource.identifier)
    }
    return positions
  }

  private func reportNested(_ findings: inout Findings) {
    for nested in element.packagingChildren("manifest") {
      findings.report(.submanifest, "a manifest within the manifest was not read", at: nested)
    }
  }

  private func reportDangling(_ findings: inout Findings) {
    for dependency in resources.flatMap(\.dependencies) {
      let wanted = plain(dependency.attribute("identifierref"))
      guard resourcePositions[wanted] == nil else { continue }
      findings.report(
        .dependencyDangling, "there is no resource “\(excerpt(wanted))”", at: dependency,
        attribute: "identifierref", text: wanted)
    }
  }

  private func reportExcess(_ findings: inout Findings, _ limits: PackageLimits) {
    let files = resources.reduce(0) { $0 + $1.files.count }
    if files > limits.listedFiles {
      findings.report(
        .limitExceeded, "the manifest lists \(files) files; \(limits.listedFiles) are accepted", at: element)
    }
    let items = organizations.reduce(0) { $0 + $1.element.subtree.count { $0.isNamed("item") } }
    if items > limits.activities {
      findings.report(
        .limitExceeded, "the manifest has \(items) items; \(limits.activities) are accepted", at: element)
    }
  }
}

extension PackageManifest.Organization {
  init(_ element: XMLElement) {
    self.element = element
    identifier = plain(element.attribute("identifier"))
    title = collapsed(element.packagingChild("title")?.text ?? "")
    items = element.packagingChildren("item").map(PackageManifest.Item.init)
  }
}

extension PackageManifest.Item {
  init(_ element: XMLElement) {
    self.element = element
    identifier = plain(element.attribute("identifier"))
    let reference = plain(element.attribute("identifierref"))
    identifierReference = reference.isEmpty ? nil : reference
    isVisible = !["false", "0"].contains(lowercased(trimmed(element.attribute("isvisible") ?? "")))
    parameters = plain(element.attribute("parameters"))
    title = collapsed(element.packagingChild("title")?.text ?? "")
    children = element.packagingChildren("item").map(PackageManifest.Item.init)
  }
}

extension PackageManifest.Resource {
  init(_ element: XMLElement, outerBases: [String]) {
    self.element = element
    identifier = plain(element.attribute("identifier"))
    let written = plain(element.attribute("href"))
    href = written.isEmpty ? nil : written
    bases = outerBases + [element.base].compactMap { $0 }
    files = element.packagingChildren("file")
    dependencies = element.packagingChildren("dependency")
  }
}

extension XMLElement {
  /// The children of a local name that belong to Content Packaging.
  public func packagingChildren(_ localName: String) -> [XMLElement] {
    children(localName).filter { isInSameVocabulary($0) }
  }

  /// The first child of a local name that belongs to Content Packaging.
  public func packagingChild(_ localName: String) -> XMLElement? {
    children(localName).first { isInSameVocabulary($0) }
  }

  private func isInSameVocabulary(_ child: XMLElement) -> Bool {
    child.namespace.isEmpty || child.namespace.utf8.elementsEqual(namespace.utf8)
      || RootRecognition.isPackagingFamily(child.namespace)
  }

  /// `xml:base`; nil where it is absent or empty.
  var base: String? {
    let written = plain(attribute("base", in: "http://www.w3.org/XML/1998/namespace"))
    return written.isEmpty ? nil : written
  }
}

/// An attribute's value without white space around it; empty for none.
private func plain(_ value: String?) -> String {
  String(decoding: trimmed(value ?? ""), as: UTF8.self)
}
