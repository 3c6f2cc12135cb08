import Catalogue
import Enrolment
import People
import Values

/// What is counted of enrolments, folded one by one. Memory grows with the groups and the people, not with the
/// enrolments.
struct EnrolmentFigures {
  /// What an enrolment came to.
  enum Outcome: String, CaseIterable {
    case passed
    case completedWithoutPass = "completed-without-pass"
    case failed
  }

  /// What happened to an enrolment on a day.
  enum Event: String, CaseIterable {
    case enrolled, started, completed, failed, withdrawn
    case noShow = "no-show"
    case expired
  }

  /// A party that moves to another region is a group in each: the parties of a region share what the region counts.
  struct PartyKey: Hashable {
    let party: PartyID?
    let region: Region?
  }

  /// A party with the groups that it belonged to.
  struct MembershipKey: Hashable {
    let party: PartyKey
    let groups: Set<PartyGroupCode>
  }

  /// A party's group and how it is shown.
  struct PartyGroup {
    let label: PartyLabel?
    var tally = Tally.none
  }

  /// A course's group, how it is shown, and its versions.
  struct CourseGroup {
    let label: CourseLabel
    var tally = Tally.none
    var versions: [CourseVersionID: Tally] = [:]
  }

  /// A donor's group, how it is shown, and the sessions that it has enrolments in.
  struct DonorGroup {
    let label: PartyLabel?
    var tally = Tally.none
    var sessions: Set<SessionCode> = []
  }

  /// All enrolments that were recorded in the period.
  private(set) var whole = Tally.none
  private(set) var states: [EnrolmentState: Tally] = [:]
  private(set) var outcomes: [Outcome: Tally] = [:]
  private(set) var events: [Event: Tally] = [:]
  private(set) var regions: [Region?: Tally] = [:]
  private(set) var parties: [PartyKey: PartyGroup] = [:]
  private(set) var memberships: [MembershipKey: Tally] = [:]
  private(set) var sexes: [Person.Sex: Tally] = [:]
  private(set) var modes: [Session.Mode: Tally] = [:]
  private(set) var languages: [LanguageTag: Tally] = [:]
  private(set) var roleLevels: [RoleLevel?: Tally] = [:]
  private(set) var courses: [CourseID: CourseGroup] = [:]
  /// By each donor that pays for seats in the session; nil is those that nobody pays for.
  private(set) var donors: [PartyID?: DonorGroup] = [:]
  /// By the month that the enrolment was recorded in.
  private(set) var months: [Month: Tally] = [:]
  /// The enrolments that led to a certificate, whatever became of it.
  private(set) var certified = Tally.none
  /// Those who part the certified enrolments from those that came to another stage.
  private(set) var apartFromCertified: [Funnel.Gap: Headcount] = [:]

  /// Counts an enrolment that was recorded in the period, by its person's number.
  mutating func add(_ fact: EnrolmentFact, person: Int) {
    let (hasAttended, isCompleted) = (fact.facts.hasAttended, fact.state == .completed)
    whole.add(person, hasAttended: hasAttended, isCompleted: isCompleted)
    states[fact.state, default: .none].add(person, hasAttended: hasAttended, isCompleted: isCompleted)
    if let outcome = Outcome(of: fact) { outcomes[outcome, default: .none].add(person) }
    regions[fact.party?.region, default: .none].add(
      person, hasAttended: hasAttended, isCompleted: isCompleted)
    let party = PartyKey(party: fact.party?.id, region: fact.party?.region)
    parties[party, default: PartyGroup(label: fact.party)].tally.add(
      person, hasAttended: hasAttended, isCompleted: isCompleted)
    memberships[MembershipKey(party: party, groups: fact.groups), default: .none].add(
      person, hasAttended: hasAttended, isCompleted: isCompleted)
    sexes[fact.sex, default: .none].add(person, hasAttended: hasAttended, isCompleted: isCompleted)
    modes[fact.mode, default: .none].add(person, hasAttended: hasAttended, isCompleted: isCompleted)
    languages[fact.language, default: .none].add(person, hasAttended: hasAttended, isCompleted: isCompleted)
    roleLevels[fact.roleLevel, default: .none].add(person, hasAttended: hasAttended, isCompleted: isCompleted)
    months[Month(of: fact.enrolledOn), default: .none].add(
      person, hasAttended: hasAttended, isCompleted: isCompleted)
    if fact.isCertified { certified.add(person) }
    for stage in Funnel.Stage.allCases where fact.hasReached(stage) != fact.isCertified {
      let gap = Funnel.Gap(stage: stage, isCertified: fact.isCertified)
      apartFromCertified[gap, default: Headcount()].insert(person)
    }
    addCourse(of: fact, person: person, hasAttended: hasAttended, isCompleted: isCompleted)
    addDonors(of: fact, person: person, hasAttended: hasAttended, isCompleted: isCompleted)
  }

  /// Counts what happened to an enrolment in the period, whenever it was recorded.
  mutating func addEvents(of fact: EnrolmentFact, person: Int, in period: ReportParameters) {
    let hasAttended = fact.facts.hasAttended
    var happened: [Event] = []
    if period.contains(fact.enrolledOn) { happened.append(.enrolled) }
    if period.contains(fact.startedOn) { happened.append(.started) }
    if period.contains(fact.endedOn), let end = Event(endingIn: fact.state) { happened.append(end) }
    for event in happened { events[event, default: .none].add(person, hasAttended: hasAttended) }
  }

  private mutating func addDonors(
    of fact: EnrolmentFact, person: Int, hasAttended: Bool, isCompleted: Bool
  ) {
    let labels: [PartyLabel?] = fact.donors.isEmpty ? [nil] : Array(fact.donors)
    for label in labels {
      donors[label?.id, default: DonorGroup(label: label)].tally.add(
        person, hasAttended: hasAttended, isCompleted: isCompleted)
      donors[label?.id]?.sessions.insert(fact.session)
    }
  }

  private mutating func addCourse(
    of fact: EnrolmentFact, person: Int, hasAttended: Bool, isCompleted: Bool
  ) {
    let course = fact.course.id
    courses[course, default: CourseGroup(label: fact.course)].tally.add(
      person, hasAttended: hasAttended, isCompleted: isCompleted)
    guard isCompleted else { return }
    courses[course]?.versions[fact.version, default: .none].add(
      person, hasAttended: hasAttended, isCompleted: true)
  }
}

extension EnrolmentFigures.Outcome {
  /// Nil while the enrolment has come to nothing yet, or ended without being judged.
  init?(of fact: EnrolmentFact) {
    switch fact.state {
    case .completed: self = fact.facts.isPassed ? .passed : .completedWithoutPass
    case .failed: self = .failed
    case .waiting, .enrolled, .started, .withdrawn, .noShow, .expired: return nil
    }
  }
}

extension EnrolmentFigures.Event {
  /// The event that brings an enrolment into a state that ends it; nil for the others.
  init?(endingIn state: EnrolmentState) {
    switch state {
    case .completed: self = .completed
    case .failed: self = .failed
    case .withdrawn: self = .withdrawn
    case .noShow: self = .noShow
    case .expired: self = .expired
    case .waiting, .enrolled, .started: return nil
    }
  }
}
