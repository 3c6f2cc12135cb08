internal import Catalogue
internal import ContentPackaging
internal import People
internal import Values
internal import XML

/// Reads `Schemas/xsd/standard-edition.xsd`. All mistakes are told at once, each with its place.
public enum StandardEditionReader {
  /// Reads a document.
  ///
  /// - Parameter file: the name by which findings tell the file.
  public static func read(_ bytes: [UInt8], file: String) -> StandardEditionReading {
    var reading = DocumentReading(.standardEdition, file: file)
    let document = reading.root(of: bytes).flatMap { edition($0, &reading) }
    return StandardEditionReading(
      edition: reading.findings.refuse ? nil : document, findings: reading.findings.list)
  }

  private static func edition(_ root: XMLElement, _ reading: inout DocumentReading)
    -> StandardEditionDocument?
  {
    reading.refuseUnknown(
      root, attributes: ["code", "framework", "year", "state"], children: ["title", "depth", "item"])
    let code: StandardEditionCode? = reading.code("code", of: root)
    let framework = reading.value("framework", of: root, expected: "a name") { $0.isEmpty ? nil : $0 }
    let year = reading.value("year", of: root, expected: "a year from 1900 to 9999", year)
    let state: StandardEdition.State? = reading.choice("state", of: root)
    let titles = reading.wordings("title", of: root)
    let depths = depths(of: root, &reading)
    let items = items(of: root, &reading)
    guard let code, let framework, let year, let state else { return nil }
    return StandardEditionDocument(
      code: code, framework: framework, year: year, state: state, titles: titles, items: items,
      depths: depths)
  }

  private static func depths(of root: XMLElement, _ reading: inout DocumentReading) -> [StandardDepth] {
    var depths: [StandardDepth] = []
    for element in root.children("depth") {
      reading.refuseUnknown(element, attributes: ["code"], children: ["title"])
      let code: StandardDepthCode? = reading.code("code", of: element)
      let titles = reading.wordings("title", of: element)
      guard let code else { continue }
      if depths.contains(where: { $0.code == code }) {
        reading.findings.report(
          .editionDepthRepeated, "depth \(code) stands here already", at: element, attribute: "code",
          text: code.text)
      } else {
        depths.append(StandardDepth(code: code, titles: titles))
      }
    }
    return depths
  }

  private static func items(of root: XMLElement, _ reading: inout DocumentReading) -> [StandardItem] {
    var items: [StandardItem] = []
    var places: [StandardItemCode: Place] = [:]
    for element in root.children("item") {
      guard let item = item(element, &reading) else { continue }
      if let first = places[item.code] {
        reading.findings.report(
          .editionItemRepeated, "item \(item.code) stands at \(first) already", at: element,
          attribute: "code", text: item.code.text)
      } else {
        places[item.code] = element.place
        items.append(item)
      }
    }
    return items
  }

  private static func item(_ element: XMLElement, _ reading: inout DocumentReading) -> StandardItem? {
    reading.refuseUnknown(element, attributes: ["code", "level", "kind"], children: ["title"])
    let code: StandardItemCode? = reading.code("code", of: element)
    let level: RoleLevel? = reading.choice("level", of: element)
    let kind: RequirementKind? = reading.choice("kind", of: element)
    let titles = reading.wordings("title", of: element)
    guard let code, let level, let kind else { return nil }
    return StandardItem(code: code, level: level, kind: kind, titles: titles)
  }

  /// Four ASCII digits from 1900 on.
  private static func year(_ text: String) -> Int? {
    let octets = text.utf8
    guard octets.count == 4, octets.allSatisfy({ (0x30...0x39).contains($0) }), let year = Int(text) else {
      return nil
    }
    return year >= 1900 ? year : nil
  }
}

extension DocumentFormat {
  static let standardEdition = DocumentFormat(
    root: "standard-edition", namespace: RegistrarNamespace.standardEdition)
}
