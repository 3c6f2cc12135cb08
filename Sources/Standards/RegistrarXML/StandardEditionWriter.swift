public import Catalogue
internal import People
internal import Values
internal import XML

/// Writes `Schemas/xsd/standard-edition.xsd`: read again, it says the same.
public enum StandardEditionWriter {
  public static func write(_ edition: StandardEdition) -> [UInt8] {
    var xml = XMLWriter()
    xml.element(
      "standard-edition",
      [
        "xmlns": RegistrarNamespace.standardEdition, "code": edition.code.text,
        "framework": edition.framework, "year": String(edition.year), "state": edition.state.rawValue,
      ]
    ) { xml in
      xml.wordings(edition.titles, as: "title")
      for depth in edition.depths {
        xml.element("depth", ["code": depth.code.text]) { $0.wordings(depth.titles, as: "title") }
      }
      for item in edition.items {
        xml.element(
          "item",
          ["code": item.code.text, "level": item.level.rawValue, "kind": item.kind.rawValue]
        ) { $0.wordings(item.titles, as: "title") }
      }
    }
    return xml.finish()
  }
}
