import Catalogue
public import ContentPackaging
import Values
import XML

/// Reads SCORM 1.2 and SCORM 2004 (2nd to 4th edition) packages into the neutral course structure.
///
/// Tolerant where nothing is at stake, strict where a guess would change who passes or what is launched. SCORM 2004's
/// sequencing rules are not carried out; the original manifest is kept for a reader that does.
public enum SCORMReader {
  /// Reads a package that was recognised as SCORM. Cost grows with the size of the manifest and the number of files.
  public static func read(_ package: RecognisedPackage) -> PackageReading {
    var course = CourseReading(package)
    let structure = course.readStructure()
    return PackageReading(
      of: package, structure: structure, findings: course.findings, supplied: course.supplied)
  }
}

/// One reading of one package: what is found accumulates here.
struct CourseReading {
  let package: RecognisedPackage
  let manifest: PackageManifest
  var findings: Findings
  var supplied = SuppliedFiles()
  var keys = ActivityKeys()
  /// How each resource is launched, so that it is resolved and reported once.
  var resolved: [String: ResolvedResource] = [:]
  let resolver: PathResolver
  private var objectives: [String] = []
  private var seenObjectives: Set<String> = []
  private let sequencings: SequencingCollection
  private var room: DetailRoom

  init(_ package: RecognisedPackage) {
    self.package = package
    findings = package.findings
    manifest = PackageManifest(package.manifest.root, findings: &findings, limits: package.limits)
    resolver = PathResolver(contents: package.contents)
    sequencings = SequencingCollection(package.manifest.root)
    room = DetailRoom(package.limits)
  }

  mutating func readStructure() -> CourseStructure {
    reportSchemaVersion()
    reportDefaultMissing()
    let organization = manifest.defaultOrganization
    let metadata = courseMetadata(organization)
    let activities = readActivities(organization)
    let details = courseDetails(organization)
    room.report(to: &findings, at: manifest.element)
    lookForListedFiles()
    supplied.report(to: &findings, kind: package.contents.kind, limits: package.limits)
    if !activities.contains(where: isLaunchableAnywhere) && !findings.refuse {
      findings.report(.nothingToLaunch, "no item has content", at: organization?.element ?? manifest.element)
    }
    return CourseStructure(
      format: package.format, publisherIdentifier: manifest.identifier,
      title: findings.courseTitle(metadata, of: manifest, activities, named: package.manifest.sourceName),
      description: metadata.description, languages: metadata.languages,
      objectives: objectives.map {
        Objective(identifier: $0, title: LocalizedText([]), description: LocalizedText([]))
      },
      activities: activities, details: details)
  }

  /// The manifest's metadata, the organization with its sequencing, and the resources without their lists of files.
  private mutating func courseDetails(_ organization: PackageManifest.Organization?) -> [Detail] {
    var details = manifest.metadata.map { [Detail($0)] } ?? []
    if let organization {
      let attributes = organization.element.attributes.map { Detail.Attribute($0.localName, $0.value) }
      details.append(
        Detail("organization", attributes: attributes, parts: self.details(of: organization.element)))
    }
    guard let resources = manifest.element.child("resources") else { return details }
    return details + [Detail(resources) { !$0.isNamed("file") }]
  }

  private mutating func readActivities(_ organization: PackageManifest.Organization?) -> [ActivityNode] {
    if let organization { return organization.items.map { readItem($0) } }
    findings.report(.organizationNone, "the manifest has no organization", at: manifest.element)
    let loose = manifest.resources.filter(isLaunchable)
    if loose.count > package.limits.activities {
      findings.report(
        .limitExceeded, "the package has more than \(package.limits.activities) activities",
        at: loose[package.limits.activities].element)
    }
    return loose.map { readLooseResource($0) }
  }

  // MARK: Items

  private mutating func readItem(_ item: PackageManifest.Item) -> ActivityNode {
    let key = keyForItem(item)
    // Once the room is spent the package is refused, and what more its items inherit is not looked at.
    let details = self.details(of: item.element)
    let settings = room.isSpent ? ItemSettings() : readSettings(item)
    let launch = readLaunch(item, settings)
    let children = item.children.map { readItem($0) }
    if launch != nil, !children.isEmpty {
      findings.report(.itemClusterWithContent, "this item has content and items within", at: item.element)
    }
    return ActivityNode(
      key: key, publisherIdentifier: item.identifier, title: title(of: item, key: key),
      objectives: settings.objectives, launch: launch, prerequisites: settings.prerequisites,
      isVisible: item.isVisible, details: details, children: children)
  }

