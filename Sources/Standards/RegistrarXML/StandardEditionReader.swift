import Catalogue
import ContentPackaging
import People
import Values
import XML

/// Reads `Schemas/xsd/standard-edition.xsd`. All mistakes are told at once, each with its place.
public enum StandardEditionReader {
  /// Reads a document.
  ///
  /// - Parameter file: the name by which findings tell the file.
  public static func read(_ bytes: [UInt8], file: String) -> StandardEditionReading {
    var findings = Findings(file: file)
    let edition = read(bytes, file: file, &findings)
    return StandardEditionReading(edition: findings.refuse ? nil : edition, findings: findings.list)
  }

  private static func read(
    _ bytes: [UInt8], file: String, _ findings: inout Findings
  ) -> StandardEditionDocument? {
    let root: XMLElement
    do {
      root = try XMLDocument(bytes: bytes, source: file).root
    } catch {
      findings.report(.editionUnreadable, error.message, place: error.place)
      return nil
    }
    guard root.isNamed("standard-edition"), root.namespace == RegistrarNamespace.standardEdition else {
      findings.report(.editionRoot, "the root element is \(root.localName)", at: root)
      return nil
    }
    return edition(root, &findings)
  }

  private static func edition(_ root: XMLElement, _ findings: inout Findings) -> StandardEditionDocument? {
    refuseUnknown(
      root, attributes: ["code", "framework", "year", "state"], children: ["title", "item"], &findings)
    let code = value("code", of: root, expected: "a code", &findings) { StandardEditionCode($0) }
    let framework = value("framework", of: root, expected: "a name", &findings) { $0.isEmpty ? nil : $0 }
    let year = value("year", of: root, expected: "a year from 1900 to 9999", &findings, year)
    let state = value("state", of: root, expected: names(StandardEdition.State.self), &findings) {
      StandardEdition.State(rawValue: $0)
    }
    let titles = titles(of: root, &findings)
    let items = items(of: root, &findings)
    guard let code, let framework, let year, let state else { return nil }
    return StandardEditionDocument(
      code: code, framework: framework, year: year, state: state, titles: titles, items: items)
  }

  private static func items(of root: XMLElement, _ findings: inout Findings) -> [StandardItem] {
    var items: [StandardItem] = []
    var places: [StandardItemCode: Place] = [:]
    for element in root.children("item") {
      guard let item = item(element, &findings) else { continue }
      if let first = places[item.code] {
        findings.report(
          .editionItemRepeated, "item \(item.code) stands at \(first) already", at: element,
          attribute: "code",
          text: item.code.text)
      } else {
        places[item.code] = element.place
        items.append(item)
      }
    }
    return items
  }

  private static func item(_ element: XMLElement, _ findings: inout Findings) -> StandardItem? {
    refuseUnknown(element, attributes: ["code", "level", "kind"], children: ["title"], &findings)
    let code = value("code", of: element, expected: "a code", &findings) { StandardItemCode($0) }
    let level = value("level", of: element, expected: names(RoleLevel.self), &findings) {
      RoleLevel(rawValue: $0)
    }
    let kind = value("kind", of: element, expected: names(RequirementKind.self), &findings) {
      RequirementKind(rawValue: $0)
    }
    let titles = titles(of: element, &findings)
    guard let code, let level, let kind else { return nil }
    return StandardItem(code: code, level: level, kind: kind, titles: titles)
  }

  /// The titles by `xml:lang`; a title without one is in a language that nobody named.
  private static func titles(of element: XMLElement, _ findings: inout Findings) -> LocalizedText {
    var variants: [LocalizedText.Variant] = []
    for title in element.children("title") {
      refuseUnknown(title, attributes: [], children: [], &findings)
      let written = title.attribute("lang", in: xmlNamespace)
      guard let language = written.map({ LanguageTag($0) }) ?? .undetermined else {
        findings.report(
          .editionAttributeUnusable, "xml:lang is a language tag", at: title, attribute: "lang",
          in: xmlNamespace,
          text: written)
        continue
      }
      if variants.contains(where: { $0.language == language }) {
        findings.report(.editionTitleRepeated, "a title in \(language) stands here already", at: title)
      }
      let text = collapsed(title.text)
      if !text.isEmpty { variants.append(LocalizedText.Variant(language: language, text: text)) }
    }
    if variants.isEmpty {
      findings.report(.editionTitleMissing, "\(element.localName) has no title", at: element)
    }
    return LocalizedText(variants)
  }

  /// An attribute's value; nil, with a finding, where it is absent or not usable.
  private static func value<Value>(
    _ name: String, of element: XMLElement, expected: String, _ findings: inout Findings,
    _ read: (String) -> Value?
  ) -> Value? {
    guard let text = element.attribute(name) else {
      findings.report(.editionAttributeMissing, "\(element.localName) has no \(name)", at: element)
      return nil
    }
    guard let value = read(text) else {
      findings.report(
        .editionAttributeUnusable, "\(name) is \(expected)", at: element, attribute: name, text: text)
      return nil
    }
    return value
  }

  private static func refuseUnknown(
    _ element: XMLElement, attributes: Set<String>, children: Set<String>, _ findings: inout Findings
  ) {
    for attribute in element.attributes where attribute.namespace.isEmpty {
      guard !attributes.contains(attribute.localName) else { continue }
      findings.report(
        .editionUnknown, "\(element.localName) has no attribute \(attribute.localName)", at: element,
        attribute: attribute.localName)
    }
    for child in element.children {
      let isKnown =
        child.namespace == RegistrarNamespace.standardEdition && children.contains(child.localName)
      if !isKnown {
        findings.report(.editionUnknown, "\(element.localName) holds no \(child.localName)", at: child)
      }
    }
  }

  /// Four ASCII digits from 1900 on.
  private static func year(_ text: String) -> Int? {
    let octets = text.utf8
    guard octets.count == 4, octets.allSatisfy({ (0x30...0x39).contains($0) }), let year = Int(text) else {
      return nil
    }
    return year >= 1900 ? year : nil
  }

  private static func names<Value: CaseIterable & RawRepresentable<String>>(_ type: Value.Type) -> String {
    "one of " + type.allCases.map(\.rawValue).joined(separator: ", ")
  }
}

/// The namespace that the prefix `xml` always stands for (Namespaces in XML §3).
private let xmlNamespace = "http://www.w3.org/XML/1998/namespace"
