public import Catalogue
public import ContentPackaging
public import Values

/// Says that a package is a course in another language: it becomes a variant of the course, not another course.
public struct LanguageVariant: Sendable, Hashable {
  public let course: Reference<Course>
  public let language: LanguageTag

  public init(of course: Reference<Course>, in language: LanguageTag) {
    self.course = course
    self.language = language
  }

  /// Throws unless the version that the very same content is already is one of this variant.
  func requireSame(_ version: CourseVersion, of course: Course, as named: Course) throws(VariantRefused) {
    guard course.id == named.id, version.variant == language else {
      throw .thereAlready(course.code, number: version.number, variant: version.variant)
    }
  }

  /// Throws where the course itself is in the language, so that the package would be no variant.
  static func requireOther(
    than versions: [CourseVersion], _ language: LanguageTag?, of course: Course
  ) throws(VariantRefused) {
    guard let language, versions.latest(of: nil)?.structure.languages == [language] else { return }
    throw .ownLanguage(course.code, language)
  }
}

/// Why a package cannot be a language variant.
public enum VariantRefused: Error, Hashable {
  /// The very same content is a version of another course, or in another language.
  case thereAlready(CourseCode, number: Int, variant: LanguageTag?)
  /// The course is in that language itself.
  case ownLanguage(CourseCode, LanguageTag)
}

extension VariantRefused: Explainable {
  public var explanation: Explanation {
    switch self {
    case .thereAlready(let course, let number, let variant):
      Explanation(
        .conflict, "package-there-already",
        "this package is version \(number) of course \(course)\(variant.map { " in \($0)" } ?? "") already",
        remedy: "check that it is the package of this language")
    case .ownLanguage(let course, let language):
      Explanation(
        .conflict, "variant-own-language", "course \(course) is in \(language) itself",
        remedy: "name the language of the package; a new edition of the course itself is imported without one"
      )
    }
  }
}

extension CourseStructure {
  /// What is said where a new version is in another language than the one before it, as their packages state.
  func otherLanguage(than before: CourseVersion?) -> [Finding] {
    guard let known = before?.structure.languages, !known.isEmpty, !languages.isEmpty,
      Set(known.map(\.primary)).isDisjoint(with: languages.map(\.primary))
    else { return [] }
    let (earlier, now) = (known.map(\.text), languages.map(\.text))
    return [
      Finding(
        .importLanguageOther,
        "the versions before are in \(earlier.joined(separator: ", ")), this one is in \(now.joined(separator: ", "))"
      )
    ]
  }
}

extension FindingCode {
  static let importLanguageOther = FindingCode(
    "import.language.other", .warning,
    "A package would become a new version of a course, and states another language than the version before it. Once it is published it would take the place of that version.",
    fix: "Where it is a translation, import it as a variant: name the course and the language.")

  /// Every code of this kind, for `registrar explain`.
  public static let importPlanCodes: [FindingCode] = [importLanguageOther]
}
