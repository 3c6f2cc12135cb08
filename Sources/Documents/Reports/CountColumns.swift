/// The cells that a tally fills.
extension Tally {
  /// Certificates, or attendances that are all attended by what they are, and the people among them.
  func counts(isHidden: Bool, personsAreHidden: Bool = false) -> [ReportCell] {
    [
      isHidden ? .suppressed : .count(count),
      isHidden || personsAreHidden ? .suppressed : .count(persons),
    ]
  }

  /// Enrolments, the attendances among them, and the people among the enrolments.
  func enrolmentCounts(_ hiding: Hiding) -> [ReportCell] {
    [
      hiding.row ? .suppressed : .count(count), hiding.attended ? .suppressed : .count(attended),
      hiding.persons ? .suppressed : .count(persons),
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

/// The columns of the blocks, with their titles.
extension ReportWords {
  /// A column whose title stands under its name, or under another key.
  func column(_ name: String, _ kind: ReportColumn.Kind, titled key: String? = nil) -> ReportColumn {
    ReportColumn(name: name, title: column(key ?? name), kind: kind)
  }

  /// A value's code and its label.
  func naming(_ name: String) -> [ReportColumn] {
    [
      ReportColumn(name: name, title: code(of: name), kind: .code),
      ReportColumn(name: "\(name)-name", title: column(name), kind: .text),
    ]
  }

  /// Attendances, which add up where the rows share them, and persons, which never do.
  func counting(isPartition: Bool) -> [ReportColumn] {
    [
      column("attendances", .count(.attendances, isAdditive: isPartition)),
      column("persons", .count(.persons, isAdditive: false)),
    ]
  }

  /// Enrolments, which add up where the rows share them, as do the attendances among them, and persons.
  func countingEnrolments(isPartition: Bool) -> [ReportColumn] {
    [column("enrolments", .count(.enrolments, isAdditive: isPartition))] + counting(isPartition: isPartition)
  }

  /// Enrolments, attendances and persons, and of the attendances those that were completed.
  func countingCompleted(isPartition: Bool = true) -> [ReportColumn] {
    countingEnrolments(isPartition: isPartition) + [
      column("completed", .count(.attendances, isAdditive: isPartition)),
      column("completed-percent", .percent(of: .attendances)),
    ]
  }

  /// Certificates, which add up where the rows share them, and their holders, who never do.
  func countingCertificates(isPartition: Bool) -> [ReportColumn] {
    [
      column("certificates", .count(.certificates, isAdditive: isPartition)),
      column("persons", .count(.persons, isAdditive: false)),
    ]
  }
}
