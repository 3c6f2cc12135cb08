import Operations
import People
import Values

/// Tables are taken from whoever may record one row of them. What a row names is a matter of the row: it is refused with its
/// place.
extension RightsTable {
  //                                 SO DA NC RO TC AS CO UR DO AU LE EX
  private static let bySecretariat = "++ -- -- -- -- -- -- -- -- -- -- --"
  private static let byMembers = "++ -- +0 -- -- -- -- -- -- -- -- --"

  static let tables = [
    row(
      "funding-programme import", "funding-programmes", bySecretariat,
      "code,donor,title,from,to\n$new,$donor,F,2026-01-01,2026-12-31\n"
    ) { try $0.importFundingProgrammes($1, name: "t.csv", as: $2) },
    row(
      "funding-programme import-targets", "funding-targets", bySecretariat,
      "programme,indicator,value,from,to\n$programme,persons,5,2026-01-01,2026-12-31\n"
    ) { try $0.importFundingTargets($1, name: "t.csv", as: $2) },
    row(
      "session import-funding", "session-funding", bySecretariat, "session,donor,seats\n$session,$donor,5\n"
    ) { try $0.importSessionFunding($1, name: "t.csv", as: $2) },
    row("organisation import-groups", "groups", bySecretariat, "organisation,group\n$party,LDC\n") {
      try $0.importGroups($1, name: "t.csv", as: $2)
    },
    row(
      "commitment import", "commitments", byMembers, "enrolment,people,due\n$enrolment,9,2026-12-31\n"
    ) { try $0.importCommitments($1, name: "t.csv", as: $2) },
    row(
      "onward-training import", "onward-trainings", byMembers,
      "source-id,enrolment,on,title,female\n$new,$enrolment,2026-03-02,Lesson,3\n"
    ) { try $0.importOnwardTrainings($1, name: "t.csv", as: $2) },
  ]

  private static func row(
    _ command: String, _ route: String, _ verdicts: String, _ table: String,
    _ take: @escaping @Sendable (Registrar, [UInt8], Principal) throws -> RecordsReport
  ) -> RightsRow {
    RightsRow(
      command, "POST /api/v1/imports/\(route)", verdicts, content: .init(type: "text/csv", text: table)
    ) { subject in
      let bytes = Array(subject.filling(table).utf8)
      return Act { registrar, principal in
        let report = try take(registrar, bytes, principal)
        guard report.isAccepted else { throw NotFound(.enrolment, "that a row names") }
      }
    }
  }
}
