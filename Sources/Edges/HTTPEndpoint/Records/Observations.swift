internal import Assessment
internal import Enrolment
internal import Operations
internal import People
internal import Representations
internal import Values

extension Route {
  /// Rubrics, and what was observed by them.
  static let observationRoutes: [Route] = [
    asks("/api/v1/rubrics", "List the rubrics by code.", by: .paging, told: .page()) { _, page in
      ListRubrics(page: page)
    },
    asks("/api/v1/rubrics/{rubric}", "Show a rubric with all its versions.", told: .record) { call in
      ShowRubric(try call.reference(0, .rubric))
    },
    asks(
      "/api/v1/observations", "List observations in the order they were recorded.",
      by: .optional("person", .id(), "Only those of this person."),
      .optional("observer", .id(), "Only those by this observer, first or second."),
      .optional("session", .reference("VAL-2026-1"), "Only those in this session."),
      .optional("state", .choice(), "Only those in this state."), .paging, told: .page()
    ) { _, person, observer, session, state, page in
      ListObservations(person: person, observer: observer, session: session, state: state, page: page)
    },
    changes(
      "/api/v1/observations", "Record what an observer saw of a person's performance.",
      takes: .needed("rubric", .reference("PRACTICE-LESSON"), "The rubric."),
      .needed("person", .id(), "Who was observed."), .observer,
      .optional("on", .day, "The day; today (UTC) where not given."),
      .optional("session", .reference("VAL-2026-1"), "The session in which it took place."),
      .optional("witness", .text, "Who else was there."), .marks,
      told: .created { "/api/v1/observations/\($0.id)" }
    ) { _, rubric, person, observer, day, session, witness, marks in
      RecordObservation(
        rubric: rubric, person: person, observer: observer, on: day, session: session, witness: witness ?? "",
        marks: marks)
    },
    asks(
      "/api/v1/observations/{observation}", "Show an observation with its marks and all that happened to it.",
      told: .record
    ) { call in ShowObservation(try call.id(0, .observation)) },
    changes(
      "/api/v1/observations/{observation}/second", "Record what a second observer saw.",
      takes: .observer, .marks, told: .record
    ) { call, observer, marks in
      SecondObservation(observation: try call.id(0, .observation), observer: observer, marks: marks)
    },
    changes(
      "/api/v1/observations/{observation}/acknowledge", "Record what who was observed says to it.",
      takes: .needed("acknowledgement", .choice(), "What the person says."),
      .optional("comment", .text, "In the person's own words."), told: .record
    ) { call, acknowledgement, comment in
      AcknowledgeObservation(
        observation: try call.id(0, .observation), acknowledgement: acknowledgement, comment: comment)
    },
    changes(
      "/api/v1/observations/{observation}/sign-off",
      "Sign an observation off: another person than all who took part answers for it.",
      takes: .optional("by", .id(), "Who signs off; the key's own person where not given."),
      mayBeEmpty: true, told: .record
    ) { call, signer in SignOffObservation(observation: try call.id(0, .observation), by: signer) },
    changes(
      "/api/v1/observations/{observation}/annul", "Annul an observation; it stays in the records.",
      takes: .needed("reason", .text, "Why; kept in the history."), told: .record
    ) { call, reason in AnnulObservation(observation: try call.id(0, .observation), reason: reason) },
    changes(
      "/api/v1/enrolments/{enrolment}/observed-results", "Record a result that rests on an observation.",
      takes: .needed("observation", .id(), "The observation; it is signed off."),
      .optional("activity", .text("1"), "The activity observed; the course as a whole where not given."),
      .optional(
        "final", .truth, else: false, "false",
        "Whether it is the last attempt: where it fails, the enrolment has failed."),
      told: .created { "/api/v1/results/\($0.result.id)" }
    ) { call, observation, activity, isFinal in
      RecordObservedResult(
        enrolment: try call.id(0, .enrolment), observation: observation, activity: activity, isFinal: isFinal)
    },
  ]
}

extension Member where Value == PersonID? {
  fileprivate static var observer: Member {
    .optional("observer", .id(), "Who observed; the key's own person where not given.")
  }
}

extension Member where Value == [ObservedMark] {
  /// A mark for every criterion of the rubric.
  fileprivate static var marks: Member {
    .needed(
      "marks",
      .list(
        of: .object(
          .needed("criterion", .code("instruction"), "The criterion's code."),
          .needed("mark", .whole, "The mark of one of its anchors."),
          .optional("comment", .text, "The line that supports it.")
        ) { (_, criterion: CriterionCode, mark: Int, comment: String?) throws(Problem) in
          ObservedMark(criterion: criterion, mark: mark, comment: comment ?? "")
        }), "One for every criterion of the rubric.")
  }
}
