/// The cells that a tally fills, and the columns they stand in.
extension Tally {
  /// Certificates, or attendances that are all attended by what they are, and the people among them.
  func counts(isHidden: Bool) -> [ReportCell] {
    isHidden ? [.suppressed, .suppressed] : [.count(count), .count(persons)]
  }

  /// Enrolments, the attendances among them, and the people among the enrolments.
  func enrolmentCounts(_ hiding: Hiding) -> [ReportCell] {
    [
      hiding.row ? .suppressed : .count(count), hiding.attended ? .suppressed : .count(attended),
      hiding.row ? .suppressed : .count(persons),
    ]
  }

  /// Enrolments, attendances, persons, completed attendances and their percentage.
  func countsAndCompletion(_ hiding: Hiding) -> [ReportCell] {
    enrolmentCounts(hiding) + [
      hiding.completed ? .suppressed : .count(completed),
      hiding.completed || hiding.attended ? .suppressed : .share(completed, of: attended),
    ]
  }
}

extension [ReportColumn] {
  /// A value's code and its label.
  static func naming(_ name: String, _ title: String) -> [ReportColumn] {
    [
      ReportColumn(name: name, title: "\(title) code", kind: .code),
      ReportColumn(name: "\(name)-name", title: title, kind: .text),
    ]
  }

  /// Attendances, which add up where the rows share them, and persons, which never do.
  static func counting(isPartition: Bool) -> [ReportColumn] {
    [
      ReportColumn(
        name: "attendances", title: "Attendances", kind: .count(.attendances, isAdditive: isPartition)),
      ReportColumn(name: "persons", title: "Persons", kind: .count(.persons, isAdditive: false)),
    ]
  }

  /// Enrolments, which add up where the rows share them, as do the attendances among them, and persons.
  static func countingEnrolments(isPartition: Bool) -> [ReportColumn] {
    [
      ReportColumn(
        name: "enrolments", title: "Enrolments", kind: .count(.enrolments, isAdditive: isPartition))
    ] + counting(isPartition: isPartition)
  }

  /// Enrolments, attendances and persons, and of the attendances those that were completed.
  static var countingCompleted: [ReportColumn] {
    countingEnrolments(isPartition: true) + [
      ReportColumn(
        name: "completed", title: "Completed attendances", kind: .count(.attendances, isAdditive: true)),
      ReportColumn(
        name: "completed-percent", title: "Completed, percent of attendances",
        kind: .percent(of: .attendances)),
    ]
  }

  /// Certificates, which add up where the rows share them, and their holders, who never do.
  static func countingCertificates(isPartition: Bool) -> [ReportColumn] {
    [
      ReportColumn(
        name: "certificates", title: "Certificates", kind: .count(.certificates, isAdditive: isPartition)),
      ReportColumn(name: "persons", title: "Persons", kind: .count(.persons, isAdditive: false)),
    ]
  }
}
