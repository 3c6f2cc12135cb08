internal import Arguments
internal import Operations
internal import Representations

extension Verb {
  /// Says by a table which organisations belong to which groups.
  static let importGroups = Verb.takingTable(
    "import-groups", summary: "Say by a table which organisations belong to which groups, all or none.",
    discussion: """
      A row for each organisation and group: organisation, group, from, to, source; the last three may be empty. Said \
      again from the same day on, it takes the place of what was said before, but takes no last day away; the same table \
      twice changes nothing.
      """,
    examples: [
      Example(
        "registrar organisation import-groups Schemas/reference/groups/united-nations.csv --known-only",
        "The least developed, landlocked and small island countries among the organisations that are recorded."
      ),
      Example("registrar organisation import-groups groups.csv --dry-run", "See what would change."),
    ],
    options: [
      .flag(
        "known-only",
        help: "Leave out rows of organisations that are not recorded, and say how many they are.")
    ]
  ) { errand, bytes, name, isDryRun in
    try errand.registrar.importGroups(
      bytes, name: name, knownOnly: errand.given.flag("known-only"), isDryRun: isDryRun, as: .owner)
  }
}
