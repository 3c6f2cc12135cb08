public import Assessment
public import Values

/// What an expert is in a pool.
public enum Standing: String, Sendable, CaseIterable {
  /// Acts beside an expert, leads nothing (domain 7.4, 15).
  case preAccredited = "pre-accredited"
  case accredited
  /// A lighter status, without a mission (domain 2.3).
  case recognized
}

/// The short name of a stage within its path.
public typealias StageCode = Code<AccreditationStage>

/// One stage of a pool's path.
public struct AccreditationStage: Sendable, Hashable {
  /// What happens in a stage, and so what decides it.
  public enum Kind: String, Sendable, CaseIterable {
    /// The nominees are looked at; some are selected.
    case screening = "pre-screening"
    /// A workshop that prepares and grants nothing.
    case preparation
    /// A workshop that is passed or failed.
    case workshop
    /// A field mission beside an expert who evaluates.
    case mission
    /// Support that is delivered, and confirms who was picked (domain 2.4, variants).
    case support

    /// Whether a performance is judged in it.
    var isJudged: Bool {
      switch self {
      case .screening, .preparation: false
      case .workshop, .mission, .support: true
      }
    }
  }

  public let code: StageCode
  public let kind: Kind
  public let titles: LocalizedText
  /// The standing that passing it grants; nil where it grants none.
  public let grants: Standing?
  /// Within how many calendar months of the stage before it is to be passed; nil where there is no deadline.
  public let withinMonths: Int?
  /// The rubric by which it is judged, of a workshop, a mission or support: a verdict cites an observation by it. Nil
  /// where the verdict is given without.
  public let rubric: RubricCode?

  public init(
    code: StageCode, kind: Kind, titles: LocalizedText, grants: Standing?, withinMonths: Int?,
    rubric: RubricCode? = nil
  ) {
    self.code = code
    self.kind = kind
    self.titles = titles
    self.grants = grants
    self.withinMonths = withinMonths
    self.rubric = rubric
  }
}

/// The stages of a pool, in their order: data, of which not everything makes a path.
///
/// 1. There is a stage, and no two have the same code.
/// 2. Screening comes first or not at all.
/// 3. Only a workshop makes pre-accredited (domain 7.4, 13); a mission follows that and makes accredited.
/// 4. Screening and preparation grant nothing; a workshop may grant anything, as where a pool accredits at the workshop
///    itself; support follows a workshop and makes recognized or accredited.
/// 5. Screening and preparation are judged by no rubric.
/// 6. The last stage makes accredited or recognized, and no stage before it does.
public struct AccreditationPath: Sendable, Hashable {
  /// Why stages are no path.
  public enum Refusal: Error, Hashable, Sendable {
    case empty
    case repeated(StageCode)
    case screeningNotFirst(StageCode)
    /// A stage of the kind does not grant the standing, or has to grant one.
    case grantNotOf(StageCode, AccreditationStage.Kind, Standing?)
    /// A mission without a stage before it that makes pre-accredited, or support without a workshop.
    case nothingBefore(StageCode, AccreditationStage.Kind)
    /// A stage follows one that makes accredited or recognized, or one that makes pre-accredited twice.
    case afterTheEnd(StageCode)
    /// Only what is passed or failed is judged by a rubric.
    case rubricNotOf(StageCode, AccreditationStage.Kind)
    /// The last stage makes neither accredited nor recognized.
    case endless(StageCode)
  }

  public let stages: [AccreditationStage]

  public init(_ stages: [AccreditationStage]) throws(Refusal) {
    guard let last = stages.last else { throw .empty }
    for (place, stage) in stages.enumerated() {
      try AccreditationPath.check(stage, behind: stages[..<place])
    }
    guard let standing = last.grants, standing != .preAccredited else { throw .endless(last.code) }
    self.stages = stages
  }

  private static func check(
    _ stage: AccreditationStage, behind earlier: ArraySlice<AccreditationStage>
  ) throws(Refusal) {
    if earlier.contains(where: { $0.code == stage.code }) { throw .repeated(stage.code) }
    let held = earlier.last { $0.grants != nil }?.grants
    guard held == nil || held == .preAccredited else { throw .afterTheEnd(stage.code) }
    let isGrantable: Bool
    switch (stage.kind, stage.grants) {
    case (.screening, nil):
      guard earlier.isEmpty else { throw .screeningNotFirst(stage.code) }
      isGrantable = true
    case (.preparation, nil), (.workshop, nil), (.workshop, .some):
      guard held == nil else { throw .afterTheEnd(stage.code) }
      isGrantable = true
    case (.mission, .accredited):
      guard held == .preAccredited else { throw .nothingBefore(stage.code, .mission) }
      isGrantable = true
    case (.support, .accredited), (.support, .recognized):
      guard earlier.contains(where: { $0.kind == .workshop }) else {
        throw .nothingBefore(stage.code, .support)
      }
      isGrantable = true
    case (.screening, .some), (.preparation, .some), (.mission, nil), (.mission, .preAccredited),
      (.mission, .recognized), (.support, nil), (.support, .preAccredited):
      isGrantable = false
    }
    guard stage.rubric == nil || stage.kind.isJudged else { throw .rubricNotOf(stage.code, stage.kind) }
    guard isGrantable else { throw .grantNotOf(stage.code, stage.kind, stage.grants) }
  }

  /// The stage that is due once so many are passed; nil where all are.
  public func due(afterPassing count: Int) -> AccreditationStage? {
    count < stages.count ? stages[count] : nil
  }

  /// The rubric by which an event judges the stage that is due once so many are passed; nil where by none.
  public func rubric(judging event: AccreditationState.Event, afterPassing count: Int) -> RubricCode? {
    due(afterPassing: count).flatMap { event.stageKinds.contains($0.kind) ? $0.rubric : nil }
  }

  /// How many stages are passed by whoever holds a standing; nil where the path grants it nowhere.
  public func stagesPassed(holding standing: Standing) -> Int? {
    stages.firstIndex { $0.grants == standing }.map { $0 + 1 }
  }
}
