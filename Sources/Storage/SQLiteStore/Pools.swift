internal import Accreditation
internal import Operations
internal import SQLite
internal import Values

extension ConnectedRecords {
  func pool(_ id: PoolID) throws -> ExpertPool? {
    try connection.first(
      "SELECT id, code, titles, category, subject FROM expert_pool WHERE id = \(id)", decodePool)
  }

  func pool(_ code: PoolCode) throws -> ExpertPool? {
    try connection.first(
      "SELECT id, code, titles, category, subject FROM expert_pool WHERE code_folded = \(code.folded)",
      decodePool)
  }

  func pools() throws -> [ExpertPool] {
    try connection.all(
      "SELECT id, code, titles, category, subject FROM expert_pool ORDER BY code_folded", decodePool)
  }

  private func decodePool(_ row: borrowing Row) throws -> ExpertPool {
    let id: PoolID = try row.identifier(0)
    return ExpertPool(
      id: id, code: try row.code(1), titles: try row.localizedText(2), category: try row.choice(3),
      subject: try row.isNull(4) ? nil : row.code(4), versions: try versions(of: id))
  }

  private func versions(of pool: PoolID) throws -> [PoolVersion] {
    try connection.all(
      "SELECT number, term_months, apart FROM expert_pool_version WHERE pool = \(pool) ORDER BY number"
    ) { row in
      let number = try row.count(0)
      let apart = try row.texts(2).map { word in
        guard let apartness = Apartness(rawValue: word) else {
          throw StoredValueUnreadable(what: "whom an evaluator stands apart from", value: word)
        }
        return apartness
      }
      return try PoolVersion(
        number: number, path: AccreditationPath(stages(of: pool, number)),
        termMonths: row.isNull(1) ? nil : row.count(1), apart: Set(apart),
        conversions: conversions(of: pool, number))
    }
  }

  private func stages(of pool: PoolID, _ version: Int) throws -> [AccreditationStage] {
    try connection.all(
      """
      SELECT code, kind, titles, grants, within_months, rubric FROM expert_pool_stage
      WHERE pool = \(pool) AND version = \(version) ORDER BY position
      """
    ) { row in
      AccreditationStage(
        code: try row.code(0), kind: try row.choice(1), titles: try row.localizedText(2),
        grants: try row.choiceOrNil(3), withinMonths: try row.isNull(4) ? nil : row.count(4),
        rubric: try row.isNull(5) ? nil : row.code(5))
    }
  }

  private func conversions(of pool: PoolID, _ version: Int) throws -> [ConversionRule] {
    try connection.all(
      """
      SELECT category, grants FROM expert_pool_conversion
      WHERE pool = \(pool) AND version = \(version) ORDER BY position
      """
    ) { ConversionRule(from: try $0.choice(0), grants: try $0.choice(1)) }
  }
}

extension SQLiteWritableRecords {
  func insert(_ pool: ExpertPool) throws {
    try connection.run(
      """
      INSERT INTO expert_pool (id, code, code_folded, titles, category, subject, subject_folded)
      VALUES (\(pool.id), \(pool.code.text), \(pool.code.folded), \(pool.titles), \(pool.category.rawValue),
        \(pool.subject?.text), \(pool.subject?.folded))
      """)
    for version in pool.versions { try insert(version, of: pool.id) }
  }

  func insert(_ version: PoolVersion, of pool: PoolID) throws {
    try connection.run(
      """
      INSERT INTO expert_pool_version (pool, number, term_months, apart)
      VALUES (\(pool), \(version.number), \(version.termMonths),
        \(storedTexts(version.apart.map(\.rawValue).sorted())))
      """)
    for (place, stage) in version.path.stages.enumerated() {
      try connection.run(
        """
        INSERT INTO expert_pool_stage (pool, version, position, code, kind, titles, grants, within_months, rubric)
        VALUES (\(pool), \(version.number), \(place + 1), \(stage.code.text), \(stage.kind.rawValue),
          \(stage.titles), \(stage.grants?.rawValue), \(stage.withinMonths), \(stage.rubric?.text))
        """)
    }
    for (place, rule) in version.conversions.enumerated() {
      try connection.run(
        """
        INSERT INTO expert_pool_conversion (pool, version, position, category, grants)
        VALUES (\(pool), \(version.number), \(place + 1), \(rule.from.rawValue), \(rule.grants.rawValue))
        """)
    }
  }
}
