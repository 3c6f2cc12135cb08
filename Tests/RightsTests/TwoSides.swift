import Accreditation
import Assessment
import Catalogue
import Certification
import Enrolment
import Evaluation
import Operations
import People
import ProgramDriver
import Reports
import Values

/// One session with all that belongs to it: who was nominated by the side's Member, took part, was assessed, certified.
struct Delivery: Sendable {
  let host: String
  let session: Session
  let scheme: String
  let person: Person
  let affiliation: Affiliation
  let nomination: Nomination
  let enrolment: Enrolment
  let result: AssessmentResult
  let certificate: Certificate
  let assignment: AssessorAssignment
  let launch: LaunchSession
  /// The person as a candidate of the Member's, and released by it.
  let accreditation: Accreditation
  let release: ExpertRelease
  /// What somebody of the centre observed of the person in the session.
  let observation: Observation
  /// What somebody of the centre was declared to be to everyone in the session.
  let involvement: Involvement
  /// An award under a scheme of two persons that waits for its release.
  let proposal: AwardProposal
  /// What was asked about the session, and a form that came back.
  let evaluation: Evaluation
  let answer: EvaluationAnswer
  /// What the person promised, and whom the person trained.
  let commitment: Commitment
  let training: OnwardTraining
}

/// Everything of one region: a Member, a regional office, a training centre and a university that each deliver a session
/// to an officer of the Member, a donor, an assessor.
struct Side: Sendable {
  let name: String
  let assessor: Person
  let ofCentre: Delivery
  let ofUniversity: Delivery
  /// Reports that were issued, by the party that each is made out to.
  let reports: [String: ReportID]

  var member: String { "MEMBER-\(name)" }
  var office: String { "ROCB-\(name)" }
  var centre: String { "RTC-\(name)" }
  var university: String { "UNI-\(name)" }
  var donor: String { "DONOR-\(name)" }
  var programme: String { "FUND-\(name)" }

  /// What a role has to do with: a university's registrar with its session, everyone else with the training centre's.
  func delivery(for role: Role) -> Delivery { role == .universityRegistrar ? ofUniversity : ofCentre }

  /// The party that a role is held for; any of the side where that does not matter.
  func party(of role: Role) -> String {
    switch role {
    case .secretariatOfficer, .directorateAnalyst, .certificationOfficer, .auditor, .nationalCoordinator,
      .assessor, .learner, .expert:
      member
    case .rocb: office
    case .trainingCentre: centre
    case .universityRegistrar: university
    case .donor: donor
    }
  }
}

/// Two sides that have nothing in common but the course, the standard and the Secretariat.
struct TwoSides {
  let house: RightsHouse
  let course: Course
  let a: Side
  let b: Side
  /// Who holds the keys of those who decide on certificates.
  let decider: Person

  init(_ house: RightsHouse) throws {
    self.house = house
    try house.perform(
      AddParty(
        code: code("SECRETARIAT"), kind: .secretariat, names: text("Secretariat"), region: nil,
        validity: days("2020-01-01")))
    let item = StandardItem(
      code: code("OM-1"), level: .operationalManager, kind: .knowledge, titles: text("Origin"))
    try house.perform(
      AddStandardEdition(
        code: code("STANDARD"), framework: "EXAMPLE", year: 2026, state: .inForce, titles: text("Standard"),
        items: [item]))
    try house.perform(AddCatalogue(code: code("TTT"), titles: text("Train the Trainers")))
    course = try house.addCourse("ORIGIN", number: 1)
    _ = try house.registrar.importPool(Array(RightsTable.pool.utf8), name: "pool.xml", as: .owner)
    _ = try house.registrar.importRubric(
      Array(RightsTable.rubric.utf8), name: "rubric.xml", as: .owner)
    a = try Side("A", .esa, course, in: house)
    b = try Side("B", .ap, course, in: house)
    decider = try house.add("Decider", of: "SECRETARIAT")
    try house.registrar.issueCredentials()
  }

  /// A key of a role of side A.
  func key(_ role: Role) throws -> (key: Key, principal: Principal) {
    let person: PersonID? =
      switch role {
      case .assessor: a.assessor.id
      case .learner, .expert: a.ofCentre.person.id
      case .certificationOfficer, .universityRegistrar: decider.id
      default: nil
      }
    let party: String? =
      switch role {
      case .secretariatOfficer, .directorateAnalyst, .certificationOfficer, .auditor: "SECRETARIAT"
      case .assessor, .learner, .expert: nil
      default: a.party(of: role)
      }
    return try house.make(
      CreateKey(
        name: role.rawValue, scope: .api, role: role, party: party.map { reference($0) }, person: person))
  }
}

extension Side {
  fileprivate init(_ name: String, _ region: Region, _ course: Course, in house: RightsHouse) throws {
    for (party, kind) in [
      ("MEMBER", Party.Kind.member), ("ROCB", .rocb), ("RTC", .rtc), ("UNI", .university), ("DONOR", .donor),
    ] {
      try house.perform(
        AddParty(
          code: code("\(party)-\(name)"), kind: kind, names: text("\(party) of \(name)"),
          region: kind.hasRegion ? region : nil, validity: days("2020-01-01")))
    }
    try house.perform(
      AddFundingProgramme(
        code: code("FUND-\(name)"), donor: reference("DONOR-\(name)"), titles: text("Fund of \(name)"),
        days: days("2026-01-01", "2026-12-31")))
    let assessor = try house.add("Assessor \(name)", of: "RTC-\(name)")
    self.init(
      name: name, assessor: assessor,
      ofCentre: try Delivery("RTC-\(name)", side: name, course, assessor, in: house),
      ofUniversity: try Delivery("UNI-\(name)", side: name, course, assessor, in: house),
      reports: try house.issueReports(name))
  }
}

