internal import Arguments
internal import Catalogue
internal import Values

// Options that several commands take, always by the same name and with the same meaning.
extension Option {
  /// Where a list goes on.
  static let paging: [Option] = [
    .value("limit", "N", help: "How many to show at the most, 1 to 1000; 100 where not given."),
    .value("after", "CURSOR", help: "Go on where the page before ended."),
  ]

  /// Why something is done; kept in the history.
  static let reason = Option.value("reason", "TEXT", help: "Why; kept in the history.")
  static let neededReason = Option.value(
    "reason", "TEXT", isRequired: true, help: "Why; kept in the history.")

  /// A text in one or more languages.
  static func texts(_ name: String, help: String) -> [Option] {
    [
      .value(
        name, "[LANG=]TEXT", isRequired: true, isRepeated: true,
        help: "\(help) Repeat it for other languages: --\(name) en=… --\(name) fr=…"),
      .value("language", "TAG", help: "The language of a --\(name) without LANG=; en where not given."),
    ]
  }

  /// First and last day, both inclusive.
  static func days(from: String, to: String) -> [Option] {
    [.value("from", "DAY", help: from), .value("to", "DAY", help: to)]
  }

  /// A set of words to choose from.
  static func choice<Value: RawRepresentable<String> & CaseIterable>(
    _ name: String, _ valueName: String, of type: Value.Type, isRequired: Bool = false, help: String
  ) -> Option {
    .value(name, valueName, kind: .choice(of: type), isRequired: isRequired, help: help)
  }

  /// Where something is written.
  static let out = Option.value(
    "out", "PATH", kind: .file, help: "Where to write; standard output for - and where not given.")

  /// To look before anything is changed.
  static let dryRun = Option.flag("dry-run", help: "Read and plan only; nothing is changed.")

  /// Which version of a course.
  static let versionNumber = Option.value("number", "N", help: "Which version; the latest where not given.")
}

extension Argument {
  static let course = Argument("COURSE", kind: .naming(.course), help: "The course's code or identifier.")
  static let session = Argument("SESSION", kind: .naming(.session), help: "The session's code or identifier.")
  static let person = Argument("PERSON", kind: .naming(.person), help: "The person's identifier.")
  static let nomination = Argument(
    "NOMINATION", kind: .naming(.nomination), help: "The nomination's identifier.")
  static let enrolment = Argument("ENROLMENT", kind: .naming(.enrolment), help: "The enrolment's identifier.")
  static let certificate = Argument(
    "CERTIFICATE", kind: .naming(.certificate), help: "The certificate's public code or number.")

  /// The code that something new is to have.
  static func newCode(_ example: String) -> Argument {
    Argument("CODE", help: "A short name that is not taken yet, such as \(example).")
  }
}
