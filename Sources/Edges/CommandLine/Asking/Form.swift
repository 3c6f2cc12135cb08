internal import Catalogue
internal import Certification
internal import Operations
internal import Arguments
internal import Values

/// How a typed text is read as a value, and what is said where it cannot be.
struct Form<Value>: Sendable {
  /// What the text has to be: `a day like 2026-06-30`.
  let expectation: String
  let read: @Sendable (String) -> Value?
}

extension Form where Value == Day {
  static let day = Form(expectation: "a day like 2026-06-30") { Day($0) }
}

extension Form where Value == UUID {
  static let uuid = Form(expectation: "an identifier like 0192b1c4-8a4e-7c3f-9d52-6f0e4a1b2c3d") { UUID($0) }
}

extension Form where Value == StandardClaim {
  static let claim = Form(expectation: "an item like PICARD-2019/OM-K-01 or PICARD-2019/OM-K-01=applied") {
    StandardClaim($0)
  }
}

extension Form where Value == SchemeStage<Reference<Course>> {
  static func stage(mayBeWaived: Bool) -> Form {
    Form(expectation: "a course and what is shown of it, like MTP-WG1=attendance") { text in
      let parts = text.split(separator: "=", omittingEmptySubsequences: false)
      guard parts.count == 2, let course = Reference<Course>(String(parts[0])),
        let attainment = Attainment(rawValue: String(parts[1]))
      else { return nil }
      return SchemeStage(course: course, attainment: attainment, mayBeWaived: mayBeWaived)
    }
  }
}

extension Form where Value == CalendarSpan {
  static let span = Form(expectation: "calendar days or months like P90D or P6M") { CalendarSpan($0) }
}

extension Form where Value == Instant {
  static let instant = Form(expectation: "an instant like 2026-06-30T12:00:00Z") { Instant($0) }
}

extension Form where Value == ExactDecimal {
  static let decimal = Form(expectation: "a decimal number like 0.85") { ExactDecimal($0) }
}

extension Form where Value == LanguageTag {
  static let language = Form(expectation: "a language tag like en or pt-BR") { LanguageTag($0) }
}

extension Form where Value == String {
  static let text = Form(expectation: "a text") { $0.isEmpty ? nil : $0 }
}

extension Form {
  /// An identifier.
  static func id<Subject>() -> Form where Value == Identifier<Subject> {
    Form(expectation: "an identifier like 0192b1c4-8a4e-7c3f-9d52-6f0e4a1b2c3d") { Identifier($0) }
  }

  /// A code.
  static func code<Subject>() -> Form where Value == Code<Subject> {
    Form(expectation: "a code of letters, digits, “.”, “_” and “-”, 64 at the most") { Code($0) }
  }

  /// A code or an identifier.
  static func reference<Subject>() -> Form where Value == Reference<Subject> {
    Form(expectation: "a code or an identifier") { Reference($0) }
  }

  /// One of a closed set of words.
  static func choice() -> Form where Value: RawRepresentable<String> & CaseIterable & Sendable {
    Form(expectation: "one of: \(Value.allCases.map(\.rawValue).joined(separator: ", "))") {
      Value(rawValue: $0)
    }
  }
}

extension ValueKind {
  /// The words of a closed set.
  static func choice<Value: RawRepresentable<String> & CaseIterable>(of type: Value.Type) -> ValueKind {
    .choice(type.allCases.map(\.rawValue))
  }
}
