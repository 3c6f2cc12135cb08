import Enrolment

/// What is counted of the enrolments, or the certificates, of one group.
struct Tally: Hashable {
  /// The enrolments or certificates.
  private(set) var count = 0
  /// Of the enrolments, the attendances: those that were attended.
  private(set) var attended = 0
  /// Of the attendances, those completed.
  private(set) var completed = 0
  /// Those among the enrolments or certificates.
  private(set) var people = Headcount()
  /// Those among the attendances.
  private(set) var attendees = Headcount()
  /// Those among the completed attendances.
  private(set) var completers = Headcount()
  /// Those among the enrolments that nothing shows to have been attended.
  private(set) var absentees = Headcount()
  /// Those among the attendances that were not completed.
  private(set) var unfinished = Headcount()

  static let none = Tally()

  private init() {}

  /// What two groups count together: enrolments are added, people counted once.
  init(_ one: Tally, with other: Tally) {
    count = one.count + other.count
    attended = one.attended + other.attended
    completed = one.completed + other.completed
    people = .union([one.people, other.people])
    attendees = .union([one.attendees, other.attendees])
    completers = .union([one.completers, other.completers])
    absentees = .union([one.absentees, other.absentees])
    unfinished = .union([one.unfinished, other.unfinished])
  }

  /// Different people among the enrolments or certificates.
  var persons: Int { people.count }
  /// Those among the enrolments that were not completed.
  var uncompleted: Headcount { .union([absentees, unfinished]) }

  mutating func add(_ person: Int, hasAttended: Bool = false, isCompleted: Bool = false) {
    count += 1
    people.insert(person)
    if hasAttended {
      attended += 1
      attendees.insert(person)
    } else {
      absentees.insert(person)
    }
    if isCompleted {
      completed += 1
      completers.insert(person)
    } else if hasAttended {
      unfinished.insert(person)
    }
  }
}

extension Tally {
  /// Counts an enrolment by its person's number.
  mutating func add(_ person: Int, of fact: EnrolmentFact) {
    add(person, hasAttended: fact.facts.hasAttended, isCompleted: fact.state == .completed)
  }
}
