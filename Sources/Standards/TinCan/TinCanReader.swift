import Catalogue
public import ContentPackaging
import Values
import XML

/// Reads Tin Can packages (`tincan.xml`), which came before cmi5.
///
/// 1. Elements count by local name, in whatever namespace.
/// 2. Every activity that has a launch is one to launch, in the order of the file. It reports to a record store, and is
///    done when it is completed or passed.
/// 3. Of the others, those that statements will speak of as questions (`cmi.interaction`) and the like are kept as details of
///    the course; modules and lessons become headings within the one activity that is launched, or beside several.
/// 4. The first activity with a launch names the course.
public enum TinCanReader {
  /// Reads a package that was recognised as Tin Can. Cost grows with the size of the file.
  public static func read(_ package: RecognisedPackage) -> PackageReading {
    var course = TinCanReading(package)
    let structure = course.readStructure()
    return PackageReading(
      of: package, structure: structure, findings: course.findings, supplied: course.supplied)
  }
}

/// One reading of one file: what is found accumulates here.
struct TinCanReading {
  static let namespace = "http://projecttincan.com/tincan.xsd"

  let package: RecognisedPackage
  let resolver: PathResolver
  var findings: Findings
  var supplied = SuppliedFiles()
  private var keys = ActivityKeys()
  private var seen: Set<String> = []

  init(_ package: RecognisedPackage) {
    self.package = package
    findings = package.findings
    resolver = PathResolver(contents: package.contents)
  }

  mutating func readStructure() -> CourseStructure {
    let root = package.manifest.root
    if !root.namespace.utf8.elementsEqual(TinCanReading.namespace.utf8) {
      findings.report(.tinCanNamespace, "the namespace is “\(excerpt(root.namespace))”", at: root)
    }
    let elements = root.child("activities").map { Array($0.children("activity")) } ?? []
    reportExcess(elements)
    let launched = elements.filter { $0.child("launch") != nil }
    let described = elements.filter { $0.child("launch") == nil }
    let headings = described.filter(isHeading).map { readActivity($0) }
    let units = launched.map { readActivity($0, children: launched.count == 1 ? headings : []) }
    supplied.report(to: &findings, kind: package.contents.kind, limits: package.limits)
    if launched.isEmpty {
      findings.report(
        .tinCanNothingToLaunch, "no activity has a launch", at: root.child("activities") ?? root)
    }
    let course = units.first ?? headings.first
    return CourseStructure(
      format: .tincan, publisherIdentifier: course?.publisherIdentifier ?? "",
      title: course?.title ?? LocalizedText(package.manifest.sourceName),
      description: course?.description ?? LocalizedText([]),
      languages: languages(of: launched.first), objectives: [],
      activities: launched.count == 1 ? units : units + headings,
      details: described.filter { !isHeading($0) }.map { Detail($0) })
  }

  private mutating func readActivity(_ element: XMLElement, children: [ActivityNode] = []) -> ActivityNode {
    let identifier = readIdentifier(of: element)
    let (key, _) = keys.key(for: identifier)
    var title = element.localizedText(of: "name")
    if title.isEmpty {
      findings.report(.tinCanUntitled, "this activity has no name", at: element)
      title = LocalizedText(identifier.isEmpty ? key : identifier)
    } else if isTemplateLeftover(title.text()) {
      findings.report(.templateLeftover, "“\(title.text())” still holds a placeholder", at: element)
    }
    return ActivityNode(
      key: key, publisherIdentifier: identifier, title: title,
      description: element.localizedText(of: "description"), launch: readLaunch(element),
      details: extensions(of: element), children: children)
  }

  private mutating func readIdentifier(of element: XMLElement) -> String {
    let identifier = collapsed(element.attribute("id") ?? "")
    if URIReference(identifier).scheme == nil || isTemplateLeftover(identifier) {
      findings.report(
        .tinCanIdentifier,
        identifier.isEmpty ? "this activity has no id" : "the id “\(excerpt(identifier))” is no absolute IRI",
        at: element, attribute: "id", text: identifier.isEmpty ? nil : identifier)
    }
    if !identifier.isEmpty, !seen.insert(identifier).inserted {
      findings.report(
        .tinCanDuplicate, "the id “\(excerpt(identifier))” stands on an earlier activity too", at: element,
        attribute: "id", text: identifier)
    }
    if collapsed(element.attribute("type") ?? "").isEmpty {
      findings.report(.tinCanType, "this activity has no type", at: element)
    }
    return identifier
  }

  private mutating func readLaunch(_ activity: XMLElement) -> Launch? {
    let launches = Array(activity.children("launch"))
    guard let element = launches.first else { return nil }
    if launches.count > 1 {
      findings.report(
        .tinCanSeveralLaunches, "this activity has \(launches.count) launch elements", at: activity)
    }
    guard let target = target(of: element) else { return nil }
    let type = collapsed(activity.attribute("type") ?? "")
    return Launch(target: target, moveOn: .completedOrPassed, activityType: type.isEmpty ? nil : type)
  }

  private mutating func target(of element: XMLElement) -> Launch.Target? {
    let written = element.text
    let reference = resolver.resolve(written)
    findings.reportLaunch(reference, written: written, at: element)
    switch reference {
    case .missing(let name, _): supplied.lackLaunchFile(name, at: element)
    case .empty: findings.report(.tinCanNothingToLaunch, "the launch is empty", at: element)
    case .file, .external, .refused: break
    }
    return reference.target
  }

  /// What an activity says beside its name, description and first launch.
  private func extensions(of element: XMLElement) -> [Detail] {
    var isFirstLaunch = true
    return element.children.compactMap { child in
      if child.isNamed("name") || child.isNamed("description") { return nil }
      if child.isNamed("launch"), isFirstLaunch {
        isFirstLaunch = false
        return nil
      }
      return Detail(child)
    }
  }

  /// Whether an activity that is not launched stands for a part of the course, and for no question or objective.
  private func isHeading(_ element: XMLElement) -> Bool {
    let type = collapsed(element.attribute("type") ?? "").lowercased()
    let last = type.utf8.split { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "#") }.last
    return ["course", "module", "lesson", "assessment", "unit", "chapter"].contains { name in
      last?.elementsEqual(name.utf8) == true
    }
  }

  private func languages(of activity: XMLElement?) -> [LanguageTag] {
    let launch = activity?.child("launch").map { [$0] } ?? []
    let tags = launch.compactMap { LanguageTag(collapsed($0.attribute("lang") ?? "")) }
    return tags.filter { $0 != .undetermined }
  }

  private mutating func reportExcess(_ elements: [XMLElement]) {
    guard elements.count > package.limits.activities else { return }
    findings.report(
      .limitExceeded, "the file has more than \(package.limits.activities) activities",
      at: elements[package.limits.activities])
  }
}
