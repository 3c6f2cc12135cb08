internal import Accreditation
internal import Operations
internal import People
internal import Representations
internal import Values

extension Route {
  /// The register of experts, and who releases whom.
  static let expertRoutes: [Route] = [
    asks(
      "/api/v1/experts", "List who holds a standing in a pool of experts.",
      by: .optional("category", .choice(), "Only experts of this category."),
      .optional("subject", .code("PCA"), "Only experts in this subject."),
      .optional("language", .language, "Only experts of this language group."),
      .optional("standing", .choice(), "Only who holds this standing."),
      .optional("party", .reference("KE"), "Only who was put forward by this organisation."),
      .optional("availableFrom", .day, "Only who is released, and on no mission, from this day on."),
      .optional("availableTo", .day, "To this day, inclusive; the same day where not given."),
      .optional("on", .day, "The day on which the standing is held; today (UTC) where not given."), .paging,
      told: .page()
    ) { _, category, subject, language, standing, party, from, to, day, page in
      ListExperts(
        category: category, subject: subject, language: language, standing: standing, party: party,
        available: try availability(from, to), on: day, page: page)
    },
    asks(
      "/api/v1/releases", "List releases of experts in the order they were recorded.",
      by: .optional("person", .id(), "Only those of this person."), .paging, told: .page()
    ) { _, person, page in ListReleases(person: person, page: page) },
    changes(
      "/api/v1/releases", "Make an expert available for missions on some days.",
      takes: .needed("person", .id(), "The expert."),
      .needed("party", .reference("KE"), "The organisation that releases."),
      .needed("days", .closedDays, "The first and last day."),
      told: .created { "/api/v1/releases/\($0.id)" }
    ) { _, person, party, days in ReleaseExpert(person: person, party: party, days: days) },
    asks("/api/v1/releases/{release}", "Show a release.", told: .record) { call in
      ShowRelease(try call.id(0, .release))
    },
    moves("/api/v1/releases/{release}/end", "Take a release back.", told: .record) { call, reason in
      EndRelease(release: try call.id(0, .release), reason: reason)
    },
  ]

  private static func availability(_ from: Day?, _ to: Day?) throws(Problem) -> DayRange? {
    guard let from else {
      guard to == nil else {
        throw .parameter("availableTo", "parameters-conflict", "it is given with availableFrom")
      }
      return nil
    }
    guard let days = DayRange(from: from, to: to ?? from) else {
      throw .parameter("availableTo", "unusable-value", "the last day is before the first")
    }
    return days
  }
}
