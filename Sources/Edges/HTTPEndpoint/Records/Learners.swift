internal import HTTP
internal import Operations
internal import Reports
internal import Representations
internal import Synchronization
internal import Values

extension Route {
  /// Lists of learners, sent as they are read.
  static let learnerRoutes: [Route] = [
    listing(
      "/api/v1/reports/learners", .enrolled, "List every enrolment by name, as comma-separated values."),
    listing(
      "/api/v1/reports/completions", .completed, "List who completed a course, as comma-separated values."),
  ]

  private static func listing(
    _ path: String, _ event: LearnersToList.Event, _ summary: String
  ) -> Route {
    worksOut(
      path, summary, needing: .readReports,
      by: .optional(
        "party", .reference("KE"), "Only those who belonged to this party when their session started."),
      .optional(
        "order", .choice(), else: event.usualOrder, "\"\(event.usualOrder.rawValue)\"",
        "As enrolments were recorded, or Member by Member and within each by name."),
      .someReportDays,
      .optional("zone", .line("UTC"), else: "UTC", "\"UTC\"", ReportMeaning.zone),
      .optional("cut-off", .instant, ReportMeaning.cutOff),
      .optional("language", .language, else: .english, "\"en\"", "The language of titles."), told: .learners
    ) { call, party, order, period, zone, cutOff, language in
      let asked = LearnersToList(
        event, order: order, party: party, period: period, timeZone: zone, cutOff: cutOff, language: language)
      let principal = try call.knownPrincipal()
      return LongTask { _ in try call.registrar.listLearners(asked, as: principal) }
    }
  }
}

extension Telling where Outcome == LearnerListing {
  fileprivate static var learners: Telling {
    let content = DeclaredAnswer.Content(mediaType: ReportFormat.csv.mediaType, schema: .text())
    return Telling([
      DeclaredAnswer(200, "A line for each enrolment, below the names of the columns.", [content])
    ]) {
      listing, _ in
      Response(
        status: 200, headers: [Response.Field("Content-Type", ReportFormat.csv.contentType)],
        body: .stream(LearnerStream(listing)))
    }
  }
}

/// The lines of a list, as they are sent.
private final class LearnerStream: ByteStream {
  private let listing: Mutex<LearnerListing>

  init(_ listing: LearnerListing) {
    self.listing = Mutex(listing)
  }

  func next() throws -> [UInt8] {
    try listing.withLock { listing in
      while let lines = try listing.next() {
        // A piece of which nobody is listed is no end.
        if !lines.isEmpty { return lines }
      }
      return []
    }
  }
}
