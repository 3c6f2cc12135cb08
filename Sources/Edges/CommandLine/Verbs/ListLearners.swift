internal import Arguments
internal import Operations
internal import Reports
internal import Values

extension Verb {
  /// Lists of learners, written as they are read.
  static let learnerLists: [Verb] = [
    listing(
      "learners", .enrolled, summary: "List every enrolment by name, as comma-separated values.",
      "The list behind the figures: who took part in what, with what result, as it stood at the cut-off.",
      examples: [
        Example(
          "registrar report learners --period 2026 --out learners.csv", "Everybody enrolled in a year."),
        Example("registrar report learners --party KE --out ke.csv", "The officers of a Member, ever since."),
      ], days: "on which enrolments were recorded"),
    listing(
      "completions", .completed, summary: "List who completed a course, by name, as comma-separated values.",
      "Every enrolment that is completed at the cut-off, by the day on which it was completed.",
      examples: [
        Example(
          "registrar report completions --party KE --period 2026-Q1 --out ke.csv",
          "Whom of a Member's officers a quarter saw complete."),
        Example("registrar report completions --out completions.csv", "Everybody, Member by Member."),
      ], days: "of completion"),
  ]

  private static func listing(
    _ name: String, _ event: LearnersToList.Event, summary: String, _ discussion: String, examples: [Example],
    days: String
  ) -> Verb {
    showing(
      name, summary: summary,
      discussion:
        "\(discussion) It is written as it is read, so that any number of lines takes the same memory. It holds personal data.",
      examples: examples,
      options: options(event, days)
    ) { errand in
      try errand.given.refuseJSON("this writes comma-separated values")
      var listing = try errand.registrar.listLearners(try errand.learnersToList(event), as: .owner)
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
}

extension Verb {
  /// What narrows and orders such a list.
  private static func options(_ event: LearnersToList.Event, _ days: String) -> [Option] {
    [
      .value(
        "party", "CODE", kind: .naming(.organisation),
        help: "Only those who belonged to this organisation when their session started."),
      .choice(
        "order", "ORDER", of: LearnersToList.Order.self,
        help: """
          As enrolments were recorded, or Member by Member and within each by name; \
          \(event.usualOrder.rawValue) where not given.
          """),
      .period, .value("from", "DAY", help: "The first day \(days)."),
      .value("to", "DAY", help: "The last day, inclusive."),
      .value("zone", "ZONE", help: "The time zone whose days count; UTC where not given."),
      .value("cut-off", "INSTANT", help: "The records as they stood then; now where not given."),
      .value("language", "TAG", help: "The language of titles; en where not given."), .out,
    ]
  }
}

extension Errand {
  fileprivate func learnersToList(_ event: LearnersToList.Event) throws -> LearnersToList {
    LearnersToList(
      event, order: try given.optional("order", .choice()) ?? event.usualOrder,
      party: try given.optional("party", .reference()), period: try reportPeriodIfAny(),
      timeZone: try given.optional("zone", .text) ?? "UTC",
      cutOff: try given.optional("cut-off", .instant),
      language: try given.optional("language", .language) ?? .english)
  }
}