  private mutating func details(of element: XMLElement) -> [Detail] {
    room.isSpent ? [] : room.keep(sequencings.details(of: element))
  }

  private mutating func keyForItem(_ item: PackageManifest.Item) -> String {
    let (key, isRepeated) = keys.key(for: item.identifier)
    if item.identifier.isEmpty {
      findings.report(.itemWithoutIdentifier, "this item has no identifier", at: item.element)
    } else if isRepeated {
      findings.report(
        .itemDuplicate, "the identifier “\(item.identifier)” stands on an earlier item too", at: item.element,
        attribute: "identifier", text: item.identifier)
    }
    return key
  }

  private mutating func title(of item: PackageManifest.Item, key: String) -> LocalizedText {
    guard item.title.isEmpty else {
      findings.reportLeftover(item.title, at: item.element)
      return LocalizedText(item.title)
    }
    findings.report(.itemUntitled, "this item has no title", at: item.element)
    return LocalizedText(item.identifier.isEmpty ? key : item.identifier)
  }

  private mutating func readSettings(_ item: PackageManifest.Item) -> ItemSettings {
    let settings: ItemSettings
    switch package.format {
    case .scorm2004: settings = ItemSettings(scorm2004: item.element, sequencings, findings: &findings)
    case .scorm12, .cmi5, .contentPackaging, .commonCartridge, .tincan, .aicc:
      settings = ItemSettings(scorm12: item.element, findings: &findings)
    }
    for objective in settings.objectives where seenObjectives.insert(objective).inserted {
      objectives.append(objective)
    }
    return settings
  }

  private mutating func readLaunch(_ item: PackageManifest.Item, _ settings: ItemSettings) -> Launch? {
    guard let reference = item.identifierReference else {
      if item.children.isEmpty { findings.report(.itemEmpty, "this item has no content", at: item.element) }
      return nil
    }
    guard let resource = manifest.resource(reference) else {
      findings.report(
        .itemDangling, "there is no resource “\(reference)”", at: item.element, attribute: "identifierref",
        text: reference)
      return nil
    }
    let launched = resolve(resource)
    guard let target = launched.target?.adding(parameters: item.parameters) else { return nil }
    return settings.launch(target, isTracked: launched.isTracked)
  }

  private mutating func readLooseResource(_ resource: PackageManifest.Resource) -> ActivityNode {
    let launched = resolve(resource)
    let (key, _) = keys.key(for: resource.identifier)
    return ActivityNode(
      key: key, publisherIdentifier: resource.identifier, title: LocalizedText(resource.identifier),
      launch: launched.target.map { ItemSettings().launch($0, isTracked: launched.isTracked) })
  }

  // MARK: The course

  private mutating func reportDefaultMissing() {
    guard let group = manifest.element.packagingChild("organizations"), !manifest.organizations.isEmpty,
      collapsed(group.attribute("default") ?? "").isEmpty
    else { return }
    findings.report(
      .organizationDefaultMissing, "no default organization is named; the first one was taken", at: group)
  }

  private mutating func reportSchemaVersion() {
    let element = manifest.metadata?.child("schemaversion")
    let stated = collapsed(element?.text ?? "")
    let expected: [String]
    switch package.format {
    case .scorm12, .cmi5, .contentPackaging, .commonCartridge, .tincan, .aicc: expected = ["1.2"]
    case .scorm2004(let edition): expected = [edition.rawValue] + (edition == .second ? ["CAM 1.3"] : [])
    }
    guard !expected.contains(stated) else { return }
    findings.report(
      .schemaVersion,
      stated.isEmpty
        ? "there is no schemaversion; the package was read as SCORM \(package.format.version)"
        : "the schemaversion is “\(stated)”; the package was read as SCORM \(package.format.version)",
      at: element ?? manifest.element, text: stated.isEmpty ? nil : stated)
  }

  private func courseMetadata(_ organization: PackageManifest.Organization?) -> LearningObjectMetadata {
    let ofManifest = LearningObjectMetadata(in: manifest.metadata)
    return ofManifest.title.isEmpty
      ? LearningObjectMetadata(in: organization?.element.child("metadata")) : ofManifest
  }

  private func isLaunchableAnywhere(_ node: ActivityNode) -> Bool {
    node.launch != nil || node.children.contains(where: isLaunchableAnywhere)
  }
}
