internal import Reports
internal import Representations
internal import Values

// The days that a report is about: by the name of the period, or from a first to a last day.
extension Form where Value == DayRange {
  /// A period by its name.
  static var period: Form {
    Form(
      NamedPeriod.expectation,
      .text(Schema.Text("2026-H1", pattern: "^[0-9]{4}(-(Q[1-4]|H[12]|[0-9]{2}(/P(1Y|12M|6M|3M))?))?$"))
    ) { NamedPeriod.days($0) }
  }
}

/// What the two ways to say it mean.
private enum PeriodMeaning {
  static let period = "The period by its name, in place of from and to."
  static let from = "The first day of the period; with to, in place of period."
  static let to = "The last day, inclusive."
}

extension Member where Value == DayRange {
  /// The days, as members of a body.
  static var reportDays: Member {
    let (period, day): (Form<DayRange>, Form<Day>) = (.period, .day)
    return Member(
      [
        .given("period", period, PeriodMeaning.period), .given("from", day, PeriodMeaning.from),
        .given("to", day, PeriodMeaning.to),
      ], oneOf: [["period"], ["from", "to"]]
    ) { (fields) throws(Problem) in
      let named = try fields.optional("period", period)
      let (from, to) = (try fields.optional("from", day), try fields.optional("to", day))
      return try chosenDays(named, from, to, missing: "missing-field", conflicting: "unusable-value") {
        Problem.member(fields.pointer(to: $0), $1, $2)
      }
    }
  }
}

extension Parameter where Value == DayRange? {
  /// The days, as parameters of a query; nil where none of them is given.
  static var someReportDays: Parameter {
    Parameter<DayRange?>(declaredDays) { (call) throws(Problem) in
      let named = try call.parameter("period", .period)
      let (from, to) = (try call.parameter("from", .day), try call.parameter("to", .day))
      guard named != nil || from != nil || to != nil else { return nil }
      return try days(named, from, to)
    }
  }
}

extension Parameter where Value == DayRange {
  /// The days, as parameters of a query.
  static var reportDays: Parameter {
    Parameter(declaredDays) { (call) throws(Problem) in
      try days(
        call.parameter("period", .period), call.parameter("from", .day), call.parameter("to", .day))
    }
  }
}

private let declaredDays: [Schema.Member] = [
  Schema.Member("period", Form<DayRange>.period.schema, isRequired: false, PeriodMeaning.period),
  Schema.Member("from", .day, isRequired: false, PeriodMeaning.from),
  Schema.Member("to", .day, isRequired: false, PeriodMeaning.to),
]

private func days(_ named: DayRange?, _ from: Day?, _ to: Day?) throws(Problem) -> DayRange {
  try chosenDays(named, from, to, missing: "missing-parameter", conflicting: "parameters-conflict") {
    Problem.parameter($0, $1, $2)
  }
}

/// - Parameter problem: the refusal of what stands under a name, with its code and words.
private func chosenDays(
  _ named: DayRange?, _ from: Day?, _ to: Day?, missing: String, conflicting: String,
  _ problem: (_ name: String, _ code: String, _ detail: String) -> Problem
) throws(Problem) -> DayRange {
  switch (named, from, to) {
  case (.some(let named), nil, nil): return named
  case (.some, .some, _): throw problem("from", conflicting, "from is not given together with a period")
  case (.some, nil, .some): throw problem("to", conflicting, "to is not given together with a period")
  case (nil, .some(let from), .some(let to)):
    guard let days = DayRange(from: from, to: to) else {
      throw problem("to", "unusable-value", "the last day is before the first")
    }
    return days
  case (nil, nil, _): throw problem("from", missing, "the first and the last day must be given, or a period")
  case (nil, .some, nil): throw problem("to", missing, "the last day must be given, or a period")
  }
}
