import ContentPackaging
import XML

/// What an element of a course structure may hold: children in their order, and attributes (cmi5 §13.2).
struct Vocabulary {
  /// Names of children by their place in the order; those of one place may stand in any order.
  let order: [[String]]
  /// Children that may stand more than once.
  var repeatable: Set<String> = []
  var attributes: Set<String> = []

  static let courseStructure = Vocabulary(
    order: [["course"], ["objectives"], ["au", "block"]], repeatable: ["au", "block"])
  static let course = Vocabulary(order: [["title"], ["description"]], attributes: ["id"])
  static let objectives = Vocabulary(order: [["objective"]], repeatable: ["objective"])
  static let objective = Vocabulary(order: [["title", "description"]], attributes: ["id", "idref"])
  static let block = Vocabulary(
    order: [["title"], ["description"], ["objectives"], ["au", "block"]], repeatable: ["au", "block"],
    attributes: ["id"])
  static let unit = Vocabulary(
    order: [["title"], ["description"], ["objectives"], ["url"], ["launchParameters"], ["entitlementKey"]],
    attributes: ["id", "moveOn", "masteryScore", "launchMethod", "activityType", "authenticationMethod"])
  static let text = Vocabulary(order: [["langstring"]], repeatable: ["langstring"])

  /// The place of a child in the order; nil where it may not stand at all.
  func rank(of name: String) -> Int? {
    order.firstIndex { $0.contains(name) }
  }
}

/// The children of one element that cmi5 defines.
struct Parts {
  let elements: [XMLElement]
  /// Elements that stand for an attribute.
  let strays: [XMLElement]

  func first(_ name: String) -> XMLElement? {
    elements.first { $0.isNamed(name) }
  }

  func all(_ name: String) -> [XMLElement] {
    elements.filter { $0.isNamed(name) }
  }

  /// The value of an attribute of the element, or of the element that wrongly stands for it.
  func attribute(_ name: String, of element: XMLElement) -> String? {
    element.attribute(name) ?? strays.first { $0.isNamed(name) }.map { collapsed($0.text) }
  }
}

extension CourseStructureReading {
  /// Sorts out an element's children and attributes, and reports those that are out of order, repeated or unknown.
  /// What is in another namespace is an extension and is passed over.
  mutating func readParts(of element: XMLElement, _ vocabulary: Vocabulary) -> Parts {
    var elements: [XMLElement] = []
    var strays: [XMLElement] = []
    var rank = 0
    var seen: Set<String> = []
    for child in element.children where isOurs(child) {
      let name = child.localName
      guard let childRank = vocabulary.rank(of: name) else {
        reportStray(child, vocabulary)
        strays.append(child)
        continue
      }
      let isRepeated = !seen.insert(name).inserted && !vocabulary.repeatable.contains(name)
      if childRank < rank || isRepeated {
        findings.report(
          .elementOrder, isRepeated ? "“\(name)” stands here twice" : "“\(name)” stands too late", at: child)
      }
      rank = max(rank, childRank)
      elements.append(child)
    }
    reportUnknownAttributes(of: element, vocabulary)
    return Parts(elements: elements, strays: strays)
  }

  /// Whether an element is in the cmi5 namespace, or in none, where no extension may be.
  private func isOurs(_ element: XMLElement) -> Bool {
    element.namespace.isEmpty || element.namespace.utf8.elementsEqual(package.manifest.root.namespace.utf8)
  }

  private mutating func reportStray(_ element: XMLElement, _ vocabulary: Vocabulary) {
    if vocabulary.attributes.contains(element.localName) {
      findings.report(
        .attributeAsElement, "“\(element.localName)” is an attribute, not an element", at: element)
    } else {
      findings.report(
        .elementUnknown, "“\(element.localName)” is not an element of cmi5 here", at: element)
    }
  }

  private mutating func reportUnknownAttributes(of element: XMLElement, _ vocabulary: Vocabulary) {
    for attribute in element.attributes
    where attribute.namespace.isEmpty && !vocabulary.attributes.contains(attribute.localName) {
      findings.report(
        .attributeUnknown, "“\(attribute.localName)” is not an attribute of cmi5 here", at: element,
        attribute: attribute.localName)
    }
  }
}
