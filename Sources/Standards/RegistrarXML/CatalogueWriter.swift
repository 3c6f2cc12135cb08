internal import Catalogue
internal import Values
internal import XML

/// Writes `Schemas/xsd/catalogue.xsd`: read again, it says the same.
public enum CatalogueWriter {
  public static func write(_ catalogue: CatalogueDocument) -> [UInt8] {
    var xml = XMLWriter()
    xml.element(
      "catalogue", ["xmlns": RegistrarNamespace.catalogue, "code": catalogue.code.text]
    ) { xml in
      xml.wordings(catalogue.titles, as: "title")
      for standard in catalogue.standards {
        xml.element("standard", ["code": standard.code.value.text, "file": standard.file])
      }
      for course in catalogue.courses { write(course, to: &xml) }
    }
    return xml.finish()
  }

  private static func write(_ course: CatalogueDocument.Course, to xml: inout XMLWriter) {
    xml.element(
      "course",
      [
        "code": course.code.value.text, "package": course.package.value,
        "passing-score": course.passingScore?.value.description,
      ]
    ) { xml in
      for mapping in course.teaches {
        xml.element(
          "teaches", ["standard": mapping.value.edition.text, "item": mapping.value.item.text])
      }
    }
  }
}

extension XMLWriter {
  /// A text in languages, an element for each; the language is left out where nobody named it.
  mutating func wordings(_ text: LocalizedText, as name: String) {
    for variant in text.variants {
      let language = variant.language == .undetermined ? nil : variant.language.text
      element(name, ["xml:lang": language], text: variant.text)
    }
  }
}