extension Delivery {
  fileprivate init(
    _ host: String, side: String, _ course: Course, _ assessor: Person, in house: RightsHouse
  ) throws {
    self.host = host
    scheme = "SCHEME-\(host)"
    try house.perform(
      AddScheme(
        code: code(scheme), titles: text("Scheme of \(host)"), issuer: reference(host),
        rules: .init(
          kind: .achievement, course: .id(course.id), minimumScore: nil, validity: .unlimited, timeZone: "UTC"
        )))
    let planned = try house.plan("SESSION-\(host)", course, host: host)
    session = try house.perform(MoveSession(session: .id(planned.id), event: .open))
    person = try house.add("Officer \(host)", of: "MEMBER-\(side)")
    affiliation = try house.answer(ShowPerson(person.id)).affiliations[0].affiliation
    let proposed = try house.perform(
      Nominate(person: person.id, session: .id(session.id), party: reference("MEMBER-\(side)")))
    nomination = try house.perform(MoveNomination(nomination: proposed.id, event: .endorse))
    enrolment = try house.perform(Enrol(.nominated(nomination.id)))
    assignment = try house.perform(AssignAssessor(assessor: assessor.id, work: .session(.id(session.id))))
    result = try house.perform(
      RecordResult(enrolment: enrolment.id, activity: nil, basis: try mark("0.9"), assessedOn: someDay)
    ).result
    certificate = try house.perform(Award(enrolment: enrolment.id, scheme: reference(scheme))).certificate
    launch = try house.perform(LaunchActivity(enrolment: enrolment.id, activity: "1")).session
    accreditation = try house.perform(
      NominateExpert(
        person: person.id, pool: reference("TOA-PCA"), language: .english,
        party: reference("MEMBER-\(side)")))
    release = try house.perform(
      ReleaseExpert(
        person: person.id, party: reference("MEMBER-\(side)"), days: days("2026-06-01", "2026-06-30")))
    let observer = try house.add("Observer \(host)", of: host)
    observation = try house.perform(
      RecordObservation(
        rubric: reference("LESSON"), person: person.id, observer: observer.id, session: .id(session.id),
        marks: RightsTable.marks))
    involvement = try house.perform(
      DeclareInvolvement(person: observer.id, duty: .trained, subject: .session(.id(session.id))))
    proposal = try house.propose(enrolment.id, by: observer.id, "TWO-\(host)", course, issuer: host)
    evaluation = try house.perform(
      AskEvaluation(
        code: code("EVALUATION-\(host)"), session: .id(session.id), level: .reaction, respondents: .learner,
        asked: 1000, due: someDay, highestMark: 5, questions: [code("relevance")], isAnonymous: true))
    answer = try house.perform(
      AnswerEvaluation(
        evaluation: .id(evaluation.id), marks: [EvaluationMark(question: code("relevance"), mark: 4)]))
    commitment = try house.perform(Commit(enrolment: enrolment.id, people: 9, due: someDay))
    training = try house.perform(
      TrainOthers(
        enrolment: enrolment.id, on: someDay, title: "Lesson of \(host)", trained: RightsTable.trainees))
  }
}

extension RightsHouse {
  /// Issues a report to each party of a side that reports are made out to.
  fileprivate func issueReports(_ name: String) throws -> [String: ReportID] {
    let audiences: [(party: String, audience: ReportAudience)] = [
      ("MEMBER", .member), ("ROCB", .rocb), ("UNI", .university), ("DONOR", .donor),
    ]
    return try Dictionary(
      uniqueKeysWithValues: audiences.map { kind, audience in
        let party = "\(kind)-\(name)"
        let asked = ReportCertification(
          audience: audience, party: reference(party), period: days("2026-01-01", "2026-12-31"),
          timeZone: "UTC", cutOff: nil, language: .english)
        return (party, try registrar.issueReport(.report(asked), as: .owner).id)
      })
  }

  /// Proposes an award under a scheme of its own that asks for two persons.
  fileprivate func propose(
    _ enrolment: EnrolmentID, by person: PersonID, _ scheme: String, _ course: Course, issuer: String
  ) throws -> AwardProposal {
    try perform(
      AddScheme(
        code: code(scheme), titles: text("Two persons"), issuer: reference(issuer),
        rules: .init(
          kind: .achievement, course: .id(course.id), minimumScore: nil,
          decision: DecisionRule(separation: [], isReleasedByAnother: true), validity: .unlimited,
          timeZone: "UTC")))
    return try perform(ProposeAward(enrolment: enrolment, scheme: reference(scheme), decidedBy: person))
  }

  /// Enters somebody with a place in a party.
  func add(_ name: String, of party: String, from day: String = "2020-01-01", to end: String? = nil) throws
    -> Person
  {
    try perform(
      AddPerson(
        name: name, sex: .unknown, language: .english, mailboxes: [],
        place: place(in: party, from: day, to: end))
    ).person
  }

  func plan(_ name: String, _ course: Course, host: String?) throws -> Session {
    try perform(
      PlanSession(
        code: code(name), course: .id(course.id), mode: .tutored, days: days("2026-03-01", "2026-03-31"),
        timeZone: "UTC", language: .english, capacity: nil, host: host.map { reference($0) }))
  }
}

func place(in party: String, from day: String = "2020-01-01", to end: String? = nil) -> AddPerson.Place {
  AddPerson.Place(party: reference(party), unit: "", post: "", roleLevel: nil, validity: days(day, end))
}

/// A scaled score.
func mark(_ scaled: String) throws -> AssessmentResult.Basis {
  .scored(try Score(scaled: ExactDecimal(scaled)))
}

/// A day within every session.
var someDay: Day { days("2026-03-02").from }
