public import Catalogue
public import Enrolment
public import People
public import Values

/// A stage of a pathway that comes before a scheme's course: another course, and what has to be shown of it.
///
/// - Parameter CourseName: what names a course: its identity, its code, or a reference to it.
public struct SchemeStage<CourseName: Sendable & Hashable>: Sendable, Hashable {
  public let course: CourseName
  public let attainment: Attainment
  /// Whether who misses it may be spared it, for a recorded reason.
  public let mayBeWaived: Bool

  public init(course: CourseName, attainment: Attainment, mayBeWaived: Bool) {
    self.course = course
    self.attainment = attainment
    self.mayBeWaived = mayBeWaived
  }

  /// The same with its course named otherwise.
  public func naming<Other: Sendable & Hashable, Failure: Error>(
    _ name: (CourseName) throws(Failure) -> Other
  ) throws(Failure) -> SchemeStage<Other> {
    SchemeStage<Other>(course: try name(course), attainment: attainment, mayBeWaived: mayBeWaived)
  }
}

/// The identity of a waiver of a stage.
public typealias StageWaiverID = Identifier<StageWaiver>

/// That a person need not show a stage of a scheme, and why.
public struct StageWaiver: Sendable, Hashable {
  /// Why a stage cannot be waived.
  public enum Refusal: Error, Hashable, Sendable {
    /// The version in force has no such stage.
    case noStage(CourseCode)
    /// The version in force asks it of everybody.
    case notWaivable(CourseCode)
    case reasonMissing
  }

  public let id: StageWaiverID
  public let scheme: SchemeID
  public let person: PersonID
  public let course: CourseID
  public let reason: String
  public let recordedAt: Instant
  /// Who decided it; nil where that is not known.
  public let decidedBy: PersonID?

  public init(
    id: StageWaiverID, scheme: SchemeID, person: PersonID, course: CourseID, reason: String,
    recordedAt: Instant, decidedBy: PersonID?
  ) {
    self.id = id
    self.scheme = scheme
    self.person = person
    self.course = course
    self.reason = reason
    self.recordedAt = recordedAt
    self.decidedBy = decidedBy
  }
}

/// What the records say of one stage.
public struct StageRecords: Sendable, Hashable {
  public let stage: SchemeStage<CourseID>
  public let course: CourseCode
  /// The enrolment that shows what is asked; nil where none does.
  public let shownBy: EnrolmentID?
  /// Why it is waived; nil where it is not.
  public let waiver: String?

  public init(stage: SchemeStage<CourseID>, course: CourseCode, shownBy: EnrolmentID?, waiver: String?) {
    self.stage = stage
    self.course = course
    self.shownBy = shownBy
    self.waiver = waiver
  }
}

extension SchemeVersion {
  /// What speaks for and against an award because of a stage.
  func judge(
    _ records: StageRecords, _ reasons: inout [Eligibility.Reason]
  ) -> Eligibility.Evidence? {
    if let enrolment = records.shownBy { return .stageShown(records.course, by: enrolment) }
    if let waiver = records.waiver, records.stage.mayBeWaived {
      return .stageWaived(records.course, because: waiver)
    }
    reasons.append(.stageMissing(records.course, records.stage.attainment))
    return nil
  }
}
