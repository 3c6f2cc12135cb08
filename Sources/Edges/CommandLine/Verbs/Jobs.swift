internal import Arguments
internal import Operations
internal import Representations
internal import Values

extension Noun {
  /// Work that was asked for over HTTP and not waited for.
  static let job = Noun(
    name: "job", summary: "Long work that was asked for over HTTP and not waited for.",
    verbs: [.listJobs, .showJob, .cancelJob])
}

extension Verb {
  fileprivate static let listJobs = Verb.showing(
    "list", summary: "List the jobs in the order they were taken.",
    examples: [Example("registrar job list", "See what is under way, and what became of the rest.")],
    options: [.choice("state", "STATE", of: JobState.self, help: "Only those in this state.")]
      + Option.paging
  ) { errand in
    let page = try errand.answer(
      ListJobs(
        state: try errand.given.optional("state", .choice()), page: try errand.given.page()))
    let registrar = try errand.registrar
    let jobs = page.map { JobRepresentation($0, progress: registrar.progress(of: $0.id)) }
    let rows = page.items.map { job in
      [
        job.id.description, job.state.rawValue, job.task, job.takenAt.text(fractionDigits: 0),
        job.endedAt?.text(fractionDigits: 0) ?? "",
      ]
    }
    var row = rows.makeIterator()
    try errand.list(jobs, ["ID", "STATE", "TASK", "TAKEN", "ENDED"]) { _ in row.next() ?? [] }
  }

  fileprivate static let showJob = Verb.showing(
    "show", summary: "Show a job: how it stands, how far it has come.",
    examples: [Example("registrar job show JOB", "See how far a job has come.")], arguments: [.job]
  ) { errand in
    let job = try errand.answer(ShowJob(try errand.given.required("JOB", .id())))
    let progress = try errand.registrar.progress(of: job.id)
    try errand.show(JobRepresentation(job, progress: progress)) {
      Details([
        ("id", job.id.description), ("state", job.state.rawValue), ("task", job.task),
        ("asked by key", job.owner.description),
        ("progress", progress.map { "\($0.done) of \($0.total)" }),
        ("taken", job.takenAt.text(fractionDigits: 0)),
        ("started", job.startedAt?.text(fractionDigits: 0)), ("ended", job.endedAt?.text(fractionDigits: 0)),
        ("outcome", job.status.map { "HTTP \($0)" }),
      ]).lines
    }
  }

  fileprivate static let cancelJob = Verb.changing(
    "cancel", summary: "Call a job off; nothing of it is recorded.",
    examples: [Example("registrar job cancel JOB", "Call a job off.")], arguments: [.job]
  ) { errand in
    let job = try errand.registrar.cancelJob(try errand.given.required("JOB", .id()), as: .owner)
    try errand.changed(
      job.id.description, JobRepresentation(job, progress: nil), "The job is \(job.state.rawValue).")
  }
}

extension Argument {
  fileprivate static let job = Argument("JOB", kind: .naming(.job), help: "The job's identifier.")
}
