import Catalogue
public import ContentPackaging
import Values
import XML

/// Reads cmi5 1.0 course structures (cmi5 §13, §14) into the neutral course structure.
///
/// What the specification requires is required; extensions in other namespaces are passed over. An assignable unit's
/// key is its number in document order, from 1, so that its activity's IRI never is the publisher's (cmi5 §8.1.5).
public enum CMI5Reader {
  /// Reads a package that was recognised as cmi5. Cost grows with the size of the course structure.
  public static func read(_ package: RecognisedPackage) -> PackageReading {
    var course = CourseStructureReading(package)
    let structure = course.readStructure()
    return PackageReading(
      of: package, structure: structure, findings: course.findings, supplied: course.supplied)
  }
}

/// One reading of one course structure: what is found accumulates here.
struct CourseStructureReading {
  let package: RecognisedPackage
  let resolver: PathResolver
  var findings: Findings
  var supplied = SuppliedFiles()
  private var units = UniqueIdentifiers(kind: "assignable unit")
  private var blocks = UniqueIdentifiers(kind: "block")
  private var objectives = UniqueIdentifiers(kind: "objective")
  private var activityCount = 0

  init(_ package: RecognisedPackage) {
    self.package = package
    resolver = PathResolver(contents: package.contents)
    findings = package.findings
  }

  mutating func readStructure() -> CourseStructure {
    let root = package.manifest.root
    let parts = readParts(of: root, Vocabulary.courseStructure)
    let course = parts.first("course")
    if course == nil { reportMissing("course", in: root) }
    let courseParts = course.map { readParts(of: $0, Vocabulary.course) }
    let identifier = course.map { readIdentifier(of: $0) } ?? ""
    let title = readText("title", courseParts, in: course, otherwise: identifier)
    let description = readText("description", courseParts, in: course)
    let defined = readObjectives(parts.first("objectives"))
    let activities = readActivities(parts, in: root)
    supplied.report(to: &findings, kind: package.contents.kind, limits: package.limits)
    return CourseStructure(
      format: .cmi5, publisherIdentifier: identifier, title: title, description: description,
      languages: title.variants.map(\.language).filter { $0 != .undetermined }, objectives: defined,
      activities: activities)
  }

  // MARK: Objectives

  private mutating func readObjectives(_ group: XMLElement?) -> [Objective] {
    guard let group else { return [] }
    let found = readParts(of: group, Vocabulary.objectives).all("objective")
    if found.isEmpty { reportMissing("objective", in: group) }
    return found.map { element in
      let parts = readParts(of: element, Vocabulary.objective)
      let identifier = readIdentifier(of: element)
      objectives.insert(identifier, at: element, findings: &findings)
      return Objective(
        identifier: identifier, title: readText("title", parts, in: element, otherwise: identifier),
        description: readText("description", parts, in: element))
    }
  }

  private mutating func readObjectiveReferences(_ group: XMLElement?) -> [String] {
    guard let group else { return [] }
    let references = readParts(of: group, Vocabulary.objectives).all("objective")
    return references.compactMap { reference in
      let identifier = collapsed(reference.attribute("idref") ?? "")
      guard !identifier.isEmpty else { return nil }
      if !objectives.contains(identifier) {
        findings.report(
          .objectiveDangling, "there is no objective “\(identifier)”", at: reference, attribute: "idref",
          text: identifier)
      }
      return identifier
    }
  }

  // MARK: Activities

  private mutating func readActivities(_ parts: Parts, in element: XMLElement) -> [ActivityNode] {
    let found = parts.elements.filter { $0.isNamed("au") || $0.isNamed("block") }
    if found.isEmpty { reportMissing("au", in: element) }
    return found.map { $0.isNamed("au") ? readUnit($0) : readBlock($0) }
  }

  private mutating func readBlock(_ element: XMLElement) -> ActivityNode {
    countActivity(at: element)
    let parts = readParts(of: element, Vocabulary.block)
    let identifier = readIdentifier(of: element)
    let number = blocks.insert(identifier, at: element, findings: &findings)
    return ActivityNode(
      key: "block-\(number)", publisherIdentifier: identifier,
      title: readText("title", parts, in: element, otherwise: identifier),
      description: readText("description", parts, in: element),
      objectives: readObjectiveReferences(parts.first("objectives")),
      children: readActivities(parts, in: element))
  }

  private mutating func readUnit(_ element: XMLElement) -> ActivityNode {
    countActivity(at: element)
    let parts = readParts(of: element, Vocabulary.unit)
    let identifier = readIdentifier(of: element)
    let number = units.insert(identifier, at: element, findings: &findings)
    return ActivityNode(
      key: String(number), publisherIdentifier: identifier,
      title: readText("title", parts, in: element, otherwise: identifier),
      description: readText("description", parts, in: element),
      objectives: readObjectiveReferences(parts.first("objectives")), launch: readLaunch(element, parts))
  }

  private mutating func countActivity(at element: XMLElement) {
    activityCount += 1
    guard activityCount == package.limits.activities + 1 else { return }
    findings.report(
      .limitExceeded, "the course has more than \(package.limits.activities) blocks and assignable units",
      at: element)
  }

  // MARK: Identifiers and texts

  private mutating func readIdentifier(of element: XMLElement) -> String {
    let identifier = collapsed(element.attribute("id") ?? "")
    if !isAbsoluteIRI(identifier) {
      findings.report(
        .identifierInvalid,
        identifier.isEmpty ? "this element has no id" : "the id “\(identifier)” is no absolute IRI",
        at: element,
        attribute: "id", text: identifier.isEmpty ? nil : identifier)
    }
    return identifier
  }

  private mutating func readText(
    _ name: String, _ parts: Parts?, in element: XMLElement?, otherwise fallback: String? = nil
  ) -> LocalizedText {
    guard let element, let parts else { return LocalizedText([]) }
    guard let container = parts.first(name) else {
      reportMissing(name, in: element)
      return LocalizedText([])
    }
    let strings = readParts(of: container, Vocabulary.text).all("langstring")
    if strings.isEmpty { reportMissing("langstring", in: container) }
    for string in strings { checkLanguage(of: string) }
    let text = container.localizedText(of: "langstring")
    guard text.isEmpty, let fallback else { return text }
    return LocalizedText(fallback)
  }

  private mutating func checkLanguage(of string: XMLElement) {
    guard let stated = string.attribute("lang"), LanguageTag(collapsed(stated)) == nil else { return }
    findings.report(
      .languageInvalid, "“\(stated)” is no language tag", at: string, attribute: "lang", text: stated)
  }

  mutating func reportMissing(_ name: String, in element: XMLElement) {
    findings.report(.elementMissing, "“\(name)” is missing in “\(element.localName)”", at: element)
  }
}
