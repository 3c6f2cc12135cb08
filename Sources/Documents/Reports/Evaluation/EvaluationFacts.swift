public import Evaluation
public import People
public import Values

/// One evaluation as it stood at the cut-off, with the forms that had come back.
public struct EvaluationFact: Sendable, Hashable {
  /// A form that came back.
  public struct Answer: Sendable, Hashable {
    /// Who answered; nil in an anonymous evaluation.
    public let respondent: PersonID?
    /// The sum of the marks on it.
    public let sum: Int
    /// How many marks there are.
    public let marks: Int

    /// A form with its marks.
    public init(respondent: PersonID?, sum: Int, marks: Int) {
      self.respondent = respondent
      self.sum = sum
      self.marks = marks
    }
  }

  /// The party that delivers the session.
  public let host: PartyID?
  /// The donors that pay for seats in the session.
  public let donors: Set<PartyID>
  public let level: EvaluationLevel
  public let respondents: RespondentRole
  /// Marks go from 1 to this one.
  public let highestMark: Int
  /// How many were asked.
  public let asked: Int
  /// The day by which the evaluation belongs to a period.
  public let due: Day
  public let answers: [Answer]

  /// An evaluation as it stood at the cut-off.
  public init(
    host: PartyID?, donors: Set<PartyID>, level: EvaluationLevel, respondents: RespondentRole,
    highestMark: Int, asked: Int, due: Day, answers: [Answer]
  ) {
    self.host = host
    self.donors = donors
    self.level = level
    self.respondents = respondents
    self.highestMark = highestMark
    self.asked = asked
    self.due = due
    self.answers = answers
  }
}

/// Who trained others, or promised to: the trainer as counted by the training that the trainer was trained in.
public struct TrainerFact: Sendable, Hashable {
  public let person: PersonID
  /// The party that the trainer was affiliated to when the session started, even after moving (domain 7.4, 10).
  public let party: PartyLabel?
  /// The course that the trainer was trained in.
  public let course: CourseLabel
  /// The donors that paid for seats in that session.
  public let donors: Set<PartyID>

  /// A trainer, by the session that the trainer was trained in.
  public init(person: PersonID, party: PartyLabel?, course: CourseLabel, donors: Set<PartyID>) {
    self.person = person
    self.party = party
    self.course = course
    self.donors = donors
  }
}

/// One onward training that held at the cut-off.
public struct OnwardTrainingFact: Sendable, Hashable {
  public let trainer: TrainerFact
  public let on: Day
  public let trained: TrainedPeople

  /// A training, of the trainer who led it.
  public init(trainer: TrainerFact, on: Day, trained: TrainedPeople) {
    self.trainer = trainer
    self.on = on
    self.trained = trained
  }
}

/// One commitment that held at the cut-off.
public struct CommitmentFact: Sendable, Hashable {
  public let trainer: TrainerFact
  /// How many were to be trained.
  public let people: Int
  public let due: Day
  /// How many were, by the earlier of the due day and that of the cut-off.
  public let trained: Int
  /// How far it was kept at the cut-off.
  public let state: Commitment.State

  /// A commitment, of who made it.
  public init(trainer: TrainerFact, people: Int, due: Day, trained: Int, state: Commitment.State) {
    self.trainer = trainer
    self.people = people
    self.due = due
    self.trained = trained
    self.state = state
  }
}
