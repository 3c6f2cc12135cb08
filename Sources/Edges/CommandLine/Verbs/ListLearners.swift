internal import Arguments
internal import Operations
internal import Reports
internal import Values

extension Verb {
  static let listLearners = Verb.showing(
    "learners", summary: "List every enrolment by name, as comma-separated values.",
    discussion: """
      The list behind the figures: who took part in what, with what result, as it stood at the cut-off. It is written as \
      it is read, so that any number of lines takes the same memory. It holds personal data.
      """,
    examples: [
      Example("registrar report learners --period 2026 --out learners.csv", "Everybody enrolled in a year."),
      Example("registrar report learners --party KE --out ke.csv", "The officers of a Member, ever since."),
    ],
    options: [
      .value(
        "party", "CODE", kind: .naming(.organisation),
        help: "Only those who belonged to this organisation when their session started."),
      .period, .value("from", "DAY", help: "The first day on which enrolments were recorded."),
      .value("to", "DAY", help: "The last day, inclusive."),
      .value("zone", "ZONE", help: "The time zone whose days count; UTC where not given."),
      .value("cut-off", "INSTANT", help: "The records as they stood then; now where not given."),
      .value("language", "TAG", help: "The language of titles; en where not given."), .out,
    ]
  ) { errand in
    try errand.given.refuseJSON("this writes comma-separated values")
    var listing = try errand.registrar.listLearners(try errand.learnersToList(), as: .owner)
    let line = ProgressLine(surroundings: errand.surroundings, unit: "enrolments")
    defer { line.clear() }
    try errand.write(to: "out") { take in
      while let lines = try listing.next() {
        try take(lines)
        line.show(listing.count)
      }
    }
    line.clear()
    guard let path = try errand.given.optional("out", .text), path != "-" else { return }
    try errand.output.say("Wrote \(path): \(counted(listing.count, "enrolment")).")
  }
}

extension Errand {
  fileprivate func learnersToList() throws -> LearnersToList {
    let isBounded = try ["period", "from", "to"].contains { try given.optional($0, .text) != nil }
    return LearnersToList(
      party: try given.optional("party", .reference()), period: isBounded ? try reportPeriod() : nil,
      timeZone: try given.optional("zone", .text) ?? "UTC",
      cutOff: try given.optional("cut-off", .instant),
      language: try given.optional("language", .language) ?? .english)
  }
}
