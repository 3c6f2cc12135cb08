import Enrolment
import People
import Values

/// What was reached of a target, month by month.
struct TargetProgress {
  let target: FundingTargetFact
  /// The last day that is counted.
  let countedTo: Day
  private var months: [Month: Reach] = [:]

  /// Nothing was reached yet.
  ///
  /// - Parameter lastDay: the last day of the report.
  init(_ target: FundingTargetFact, upTo lastDay: Day) {
    self.target = target
    countedTo = min(target.to, lastDay)
  }

  /// Counts an enrolment in a session that is paid for under the programme; on other days than those that count, nothing.
  mutating func add(_ fact: EnrolmentFact, person: Int) {
    guard target.from <= fact.enrolledOn, fact.enrolledOn <= countedTo else { return }
    months[Month(of: fact.enrolledOn), default: Reach()].add(fact, person: person, towards: target.indicator)
  }

  /// What was reached in all.
  var actual: Int { byMonth.last?.reached ?? 0 }

  /// What was reached by the end of each month, or by the last day that is counted, from the target's first one on. Who
  /// was counted in a month is not counted again in a later one, where the indicator counts people.
  var byMonth: [(month: Month, reached: Int)] {
    guard target.from <= countedTo else { return [] }
    var whole = Reach()
    return (Month(of: target.from)...Month(of: countedTo)).map { month in
      if let own = months[month] { whole.formUnion(own) }
      return (month, whole.count(of: target.indicator))
    }
  }
}

/// What was counted towards a target, in the unit of its indicator.
private struct Reach {
  private var attendances = 0
  private var sessions: Set<SessionCode> = []
  private var people = Headcount()

  mutating func add(_ fact: EnrolmentFact, person: Int, towards indicator: FundingIndicator) {
    switch indicator {
    case .sessions: sessions.insert(fact.session)
    case .attendances: attendances += fact.facts.hasAttended ? 1 : 0
    case .completed: attendances += fact.state == .completed ? 1 : 0
    case .persons: people.insert(person)
    case .women: if fact.sex == .female { people.insert(person) }
    }
  }

  mutating func formUnion(_ other: Reach) {
    attendances += other.attendances
    sessions.formUnion(other.sessions)
    people.formUnion(other.people)
  }

  func count(of indicator: FundingIndicator) -> Int {
    switch indicator {
    case .sessions: sessions.count
    case .attendances, .completed: attendances
    case .persons, .women: people.count
    }
  }
}
