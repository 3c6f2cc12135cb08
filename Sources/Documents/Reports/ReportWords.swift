public import Values

/// The words of a report in one language: titles, definitions, labels. Names and titles out of the records are no part of
/// them.
///
/// The texts stand by key, `title.results`; the keys of English are all there are. What a text names in braces, `{below}`,
/// is filled in where it is used.
public struct ReportWords: Sendable, Hashable {
  /// The language of the words.
  public let language: LanguageTag
  private let texts: [String: String]

  /// The language that this program's own texts are written in.
  public static let english = ReportWords(language: .english, texts: englishTexts)

  init(language: LanguageTag, texts: [String: String]) {
    self.language = language
    self.texts = texts
  }

  /// The keys of all texts, in an order that does not change.
  public static var keys: [String] { englishTexts.keys.sorted() }

  /// The text of a key. One that English does not have is a mistake of the program, and shows as itself.
  subscript(key: String) -> String { texts[key] ?? key }

  /// The text of a key, with what it names in braces filled in.
  func filled(_ key: String, _ values: KeyValuePairs<String, String>) -> String {
    values.reduce(self[key]) { $0.replacing("{\($1.key)}", with: $1.value) }
  }

  /// A day or a name of the system within a sentence: behind letters written from right to left its parts would change
  /// places (Unicode Standard Annex 9, W2), so it is isolated.
  func leftToRight(_ text: String) -> String { isRightToLeft ? "\u{2066}\(text)\u{2069}" : text }

  /// Whether the language is written from right to left.
  var isRightToLeft: Bool { self["direction"] == "rtl" }
}

// The parts of a report.
extension ReportWords {
  func title(_ block: TableName) -> String { self["title.\(block.rawValue)"] }

  /// What is counted in a block, by which day, and in what unit.
  func definition(_ block: TableName) -> String {
    filled(
      "definition.\(block.rawValue)",
      ["cohort": self["definition.cohort"], "completion": self["definition.completion"]])
  }

  /// The title of a column.
  func column(_ name: String) -> String { self["column.\(name)"] }

  /// The title of the column with a value's code, beside one with its label.
  func code(of column: String) -> String { filled("column.code-of", ["what": self.column(column)]) }

  /// Which records a report for an audience is made of.
  func scope(_ audience: ReportAudience) -> String { self["scope.\(audience.rawValue)"] }
}

/// Words that are the same in every language, since programs read them.
enum ReportCodes {
  static let total = "total"
  static let suppressed = "suppressed"
  static let noRecords = "no-records"
  /// The code of a value that was never recorded.
  static let unrecorded = "not-recorded"
  /// The code of a session's donor where nobody pays for seats in it.
  static let noDonor = "no-donor"
  /// The code of a party's group where it belongs to none.
  static let noGroup = "no-group"
  /// The code of a programme where a donor pays under none.
  static let noProgramme = "no-programme"
}
