public import Enrolment
public import People
public import Values

/// The identity of an onward training.
public typealias OnwardTrainingID = Identifier<OnwardTraining>

/// How many people were trained, by sex. They are known as numbers, not as people.
public struct TrainedPeople: Sendable, Hashable {
  private let counts: [Person.Sex: Int]

  /// - Parameter counts: by sex; who is not named is nobody. Nil where a number is negative.
  public init?(_ counts: [Person.Sex: Int]) {
    guard counts.values.allSatisfy({ $0 >= 0 }) else { return nil }
    self.counts = counts.filter { $0.value > 0 }
  }

  /// How many of a sex.
  public subscript(sex: Person.Sex) -> Int { counts[sex] ?? 0 }

  /// How many in all.
  public var total: Int { counts.values.reduce(0, +) }
}

/// A training that somebody gave who was trained for it. It counts once, for the trainer who led it, whoever helped (domain
/// 7.4, 17).
public struct OnwardTraining: Sendable, Hashable {
  /// Why an onward training cannot be as described.
  public enum Refusal: Error, Hashable, Sendable {
    /// Somebody was trained.
    case nobodyTrained
    /// Who leads does not help.
    case leaderHelps
    /// Nobody helps twice.
    case helperRepeated
  }

  public let id: OnwardTrainingID
  /// The training that the trainer was trained in: it says who, of which Member then, and who paid.
  public let enrolment: EnrolmentID
  public let on: Day
  /// What it was about, one line.
  public let title: String
  public let trained: TrainedPeople
  /// Those who helped; the training is none of theirs.
  public let helpers: [PersonID]
  /// Where it can be seen: a list, an address; empty where nothing was named.
  public let evidence: String
  /// What it is called where it came from, unique among those of the trainer's enrolment; nil where it was typed.
  public let source: SourceIdentifier?
  public let recordedAt: Instant
  /// When it was annulled; nil while it holds.
  public let annulledAt: Instant?

  public init(
    id: OnwardTrainingID, enrolment: EnrolmentID, of trainer: PersonID, on: Day, title: String,
    trained: TrainedPeople, helpers: [PersonID], evidence: String, source: SourceIdentifier?,
    recordedAt: Instant
  ) throws(Refusal) {
    guard trained.total > 0 else { throw .nobodyTrained }
    guard !helpers.contains(trainer) else { throw .leaderHelps }
    guard Set(helpers).count == helpers.count else { throw .helperRepeated }
    self.init(
      recorded: id, enrolment: enrolment, on: on, title: title, trained: trained, helpers: helpers,
      evidence: evidence, source: source, recordedAt: recordedAt, annulledAt: nil)
  }

  /// An onward training as it was recorded.
  public init(
    recorded id: OnwardTrainingID, enrolment: EnrolmentID, on: Day, title: String, trained: TrainedPeople,
    helpers: [PersonID], evidence: String, source: SourceIdentifier?, recordedAt: Instant,
    annulledAt: Instant?
  ) {
    self.id = id
    self.enrolment = enrolment
    self.on = on
    self.title = title
    self.trained = trained
    self.helpers = helpers
    self.evidence = evidence
    self.source = source
    self.recordedAt = recordedAt
    self.annulledAt = annulledAt
  }
}
