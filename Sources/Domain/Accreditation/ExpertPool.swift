public import Values

/// The identity of a pool of experts.
public typealias PoolID = Identifier<ExpertPool>
/// The short name of a pool.
public typealias PoolCode = Code<ExpertPool>

/// A subject that experts are accredited in: origin, valuation, post-clearance audit.
public enum ExpertSubject: Sendable {}

/// The short name of a subject.
public typealias SubjectCode = Code<ExpertSubject>

/// What experts of a pool do (domain 2.3). The codes are those of the field notes.
public enum ExpertCategory: String, Sendable, CaseIterable {
  /// Diagnostic Facilitator: needs diagnosis in a Member.
  case diagnosticFacilitator = "DF"
  /// Customs Modernization Advisor: strategic advice.
  case customsModernizationAdvisor = "CMA"
  /// Mercator Programme Advisor: guides the implementation of the Trade Facilitation Agreement.
  case mercatorProgrammeAdvisor = "MPA"
  /// Technical and Operational Advisor, in a subject.
  case technicalOperationalAdvisor = "TOA"
  /// Expert Trainer, in a subject.
  case expertTrainer = "ET"
  /// Leadership and Management Development advisor.
  case leadershipAdvisor = "LMD"
  /// Recognized expert: a lighter status.
  case recognizedExpert = "REC"
  /// External expert: outside Member administrations.
  case externalExpert = "EXT"
}

/// The experts of one category in one subject. How one gets into it is versioned data: no rule of a pool is edited.
public struct ExpertPool: Sendable, Hashable {
  public let id: PoolID
  public let code: PoolCode
  public let titles: LocalizedText
  public let category: ExpertCategory
  /// Nil where the category is not parted by subject.
  public let subject: SubjectCode?
  /// The versions in order; the last one is in force.
  public let versions: [PoolVersion]

  public init(
    id: PoolID, code: PoolCode, titles: LocalizedText, category: ExpertCategory, subject: SubjectCode?,
    versions: [PoolVersion]
  ) {
    self.id = id
    self.code = code
    self.titles = titles
    self.category = category
    self.subject = subject
    self.versions = versions
  }

  /// The version that a nomination begins under.
  public var current: PoolVersion? { versions.last }
}

/// One state of a pool's rules. A case goes by the version that it began under.
public struct PoolVersion: Sendable, Hashable {
  /// 1 for the first version, then counting up.
  public let number: Int
  public let path: AccreditationPath
  /// For how many calendar months an accreditation or recognition holds, and a refresher extends it; nil where it does
  /// not end by itself.
  public let termMonths: Int?
  /// Whom an evaluator of a mission stands apart from, beside the candidate.
  public let apart: Set<Apartness>
  public let conversions: [ConversionRule]

  public init(
    number: Int, path: AccreditationPath, termMonths: Int?, apart: Set<Apartness>,
    conversions: [ConversionRule]
  ) throws(ConversionRule.Refusal) {
    var categories: Set<ExpertCategory> = []
    for rule in conversions where !categories.insert(rule.from).inserted { throw .repeated(rule.from) }
    for rule in conversions where path.stagesPassed(holding: rule.grants) == nil {
      throw .standingNotGranted(rule.grants)
    }
    self.number = number
    self.path = path
    self.termMonths = termMonths
    self.apart = apart
    self.conversions = conversions
  }
}

/// Accredited experts of another category may be converted into this pool, by a refresher with testing (domain 2.4,
/// variants).
public struct ConversionRule: Sendable, Hashable {
  /// Why a rule contradicts the path.
  public enum Refusal: Error, Hashable, Sendable {
    /// No stage of the path grants the standing.
    case standingNotGranted(Standing)
    /// Two rules say what the category is converted into.
    case repeated(ExpertCategory)
  }

  public let from: ExpertCategory
  /// What a conversion amounts to.
  public let grants: Standing

  public init(from: ExpertCategory, grants: Standing) {
    self.from = from
    self.grants = grants
  }
}

/// Whom an evaluator stands apart from, where a pool asks for it.
public enum Apartness: String, Sendable, CaseIterable {
  /// The party that nominated the candidate: the evaluator has no place in it.
  case ownParty = "own-party"
  /// Whoever assessed the candidate in an earlier stage.
  case earlierAssessor = "earlier-assessor"
}
