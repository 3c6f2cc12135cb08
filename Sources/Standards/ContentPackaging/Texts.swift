public import Values
public import XML

/// A text with each run of white space as one space, and none around it: titles are wrapped and indented in XML.
public func collapsed(_ text: String) -> String {
  let words = text.utf8.split { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
  return String(decoding: Array(words.joined(separator: [0x20])), as: UTF8.self)
}

extension XMLElement {
  /// The texts of the children with that local name as one text in several languages.
  ///
  /// The language comes from `lang`, `language` or `xml:lang`; none, `x-none`, `none` and what is no language tag
  /// count as undetermined. Empty texts are left out.
  public func localizedText(of localName: String) -> LocalizedText {
    LocalizedText(
      children(localName).compactMap { child in
        let text = collapsed(child.text)
        return text.isEmpty ? nil : LocalizedText.Variant(language: child.statedLanguage, text: text)
      })
  }

  /// The language that the element states for its own text.
  var statedLanguage: LanguageTag {
    let stated =
      attribute("lang") ?? attribute("language")
      ?? attribute("lang", in: "http://www.w3.org/XML/1998/namespace") ?? ""
    return languageTag(stated) ?? .undetermined
  }
}

/// The language that a text names; nil for none, `x-none`, `none`, `und` and what is no tag.
func languageTag(_ text: String) -> LanguageTag? {
  let text = lowercased(trimmed(text))
  guard !["", "x-none", "none", "und", "zxx"].contains(text) else { return nil }
  return LanguageTag(text)
}

/// Whether a text still holds a template's placeholder: `${title}`, `[YOUR_HOST]`, `XXRESOURCESXX`.
public func isTemplateLeftover(_ text: String) -> Bool {
  let octets = Array(text.utf8)
  let marks = ["${", "[YOUR_", "XXRESOURCESXX", "xxxPackageNamexxx"].map { Array($0.utf8) }
  return marks.contains { mark in
    octets.count >= mark.count
      && (0...(octets.count - mark.count)).contains { octets[$0...].starts(with: mark) }
  }
}
