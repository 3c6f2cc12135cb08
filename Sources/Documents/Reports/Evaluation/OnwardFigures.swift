import Catalogue
import Evaluation
import People

/// What is counted of onward training and commitments, folded one by one.
struct OnwardFigures {
  /// The trainings of some trainers.
  struct Group {
    /// A training each, by who led it.
    var trainings = Tally.none
    /// How many were trained, by sex.
    var trained: [Person.Sex: Int] = [:]
    /// Those who were trained, as few people as they may be: nobody knows whether two trainings had the same.
    var people: [Person.Sex: Headcount] = [:]

    static let none = Group()

    var total: Int { trained.values.reduce(0, +) }
    var everybody: Headcount { .union(people.values) }
  }

  /// Commitments in one state.
  struct CommitmentGroup {
    var commitments = Tally.none
    var promised = 0
    var trained = 0

    static let none = CommitmentGroup()
  }

  private(set) var whole = Group.none
  private(set) var courses: [CourseID: (label: CourseLabel, group: Group)] = [:]
  private(set) var commitments = CommitmentGroup.none
  private(set) var states: [Commitment.State: CommitmentGroup] = [:]

  /// Counts a training by its trainer's number.
  mutating func add(_ fact: OnwardTrainingFact, person: Int) {
    whole.add(fact.trained, by: person)
    let course = fact.trainer.course
    courses[course.id, default: (course, .none)].group.add(fact.trained, by: person)
  }

  /// Counts a commitment by its trainer's number.
  mutating func add(_ fact: CommitmentFact, person: Int) {
    commitments.add(fact, by: person)
    states[fact.state, default: .none].add(fact, by: person)
  }
}

extension OnwardFigures.Group {
  fileprivate mutating func add(_ people: TrainedPeople, by trainer: Int) {
    trainings.add(trainer)
    for (place, sex) in Person.Sex.allCases.enumerated() where people[sex] > 0 {
      trained[sex, default: 0] += people[sex]
      for number in 0..<people[sex] {
        self.people[sex, default: Headcount()].insert(number * Person.Sex.allCases.count + place)
      }
    }
  }
}

extension OnwardFigures.CommitmentGroup {
  fileprivate mutating func add(_ fact: CommitmentFact, by trainer: Int) {
    commitments.add(trainer)
    promised += fact.people
    trained += fact.trained
  }
}
