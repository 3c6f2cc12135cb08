internal import Catalogue
internal import People
internal import Arguments
internal import Enrolment
internal import Operations
internal import Representations
internal import Values

extension Verb {
  /// Shows an enrolment with its progress and what its statements speak of.
  static let showEnrolment = Verb.showing(
    "show", summary: "Show an enrolment: progress, results, and what its statements name it by.",
    arguments: [.enrolment]
  ) { errand in
    let answer = try errand.answer(ShowEnrolment(try errand.given.required("ENROLMENT", .id())))
    try errand.show(answer) {
      details(of: answer).lines + progress(of: answer, errand.surroundings.columns)
        + statementIRIs(of: answer)
    }
  }
}

private func details(of answer: ShowEnrolment.Answer) -> Details {
  let enrolment = answer.enrolment
  return Details([
    ("id", enrolment.id.description),
    ("state", enrolment.state.rawValue + (answer.facts.isPassed ? ", passed" : "")),
    ("attended", answer.facts.hasAttended ? "yes" : "no"),
    ("person", "\(answer.person.name) (\(answer.person.id))"), ("session", answer.session.code.text),
    ("course", "\(answer.course.code), version \(answer.version.number)"),
    ("nomination", enrolment.nomination?.description), ("score", answer.progress.course.score?.words),
    ("results", answer.results.isEmpty ? nil : String(answer.results.count)),
  ])
}

private func progress(of answer: ShowEnrolment.Answer, _ columns: Int?) -> [String] {
  let rows = answer.version.structure.assignables.map { activity in
    let progress = answer.progress.activities[activity.key] ?? .none
    return [
      activity.key, activity.title.text(), progress.startedAt?.text(fractionDigits: 0) ?? "",
      progress.completedAt?.text(fractionDigits: 0) ?? "",
      progress.success == .unknown ? "" : progress.success.rawValue, progress.score?.words ?? "",
    ]
  }
  guard !rows.isEmpty else { return [] }
  return [""]
    + Table(["KEY", "ACTIVITY", "STARTED", "COMPLETED", "SUCCESS", "SCORE"], rows).lines(columns: columns)
}

/// What a client that sends statements has to name, ready to copy.
private func statementIRIs(of answer: ShowEnrolment.Answer) -> [String] {
  let activities = answer.version.structure.assignables.map { activity in
    (
      "activity \(activity.key)",
      ActivityIRI.of(activity.key, version: answer.version.id, origin: answer.origin)
    )
  }
  let rows: [(String, String?)] = [
    ("actor homePage", answer.origin), ("actor name", answer.person.id.description),
    ("registration", answer.enrolment.id.description), ("category", answer.category),
  ]
  return ["", "Statements name it by:"]
    + Details(rows.map { ($0.0, $0.1) } + activities.map { ($0.0, $0.1) }).lines
}
