internal import Operations
internal import Values

extension Remedy {
  /// What to do, at this door: a step is a command to type.
  var toldAsCommand: String {
    switch self {
    case .words(let words): words
    case .step(let step): step.toldAsCommand
    }
  }
}

extension Remedy.Step {
  fileprivate var toldAsCommand: String {
    switch self {
    case .list(let kind): "\(kind.listing) shows what there is"
    case .showActivities: "registrar course show COURSE lists the activities"
    case .publish(let course): "registrar course publish \(course)"
    case .openSession(let session): "registrar session open \(session?.text ?? "SESSION")"
    case .endorseNomination: "registrar nomination endorse NOMINATION"
    case .affiliate(let party, let day):
      "registrar person affiliate PERSON --organisation \(party) --from \(day)"
    case .correctResult: "registrar result correct RESULT --reason TEXT corrects a recorded result"
    case .lookAtPlan: "registrar import PACKAGE --dry-run shows the plan"
    case .agreeToPlan(let hash):
      "registrar import PACKAGE --dry-run shows the plan; with --apply \(hash) it is agreed to"
    }
  }
}

extension HistoryObject.Kind {
  /// The command that shows things of this kind.
  fileprivate var listing: String {
    switch self {
    case .party: "registrar organisation list"
    case .affiliation: "registrar person show PERSON"
    case .standardEdition: "registrar standard list"
    case .courseVersion: "registrar course show COURSE"
    case .result: "registrar result list ENROLMENT"
    case .backup, .statementImport: "registrar history"
    case .launch: "registrar enrolment launches ENROLMENT"
    case .proposal: "registrar certificate proposals"
    case .definedReport: "registrar report defined"
    case .person, .course, .catalogue, .session, .nomination, .enrolment, .assignment, .scheme, .certificate,
      .key, .job, .forwarding, .webhook, .report, .credentialKey, .involvement, .pool, .accreditation,
      .release, .rubric, .observation, .fundingProgramme, .evaluation, .commitment, .onwardTraining:
      "registrar \(rawValue) list"
    }
  }
}
