internal import Arguments
internal import Enrolment
internal import Evaluation
internal import Operations
internal import People
internal import Representations
internal import Values

extension Noun {
  /// What those who were trained promise.
  static let commitment = Noun(
    name: "commitment", summary: "What those who were trained promise: to train others.",
    verbs: [.makeCommitment, .listCommitments, .endCommitment, .importCommitments])

  /// Whom those who were trained train.
  static let onwardTraining = Noun(
    name: "onward-training", summary: "Whom those who were trained train.",
    verbs: [.recordTraining, .listTrainings, .annulTraining, .importTrainings])
}

extension Verb {
  fileprivate static let makeCommitment = Verb.changing(
    "make", summary: "Record what somebody promises at a training: to train others by a day.",
    discussion: "How far it is kept is worked out of the onward training, never typed.",
    examples: [
      Example("registrar commitment make ENROLMENT --people 20 --due 2027-06-30", "To train 20 people.")
    ],
    arguments: [.enrolment],
    options: [
      .value("people", "N", isRequired: true, help: "How many are to be trained."),
      .value("due", "DAY", isRequired: true, help: "The last day on which that may be done."),
    ]
  ) { errand in
    let given = errand.given
    guard let people = try given.number("people", in: 1...1_000_000) else {
      throw given.missing("people", "N")
    }
    let commitment = try errand.perform(
      Commit(
        enrolment: try given.required("ENROLMENT", .id()), people: people,
        due: try given.required("due", .day)))
    try errand.changed(
      commitment.id.description, commitment, "Promised: \(commitment.people) people by \(commitment.due).",
      next: "onward-training record \(commitment.enrolment) --on DAY --title TEXT --female N --male N")
  }

  fileprivate static let listCommitments = Verb.showing(
    "list", summary: "List commitments, with how far they were kept.",
    examples: [Example("registrar commitment list", "Who promised what, and what came of it.")],
    options: Option.paging
  ) { errand in
    let page = try errand.answer(ListCommitments(page: try errand.given.page()))
    try errand.list(page, ["ID", "ENROLMENT", "PEOPLE", "DUE", "TRAINED", "STATE"]) { item in
      [
        item.commitment.id.description, item.commitment.enrolment.description,
        String(item.commitment.people), item.commitment.due.description, String(item.trained),
        item.commitment.endedAt == nil ? item.state.rawValue : "taken back",
      ]
    }
  }

  fileprivate static let endCommitment = Verb.changing(
    "end", summary: "Take a commitment back, with a reason.",
    examples: [
      Example("registrar commitment end COMMITMENT --reason \"Left the service\"", "It counts no more.")
    ],
    arguments: [
      Argument("COMMITMENT", kind: .naming(.commitment), help: "The commitment's identifier.")
    ], options: [.neededReason]
  ) { errand in
    let commitment = try errand.perform(
      EndCommitment(
        commitment: try errand.given.required("COMMITMENT", .id()),
        reason: try errand.given.required("reason", .text)))
    try errand.changed(commitment.id.description, commitment, "The commitment is taken back.")
  }

  fileprivate static let importCommitments = Verb.takingTable(
    "import", summary: "Record the commitments of a table, all or none.",
    discussion: """
      A row for each commitment: enrolment, people, due. A commitment is known again by its enrolment: the same table \
      twice changes nothing, and one that is recorded otherwise is told and left as it is.
      """,
    examples: [
      Example("registrar commitment import promised.csv --dry-run", "See what it would come to."),
      Example("registrar commitment import promised.csv", "Record what a whole session promised."),
    ]
  ) { errand, bytes, name, isDryRun in
    try errand.registrar.importCommitments(bytes, name: name, isDryRun: isDryRun, as: .owner)
  }

