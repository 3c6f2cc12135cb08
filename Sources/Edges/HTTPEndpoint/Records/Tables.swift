internal import HTTP
internal import Operations
internal import Representations
internal import Values

extension Route {
  /// Records of one kind that come as a table: all are taken, or none.
  static let tableRoutes: [Route] = [
    takesTable(
      "/api/v1/imports/funding-programmes", "Enter the funding programmes of a table, all or none.",
      needing: AddFundingProgramme.right, by: Registrar.importFundingProgrammes),
    takesTable(
      "/api/v1/imports/funding-targets",
      "Set the targets of a table, all or none; another number for the same takes its place.",
      needing: SetFundingTarget.right, by: Registrar.importFundingTargets),
    takesTable(
      "/api/v1/imports/session-funding", "Say who pays for seats in sessions by a table, all or none.",
      needing: FundSession.right, by: Registrar.importSessionFunding),
    takesTable(
      "/api/v1/imports/commitments", "Record the commitments of a table, all or none.", needing: Commit.right,
      by: Registrar.importCommitments),
    takesTable(
      "/api/v1/imports/onward-trainings", "Record the onward training of a table, all or none.",
      needing: TrainOthers.right, by: Registrar.importOnwardTrainings),
    works(
      "/api/v1/imports/groups", "Say by a table which organisations belong to which groups, all or none.",
      needing: JoinGroup.right, body: .document(limitBytes: RecordsReport.mostBytes), content: table,
      by: dryRun, tableName,
      .flag("knownOnly", "Leave out rows of organisations that are not recorded, and say how many they are."),
      told: Telling.records
    ) { call, isDryRun, name, knownOnly in
      LongTask { terms in
        try call.registrar.importGroups(
          call.request.body, name: name, knownOnly: knownOnly, isDryRun: isDryRun, as: call.knownPrincipal(),
          on: terms)
      }
    },
  ]

  private static let table = DeclaredContent(
    mediaTypes: ["text/csv", "text/tab-separated-values"], schema: .text(), isRequired: true)

  private static let dryRun = Parameter<Bool>.flag("dryRun", "Read and plan only; nothing is changed.")

  private static let tableName = Parameter<String>.optional(
    "name", .line("records.csv"), else: "records", "\"records\"", "The name that findings are given under.")

  /// What takes a table: its bytes, the name that findings are given under, whether it is only planned, and by whom.
  private typealias Taking =
    @Sendable (Registrar) -> ([UInt8], String, Bool, Principal, Terms<RecordsReport>) throws -> RecordsReport

  private static func takesTable(
    _ path: String, _ summary: String, needing right: Right, by take: @escaping Taking
  ) -> Route {
    takesTable(path, summary, needing: right) { call, name, isDryRun, terms in
      try take(call.registrar)(call.request.body, name, isDryRun, call.knownPrincipal(), terms)
    }
  }

  /// A table whose findings are told: 200 where it is taken, 422 where it is refused.
  static func takesTable(
    _ path: String, _ summary: String, needing right: Right,
    take:
      @escaping @Sendable (Call, _ name: String, _ isDryRun: Bool, Terms<RecordsReport>) throws ->
      RecordsReport
  ) -> Route {
    works(
      path, summary, needing: right, body: .document(limitBytes: RecordsReport.mostBytes), content: table,
      by: dryRun, tableName, told: Telling.records
    ) { call, isDryRun, name in LongTask { terms in try take(call, name, isDryRun, terms) } }
  }
}

extension Telling where Outcome == RecordsReport {
  /// What came of a table: 200 where it is taken, 422 with the findings where it is refused.
  fileprivate static var records: Telling {
    Telling([.json(200, "It is taken, or would be.", RecordsReport.schema)]) { report, _ in
      guard report.isAccepted else {
        var problem = Problem(.unprocessable, "document-refused", "the table cannot be taken as it is")
          .toBeMended(by: "mend what report.findings names as errors, then send it again")
        problem.report = report
        throw problem
      }
      return .json(report)
    }
  }
}
