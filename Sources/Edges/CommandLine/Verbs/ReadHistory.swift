internal import Arguments
internal import Operations
internal import Representations
internal import Values

extension Verb {
  /// Shows who changed what, when and why.
  static let history = Verb.showing(
    "history", summary: "Show who changed what, when and why, in the order it was done.",
    discussion: "With --json one object a line. All entries are shown where --limit is not given.",
    examples: [
      Example(
        "registrar history --person PERSON --from 2026-01-01", "What was done about one person this year.")
    ],
    options: [
      .value("person", "ID", kind: .naming(.person), help: "Only what concerns this person."),
      .value(
        "object", "ID", kind: .naming(.object), help: "Only what was done to the thing of this identifier."),
      .value("from", "DAY", help: "From this day on (UTC)."),
      .value("to", "DAY", help: "Up to this day, inclusive (UTC)."),
    ] + Option.paging
  ) { errand in
    let filter = try errand.historyFilter()
    guard try errand.given.number("limit", in: 1...1000) == nil else {
      return try errand.tell(try errand.answer(ReadHistory(filter: filter, page: try errand.given.page())))
    }
    var after = try errand.given.optional("after", .text)
    repeat {
      let page = try errand.answer(ReadHistory(filter: filter, page: PageRequest(after: after, limit: 1000)))
      try errand.tell(Page(items: page.items, next: nil))
      after = page.next
    } while after != nil
  }
}

extension Errand {
  fileprivate func historyFilter() throws -> HistoryFilter {
    let from = try given.optional("from", .day)
    let to = try given.optional("to", .day)
    if let from, let to, to < from {
      throw given.unfit("to", to.description, "a day not before --from, \(from)")
    }
    return HistoryFilter(
      person: try given.optional("person", .id()), object: try given.optional("object", .uuid),
      from: from.map(Instant.startOfDayInUTC), before: to?.adding(days: 1).map(Instant.startOfDayInUTC))
  }

  fileprivate func tell(_ page: Page<HistoryEntry>) throws {
    if output.isJSON {
      let lines = page.items.flatMap { $0.json() + [UInt8(ascii: "\n")] }
      return try output.bytes(lines)
    }
    let rows = page.items.map { entry in
      [
        entry.at.text(fractionDigits: 0), entry.actor, entry.action, entry.object.id.description,
        entry.changes.map(words).joined(separator: "; "), entry.reason ?? "",
      ]
    }
    if !rows.isEmpty { try output.table(Table(["AT", "WHO", "WHAT", "ID", "CHANGE", "WHY"], rows)) }
    if let next = page.next { try output.say("More: add --after \(next)") }
  }
}

private func words(_ change: FieldChange) -> String {
  switch (change.before, change.after) {
  case (nil, let after): "\(change.field): \(after ?? "")"
  case (.some(let before), let after): "\(change.field): \(before) → \(after ?? "nothing")"
  }
}
