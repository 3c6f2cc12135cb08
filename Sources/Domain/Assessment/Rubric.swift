public import Values

/// The identity of a rubric.
public typealias RubricID = Identifier<Rubric>
/// The short name of a rubric.
public typealias RubricCode = Code<Rubric>
/// The short name of a criterion within its rubric.
public typealias CriterionCode = Code<RubricCriterion>

/// By what a performance is judged that is observed. A rubric is versioned data: no version is edited.
public struct Rubric: Sendable, Hashable {
  public let id: RubricID
  public let code: RubricCode
  public let titles: LocalizedText
  /// The versions in order; the last one is in force.
  public let versions: [RubricVersion]

  public init(id: RubricID, code: RubricCode, titles: LocalizedText, versions: [RubricVersion]) {
    self.id = id
    self.code = code
    self.titles = titles
    self.versions = versions
  }

  /// The version that an observation begins under.
  public var current: RubricVersion? { versions.last }
}

/// One thing that is looked at, with what is seen for each mark.
public struct RubricCriterion: Sendable, Hashable {
  /// A mark, and the behaviour that deserves it.
  public struct Anchor: Sendable, Hashable {
    public let mark: Int
    public let titles: LocalizedText

    public init(mark: Int, titles: LocalizedText) {
      self.mark = mark
      self.titles = titles
    }
  }

  public let code: CriterionCode
  public let titles: LocalizedText
  /// The least mark with which the performance can be satisfactory; nil where the criterion counts in the sum only.
  public let minimum: Int?
  /// By ascending marks.
  public let anchors: [Anchor]

  public init(code: CriterionCode, titles: LocalizedText, minimum: Int?, anchors: [Anchor]) {
    self.code = code
    self.titles = titles
    self.minimum = minimum
    self.anchors = anchors
  }
}

/// What an observer gave for one criterion, and the line that supports it.
public struct ObservedMark: Sendable, Hashable {
  public let criterion: CriterionCode
  public let mark: Int
  /// Empty where nothing was written.
  public let comment: String

  public init(criterion: CriterionCode, mark: Int, comment: String) {
    self.criterion = criterion
    self.mark = mark
    self.comment = comment
  }
}

/// One state of a rubric.
public struct RubricVersion: Sendable, Hashable {
  /// Why a rubric contradicts itself.
  public enum Refusal: Error, Hashable, Sendable {
    case empty
    case repeated(CriterionCode)
    /// A criterion has two anchors at least, each with a greater mark than the one before.
    case anchorsNotAscending(CriterionCode)
    /// No anchor reaches the criterion's minimum.
    case minimumBeyond(CriterionCode)
    /// The greatest marks together do not reach the sum that is asked.
    case totalBeyond(Int)
  }

  /// Why marks cannot be those of an observation.
  public enum MarkRefusal: Error, Hashable, Sendable {
    case missing(CriterionCode)
    case unknown(CriterionCode)
    case repeated(CriterionCode)
    /// The criterion has no anchor of that mark.
    case withoutAnchor(CriterionCode, mark: Int)
  }

  /// 1 for the first version, then counting up.
  public let number: Int
  public let criteria: [RubricCriterion]
  /// The sum of marks to reach; nil where none is asked.
  public let minimumTotal: Int?
  /// Whether it takes two observers.
  public let needsSecond: Bool

  public init(
    number: Int, criteria: [RubricCriterion], minimumTotal: Int?, needsSecond: Bool
  ) throws(Refusal) {
    guard !criteria.isEmpty else { throw .empty }
    for (place, criterion) in criteria.enumerated() {
      try RubricVersion.check(criterion, behind: criteria[..<place])
    }
    let most = criteria.compactMap(\.anchors.last?.mark).reduce(0, +)
    if let minimumTotal, minimumTotal > most { throw .totalBeyond(most) }
    self.number = number
    self.criteria = criteria
    self.minimumTotal = minimumTotal
    self.needsSecond = needsSecond
  }

  private static func check(
    _ criterion: RubricCriterion, behind earlier: ArraySlice<RubricCriterion>
  ) throws(Refusal) {
    if earlier.contains(where: { $0.code == criterion.code }) { throw .repeated(criterion.code) }
    let marks = criterion.anchors.map(\.mark)
    guard marks.count >= 2, zip(marks, marks.dropFirst()).allSatisfy({ $0 < $1 }) else {
      throw .anchorsNotAscending(criterion.code)
    }
    if let minimum = criterion.minimum, let most = marks.last, most < minimum {
      throw .minimumBeyond(criterion.code)
    }
  }

  /// What marks amount to: satisfactory where every criterion reaches its minimum and all together the sum. Every
  /// criterion is marked once, by one of its anchors.
  public func verdict(of marks: [ObservedMark]) throws(MarkRefusal) -> AssessmentResult.Verdict {
    var given: [CriterionCode: Int] = [:]
    for mark in marks {
      guard let criterion = criteria.first(where: { $0.code == mark.criterion }) else {
        throw .unknown(mark.criterion)
      }
      guard criterion.anchors.contains(where: { $0.mark == mark.mark }) else {
        throw .withoutAnchor(criterion.code, mark: mark.mark)
      }
      guard given.updateValue(mark.mark, forKey: mark.criterion) == nil else {
        throw .repeated(mark.criterion)
      }
    }
    var (total, isReached) = (0, true)
    for criterion in criteria {
      guard let mark = given[criterion.code] else { throw .missing(criterion.code) }
      total += mark
      if let minimum = criterion.minimum, mark < minimum { isReached = false }
    }
    return isReached && total >= minimumTotal ?? total ? .satisfactory : .unsatisfactory
  }
}