  fileprivate static let recordTraining = Verb.changing(
    "record", summary: "Record that somebody who was trained trained others.",
    discussion: """
      It counts once, for the trainer who led it, by the enrolment in which the trainer was trained; that has to be \
      completed. Who was trained is told as numbers, by sex.
      """,
    examples: [
      Example(
        "registrar onward-training record ENROLMENT --on 2027-02-03 --title \"Valuation for examiners\" "
          + "--female 9 --male 11 --evidence \"Attendance list 2027/4\"", "Twenty people were trained.")
    ],
    arguments: [.enrolment],
    options: [
      .value("on", "DAY", isRequired: true, help: "The day."),
      .value("title", "TEXT", isRequired: true, help: "What it was about."),
    ]
      + Person.Sex.allCases.map { .value($0.rawValue, "N", help: "How many of this sex; 0 where not given.") }
      + [
        .value(
          "helper", "PERSON", kind: .naming(.person), isRepeated: true,
          help: "Who helped; repeat it for others."),
        .value("evidence", "TEXT", help: "Where it can be seen."),
        .value("source", "ID", help: "What it is called where it came from."),
      ]
  ) { errand in
    let given = errand.given
    var counts: [Person.Sex: Int] = [:]
    for sex in Person.Sex.allCases { counts[sex] = try given.number(sex.rawValue, in: 0...100_000) }
    guard let trained = TrainedPeople(counts) else { throw given.missing("female", "N") }
    let training = try errand.perform(
      TrainOthers(
        enrolment: try given.required("ENROLMENT", .id()), on: try given.required("on", .day),
        title: try given.required("title", .text), trained: trained,
        helpers: try given.each("helper", .id()), evidence: try given.optional("evidence", .text) ?? "",
        source: try given.optional("source", .sourceIdentifier)))
    try errand.changed(
      training.id.description, training, "Recorded: \(training.trained.total) people trained.")
  }

  fileprivate static let listTrainings = Verb.showing(
    "list", summary: "List onward training in the order it was recorded.",
    examples: [
      Example(
        "registrar onward-training list --enrolment ENROLMENT", "Whom somebody who was trained trained.")
    ],
    options: [
      .value("enrolment", "ENROLMENT", kind: .naming(.enrolment), help: "Only that of this enrolment.")
    ] + Option.paging
  ) { errand in
    let page = try errand.answer(
      ListOnwardTrainings(
        enrolment: try errand.given.optional("enrolment", .id()), page: try errand.given.page()))
    try errand.list(page, ["ID", "ENROLMENT", "ON", "TITLE", "PEOPLE", "ANNULLED"]) { item in
      [
        item.id.description, item.enrolment.description, item.on.description, item.title,
        String(item.trained.total), item.annulledAt?.text(fractionDigits: 0) ?? "",
      ]
    }
  }

  fileprivate static let annulTraining = Verb.changing(
    "annul", summary: "Annul an onward training, with a reason; it stays in the records.",
    examples: [
      Example("registrar onward-training annul TRAINING --reason \"Entered twice\"", "It counts no more.")
    ],
    arguments: [
      Argument("TRAINING", kind: .naming(.onwardTraining), help: "The onward training's identifier.")
    ], options: [.neededReason]
  ) { errand in
    let training = try errand.perform(
      AnnulOnwardTraining(
        training: try errand.given.required("TRAINING", .id()),
        reason: try errand.given.required("reason", .text)))
    try errand.changed(training.id.description, training, "The onward training is annulled.")
  }

  fileprivate static let importTrainings = Verb.takingTable(
    "import", summary: "Record the onward training of a table, all or none.",
    discussion: """
      A row for each training: source-id, enrolment, on, title, and any of female, male, other, undisclosed, unknown, \
      evidence. A training is known again by its enrolment and source-id: the same table twice changes nothing.
      """,
    examples: [
      Example("registrar onward-training import trained.csv --dry-run", "See what it would come to."),
      Example("registrar onward-training import trained.csv", "Record it."),
    ]
  ) { errand, bytes, name, isDryRun in
    try errand.registrar.importOnwardTrainings(bytes, name: name, isDryRun: isDryRun, as: .owner)
  }
}
