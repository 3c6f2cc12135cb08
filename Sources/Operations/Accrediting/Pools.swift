public import Accreditation
public import Values

/// The pools of experts, in the order of their codes.
public struct ListPools: Inquiry {
  public static let right: Right? = .readReference

  public let page: PageRequest

  public init(page: PageRequest = PageRequest()) {
    self.page = page
  }

  public func answer(_ reading: Reading) throws -> Page<ExpertPool> {
    try page.page(of: reading.records.pools()) { $0.code.text }
  }
}

/// A pool with all versions of its rules.
public struct ShowPool: Inquiry {
  public static let right: Right? = .readReference

  public let pool: Reference<ExpertPool>

  public init(_ pool: Reference<ExpertPool>) {
    self.pool = pool
  }

  public func answer(_ reading: Reading) throws -> ExpertPool {
    try reading.records.pool(named: pool)
  }
}

/// How many of those who were nominated for a pool came how far: only a part of each cohort passes each stage.
public struct ShowFunnel: Inquiry {
  public static let right: Right? = .readRecords

  public struct Answer: Sendable {
    public let pool: PoolCode
    /// How many cases began with a nomination.
    public let nominated: Int
    /// The stages of all versions, in the order of the versions and their paths.
    public let stages: [StageCount]
  }

  public let pool: Reference<ExpertPool>

  public init(_ pool: Reference<ExpertPool>) {
    self.pool = pool
  }

  public func answer(_ reading: Reading) throws -> Answer {
    let pool = try reading.records.pool(named: pool)
    let (began, counted) = try reading.records.funnel(of: pool.id)
    var codes: [StageCode] = []
    for stage in pool.versions.flatMap(\.path.stages) where !codes.contains(stage.code) {
      codes.append(stage.code)
    }
    return Answer(
      pool: pool.code, nominated: began,
      stages: codes.map { code in
        counted.first { $0.stage == code } ?? StageCount(stage: code, passed: 0, failed: 0)
      })
  }
}
