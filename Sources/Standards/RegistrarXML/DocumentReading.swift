internal import ContentPackaging
internal import Values
internal import XML

/// One document of a format under way: all its mistakes are gathered, each with its place.
struct DocumentReading {
  let format: DocumentFormat
  var findings: Findings

  init(_ format: DocumentFormat, file: String) {
    self.format = format
    findings = Findings(file: file)
  }

  /// How many errors were found, those that are not kept included.
  var errors: Int { findings.errorCount }

  /// The root element; nil, with a finding, where the bytes are no XML or XML of another kind.
  mutating func root(of bytes: [UInt8]) -> XMLElement? {
    let root: XMLElement
    do {
      root = try XMLDocument(bytes: bytes, source: findings.file ?? "").root
    } catch {
      findings.report(format.unreadable, error.message, place: error.place)
      return nil
    }
    guard root.isNamed(format.root), root.namespace == format.namespace else {
      findings.report(format.wrongRoot, "the root element is \(root.localName)", at: root)
      return nil
    }
    return root
  }

  /// An attribute's value; nil, with a finding, where it is absent or not usable.
  mutating func value<Value>(
    _ name: String, of element: XMLElement, expected: String, _ read: (String) -> Value?
  ) -> Value? {
    guard element.attribute(name) != nil else {
      findings.report(format.attributeMissing, "\(element.localName) has no \(name)", at: element)
      return nil
    }
    return optional(name, of: element, expected: expected, read)
  }

  /// An attribute's value; nil where it is absent, and, with a finding, where it is not usable.
  mutating func optional<Value>(
    _ name: String, of element: XMLElement, expected: String, _ read: (String) -> Value?
  ) -> Value? {
    guard let text = element.attribute(name) else { return nil }
    guard let value = read(text) else {
      findings.report(
        format.attributeUnusable, "\(name) is \(expected)", at: element, attribute: name, text: text)
      return nil
    }
    return value
  }

  /// An attribute that holds one of a closed set of words.
  mutating func choice<Value: CaseIterable & RawRepresentable<String>>(
    _ name: String, of element: XMLElement
  ) -> Value? {
    value(name, of: element, expected: words(of: Value.self)) { Value(rawValue: $0) }
  }

  /// As `choice`, of an attribute that may be absent.
  mutating func optionalChoice<Value: CaseIterable & RawRepresentable<String>>(
    _ name: String, of element: XMLElement
  ) -> Value? {
    optional(name, of: element, expected: words(of: Value.self)) { Value(rawValue: $0) }
  }

  /// A code that must be there.
  mutating func code<Subject>(_ name: String, of element: XMLElement) -> Code<Subject>? {
    value(name, of: element, expected: "a code") { Code($0) }
  }

  /// The days from `from` to `to`, both inclusive; nil, with a finding, where they are no range.
  mutating func days(of element: XMLElement) -> DayRange? {
    let from = value("from", of: element, expected: "a day like 2026-06-30") { Day($0) }
    let to = optional("to", of: element, expected: "a day like 2026-06-30") { Day($0) }
    guard let from else { return nil }
    guard let days = DayRange(from: from, to: to) else {
      findings.report(
        format.attributeUnusable, "to is a day not before \(from)", at: element, attribute: "to",
        text: to?.description)
      return nil
    }
    return days
  }

  /// The wordings in child elements of a name, by `xml:lang`; one without it is in a language that nobody named.
  mutating func wordings(_ name: String, of element: XMLElement) -> LocalizedText {
    var variants: [LocalizedText.Variant] = []
    for wording in element.children(name) {
      refuseUnknown(wording, attributes: [], children: [])
      guard let language = language(of: wording) else { continue }
      if variants.contains(where: { $0.language == language }) {
        findings.report(
          format.titleRepeated, "a \(name) in \(language) stands here already", at: wording)
      }
      let text = collapsed(wording.text)
      if !text.isEmpty { variants.append(LocalizedText.Variant(language: language, text: text)) }
    }
    if variants.isEmpty {
      findings.report(format.titleMissing, "\(element.localName) has no \(name)", at: element)
    }
    return LocalizedText(variants)
  }

  private mutating func language(of wording: XMLElement) -> LanguageTag? {
    guard let written = wording.attribute("lang", in: xmlNamespace) else { return .undetermined }
    if let language = LanguageTag(written) { return language }
    findings.report(
      format.attributeUnusable, "xml:lang is a language tag", at: wording, attribute: "lang",
      in: xmlNamespace, text: written)
    return nil
  }

  /// Reports every attribute and child element that the format does not have here.
  mutating func refuseUnknown(_ element: XMLElement, attributes: Set<String>, children: Set<String>) {
    for attribute in element.attributes where attribute.namespace.isEmpty {
      guard !attributes.contains(attribute.localName) else { continue }
      findings.report(
        format.unknown, "\(element.localName) has no attribute \(attribute.localName)", at: element,
        attribute: attribute.localName)
    }
    for child in element.children {
      guard child.namespace != format.namespace || !children.contains(child.localName) else { continue }
      findings.report(format.unknown, "\(element.localName) holds no \(child.localName)", at: child)
    }
  }

  private func words<Value: CaseIterable & RawRepresentable<String>>(of type: Value.Type) -> String {
    "one of " + type.allCases.map(\.rawValue).joined(separator: ", ")
  }
}

/// The namespace that the prefix `xml` always stands for (Namespaces in XML §3).
let xmlNamespace = "http://www.w3.org/XML/1998/namespace"
