import Enrolment
import People
import Values

/// What is counted of the sessions that donors pay for, folded one enrolment at a time. A donor's report counts what that
/// donor pays for, and nothing of what others do in the same sessions.
struct FundingFigures {
  /// What a donor pays for under one programme, or under none.
  struct Key: Hashable {
    let donor: PartyID
    let programme: FundingProgrammeID?

    init(_ line: FundedSeatsFact) { (donor, programme) = (line.donor.id, line.programme?.id) }
  }

  /// What was counted of one such part.
  struct Group {
    let donor: PartyLabel
    let programme: ProgrammeLabel?
    var sessions: Set<SessionCode> = []
    var tally = Tally.none
    /// The people among the enrolments whose sex is recorded as female.
    var women = Headcount()
    /// The people whose sex is not.
    var others = Headcount()
    /// The seats of the sessions whose number of seats is known; nil while it is of none.
    var seats: Int?
    /// The attendances in these sessions, up to their seats.
    var used = 0
    /// The people among the attendances in these sessions.
    var seated = Headcount()
    /// The people among the attendances in sessions whose number of seats is not known.
    var unseated = Headcount()

    init(_ line: FundedSeatsFact) { (donor, programme) = (line.donor, line.programme) }
  }

  /// The attendances in one session.
  private struct SessionCount {
    var attended = 0
    var attendees = Headcount()
  }

  private let lines: [SessionCode: [FundedSeatsFact]]
  /// What was reached of each target.
  private(set) var reached: [TargetProgress]
  /// The places of a programme's targets.
  private let targets: [FundingProgrammeID: [Int]]
  private var sessions: [SessionCode: SessionCount] = [:]
  private var groups: [Key: Group] = [:]
  /// All enrolments in sessions that somebody pays for, each once.
  private(set) var whole = Tally.none

  /// Those of the terms that the audience may know of.
  ///
  /// A donor is told of targets over the days of its report and of no others: what was reached by days within them, or up
  /// to days beyond them, would be told apart from what its reports tell.
  init(_ terms: FundingTerms, in period: ReportParameters) {
    func isOwn(_ donor: PartyLabel) -> Bool {
      period.audience == .directorate || donor.id == period.party?.id
    }
    lines = Dictionary(grouping: terms.seats.filter { isOwn($0.donor) }, by: \.session)
    reached = terms.targets.compactMap { target in
      let isTold =
        period.audience == .directorate
        ? target.from <= period.to && period.from <= target.to
        : isOwn(target.donor) && target.from == period.from && target.to == period.to
      return isTold ? TargetProgress(target, upTo: period.to) : nil
    }
    targets = Dictionary(grouping: reached.indices) { [reached] in reached[$0].target.programme.id }
    // Also what is paid for where nobody was enrolled.
    for line in lines.values.joined() where period.contains(line.startsOn) {
      groups[Key(line), default: Group(line)].sessions.insert(line.session)
    }
  }

  /// Counts an enrolment towards the targets, whenever it was recorded.
  mutating func addToTargets(_ fact: EnrolmentFact, person: Int) {
    for programme in Set((lines[fact.session] ?? []).compactMap { $0.programme?.id }) {
      for place in targets[programme] ?? [] { reached[place].add(fact, person: person) }
    }
  }

  /// Counts an enrolment that was recorded in the period.
  mutating func add(_ fact: EnrolmentFact, person: Int) {
    guard let lines = lines[fact.session] else { return }
    whole.add(person, of: fact)
    for line in lines {
      let key = Key(line)
      var group = groups[key] ?? Group(line)
      group.sessions.insert(fact.session)
      group.tally.add(person, of: fact)
      if fact.sex == .female { group.women.insert(person) } else { group.others.insert(person) }
      groups[key] = group
    }
    guard fact.facts.hasAttended else { return }
    sessions[fact.session, default: SessionCount()].attended += 1
    sessions[fact.session]?.attendees.insert(person)
  }

  /// Each part with its seats, by the codes of donor and programme; what is paid under no programme stands last.
  var parts: [Group] {
    groups.values.map(withSeats).sorted { one, other in
      (one.donor.code.folded, one.programme?.code.folded ?? "~")
        < (other.donor.code.folded, other.programme?.code.folded ?? "~")
    }
  }

  /// The sessions, the seats and the attendances on them of all parts together; a session that several pay for counts once.
  var total: (sessions: Int, seats: Int?, used: Int) {
    let held = groups.values.reduce(into: Set<SessionCode>()) { $0.formUnion($1.sessions) }
    var (seats, used): (Int?, Int) = (nil, 0)
    for session in held {
      let paid = (lines[session] ?? []).compactMap(\.seats)
      guard !paid.isEmpty else { continue }
      let sum = paid.reduce(0, +)
      seats = (seats ?? 0) + sum
      used += min(sum, sessions[session]?.attended ?? 0)
    }
    return (held.count, seats, used)
  }

  private func withSeats(_ part: Group) -> Group {
    var group = part
    for session in part.sessions {
      let count = sessions[session] ?? SessionCount()
      let line = (lines[session] ?? []).first { $0.donor.id == part.donor.id }
      guard let seats = line?.seats else {
        group.unseated.formUnion(count.attendees)
        continue
      }
      group.seats = (group.seats ?? 0) + seats
      group.used += min(seats, count.attended)
      group.seated.formUnion(count.attendees)
    }
    return group
  }
}
