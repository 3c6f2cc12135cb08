internal import Operations
internal import Values

extension Remedy {
  /// What to do, at this door: a step is a request to send.
  var toldAsRequest: String {
    switch self {
    case .words(let words): words
    case .step(let step): step.toldAsRequest
    }
  }
}

extension Remedy.Step {
  fileprivate var toldAsRequest: String {
    switch self {
    case .list(let kind): "GET \(kind.listing) shows what there is"
    case .showActivities: "GET /api/v1/courses/{course} lists the activities"
    case .publish(let course): "POST /api/v1/courses/\(course)/publish"
    case .openSession(let session): "POST /api/v1/sessions/\(session?.text ?? "{session}")/open"
    case .endorseNomination: "POST /api/v1/nominations/{nomination}/endorse"
    case .affiliate(let party, let day):
      "POST /api/v1/persons/{person}/affiliations with the party \(party) and a validity from \(day)"
    case .correctResult: "POST /api/v1/results/{result}/corrections corrects a recorded result"
    case .lookAtPlan: "POST /api/v1/imports?dryRun=true shows the plan"
    case .agreeToPlan(let hash):
      "POST /api/v1/imports?dryRun=true shows the plan; with apply=\(hash) in its place it is agreed to"
    }
  }
}

extension HistoryObject.Kind {
  /// The address that shows things of this kind.
  fileprivate var listing: String {
    switch self {
    case .party: "/api/v1/parties"
    case .person: "/api/v1/persons"
    case .affiliation: "/api/v1/persons/{person}"
    case .standardEdition: "/api/v1/standards"
    case .courseVersion: "/api/v1/courses/{course}/versions"
    case .result: "/api/v1/enrolments/{enrolment}/results"
    case .course, .catalogue, .session, .nomination, .enrolment, .assignment, .scheme, .certificate, .key,
      .job, .forwarding, .webhook, .report, .credentialKey, .involvement, .proposal, .pool, .accreditation,
      .release, .rubric, .observation, .fundingProgramme, .evaluation, .commitment, .onwardTraining,
      .definedReport:
      "/api/v1/\(rawValue)s"
    case .backup, .statementImport: "/api/v1/history"
    case .launch: "/api/v1/enrolments/{enrolment}/launches"
    }
  }
}
