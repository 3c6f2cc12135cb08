/// The cells that a tally fills, and the columns they stand in.
extension Tally {
  /// Enrolments, or certificates, and the people among them.
  func counts(isHidden: Bool) -> [ReportCell] {
    isHidden ? [.suppressed, .suppressed] : [.count(attendances), .count(persons)]
  }

  /// Attendances, persons, completed attendances and their percentage.
  func countsAndCompletion(_ hiding: Hiding) -> [ReportCell] {
    let completion: [ReportCell] =
      hiding.completed
      ? [.suppressed, .suppressed] : [.count(completed), .share(completed, of: attendances)]
    return counts(isHidden: hiding.row) + completion
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

  /// Attendances and persons, and of the attendances those that were completed.
  static var countingCompleted: [ReportColumn] {
    counting(isPartition: true) + [
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
