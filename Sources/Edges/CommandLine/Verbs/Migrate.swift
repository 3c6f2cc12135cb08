internal import Arguments
internal import Operations
internal import Representations

extension Verb {
  /// Brings the records to the program's schema.
  static let migrate = Verb(
    Command(
      "migrate", summary: "Show and take the steps that bring the records to this version's schema.",
      discussion: """
        Each step is a transaction: where this is killed, the next command goes on from there. serve and every other \
        command take the same steps by themselves and say so. Records that a later version has kept are refused. Make \
        a backup first: there is no way back.
        """,
      examples: [Example("registrar migrate --dry-run", "Show the steps, and on how many rows.")],
      options: [.flag("dry-run", help: "Show the steps and change nothing.")]),
    need: { .records($0.flag("dry-run") ? .reading : .writing) }
  ) { errand in
    guard let plan = try errand.folders.upkeep.migrationPlan(errand.records.path) else {
      throw DataFolderMissing(path: errand.records.path)
    }
    try errand.show(plan) {
      plan.steps.map { step in
        let rows = step.rows.map { "\($0.kind) \($0.number)" }.joined(separator: ", ")
        return step.name + (rows.isEmpty ? "" : ": " + rows)
      }
    }
    if plan.steps.isEmpty {
      try errand.output.say("The records are at schema \(plan.schema), which is this version's.")
    } else if errand.given.flag("dry-run") {
      try errand.output.say("Nothing was changed; the records are at schema \(plan.schema).")
    } else {
      _ = try errand.registrar
      try errand.output.say("The records are at schema \(plan.known).")
    }
    return .done
  }
}
