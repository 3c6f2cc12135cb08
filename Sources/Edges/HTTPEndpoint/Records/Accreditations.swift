internal import Accreditation
internal import Operations
internal import People
internal import Representations
internal import Values

extension Route {
  /// Cases of experts, from the nomination to what became of it.
  static let accreditationRoutes: [Route] =
    [
      asks(
        "/api/v1/accreditations", "List accreditations in the order they were recorded.",
        by: .optional("pool", .reference("TOA-PCA"), "Only those in this pool."),
        .optional("state", .choice(), "Only those in this state."),
        .optional("party", .reference("KE"), "Only those that this organisation put forward."),
        .optional("person", .id(), "Only those of this person."),
        .optional("dueBy", .day, "Only those whose next stage is due by this day."), .paging, told: .page()
      ) { _, pool, state, party, person, day, page in
        ListAccreditations(pool: pool, state: state, party: party, person: person, dueBy: day, page: page)
      },
      changes(
        "/api/v1/accreditations", "Put a person forward for a pool of experts.",
        takes: .needed("person", .id(), "The person."),
        .needed("pool", .reference("TOA-PCA"), "The pool."),
        .needed("language", .language, "The language group."),
        .needed("party", .reference("KE"), "The organisation that nominates."), .on,
        told: .created { "/api/v1/accreditations/\($0.id)" }
      ) { _, person, pool, language, party, day in
        NominateExpert(person: person, pool: pool, language: language, party: party, on: day)
      },
      asks(
        "/api/v1/accreditations/{accreditation}", "Show an accreditation with all that happened to it.",
        told: .record
      ) { call in ShowAccreditation(try call.id(0, .accreditation)) },
      changes(
        "/api/v1/accreditations/{accreditation}/missions",
        "Send a candidate on a mission beside an expert who evaluates.",
        takes: .needed("party", .reference("KE"), "The organisation that is worked in."),
        .needed("days", .closedDays, "The first and last day."),
        .needed("evaluator", .id(), "Who evaluates: accredited in the category, or of the Secretariat."), .on,
        told: .record
      ) { call, party, days, evaluator, day in
        AssignMission(
          accreditation: try call.id(0, .accreditation), party: party, days: days, evaluator: evaluator,
          on: day)
      },
      changes(
        "/api/v1/accreditations/{accreditation}/conversions",
        "Convert an accredited expert into another pool; the accreditation ends with that.",
        takes: .needed("pool", .reference("MPA"), "The pool that the expert is converted into."), .on,
        .optional("session", .reference("VAL-2026-1"), "The refresher with testing."),
        .optional("reason", .text, "Why; kept in the history."),
        told: .created { "/api/v1/accreditations/\($0.id)" }
      ) { call, pool, day, session, reason in
        ConvertAccreditation(
          accreditation: try call.id(0, .accreditation), pool: pool, on: day, session: session, reason: reason
        )
      },
    ]
    + MoveAccreditation.Step.allCases.map { step in
      changes(
        "/api/v1/accreditations/{accreditation}/\(step.rawValue)", step.summary, needing: step.neededRight,
        takes: .on, .optional("session", .reference("VAL-2026-1"), "The workshop or refresher."),
        .optional("assessor", .id(), "Who assessed; not named where the evaluator of a mission did."),
        .optional("observation", .id(), "The observation that the verdict rests on."),
        .optional("reason", .text, "Why; kept in the history."), mayBeEmpty: true, told: .record
      ) { call, day, session, assessor, observation, reason in
        MoveAccreditation(
          accreditation: try call.id(0, .accreditation), step: step, on: day, session: session,
          assessor: assessor, observation: observation, reason: reason)
      }
    }
}

extension Member where Value == Day? {
  /// The day of something, today where it is not given.
  fileprivate static var on: Member {
    .optional("on", .day, "The day on which it happened; today (UTC) where not given.")
  }
}
