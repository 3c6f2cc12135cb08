import HTML
import Values

extension HTMLWriter {
  /// Adds a value that may be written from right to left, marked with its language where that is known.
  mutating func isolated(_ value: String, language: LanguageTag? = nil) {
    isolated(value, language: language == .undetermined ? nil : language?.text)
  }

  /// Adds the English wording of a text, else its first, marked with its language.
  mutating func isolated(_ value: LocalizedText) {
    let wording = value.text()
    isolated(wording, language: value.variants.first { $0.text == wording }?.language)
  }
}
