internal import HTTP
internal import Operations
internal import Reports
internal import Representations
internal import Synchronization
internal import Values

extension Route {
  /// The list of learners, sent as it is read.
  static let learnerRoutes: [Route] = [
    worksOut(
      "/api/v1/reports/learners", "List every enrolment by name, as comma-separated values.",
      needing: .readReports,
      by: .optional(
        "party", .reference("KE"), "Only those who belonged to this party when their session started."),
      .someReportDays,
      .optional("zone", .line("UTC"), else: "UTC", "\"UTC\"", ReportMeaning.zone),
      .optional("cut-off", .instant, ReportMeaning.cutOff),
      .optional("language", .language, else: .english, "\"en\"", "The language of titles."), told: .learners
    ) { call, party, period, zone, cutOff, language in
      let asked = LearnersToList(
        party: party, period: period, timeZone: zone,
        cutOff: cutOff, language: language)
      let principal = try call.knownPrincipal()
      return LongTask { _ in try call.registrar.listLearners(asked, as: principal) }
    }
  ]
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
