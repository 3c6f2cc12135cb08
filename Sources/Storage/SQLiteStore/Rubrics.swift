internal import Assessment
internal import Operations
internal import SQLite
internal import Values

extension ConnectedRecords {
  func rubric(_ id: RubricID) throws -> Rubric? {
    try connection.first("SELECT id, code, titles FROM rubric WHERE id = \(id)", decodeRubric)
  }

  func rubric(_ code: RubricCode) throws -> Rubric? {
    try connection.first(
      "SELECT id, code, titles FROM rubric WHERE code_folded = \(code.folded)", decodeRubric)
  }

  func rubrics() throws -> [Rubric] {
    try connection.all("SELECT id, code, titles FROM rubric ORDER BY code_folded", decodeRubric)
  }

  private func decodeRubric(_ row: borrowing Row) throws -> Rubric {
    let id: RubricID = try row.identifier(0)
    let versions = try connection.all(
      "SELECT number, minimum_total, needs_second FROM rubric_version WHERE rubric = \(id) ORDER BY number"
    ) { version in
      let number = try version.count(0)
      return try RubricVersion(
        number: number, criteria: criteria(of: id, number),
        minimumTotal: version.isNull(1) ? nil : version.count(1), needsSecond: version.boolean(2))
    }
    return Rubric(id: id, code: try row.code(1), titles: try row.localizedText(2), versions: versions)
  }

  private func criteria(of rubric: RubricID, _ version: Int) throws -> [RubricCriterion] {
    try connection.all(
      """
      SELECT position, code, titles, minimum FROM rubric_criterion
      WHERE rubric = \(rubric) AND version = \(version) ORDER BY position
      """
    ) { row in
      let place = try row.count(0)
      let anchors = try connection.all(
        """
        SELECT mark, titles FROM rubric_anchor
        WHERE rubric = \(rubric) AND version = \(version) AND criterion = \(place) ORDER BY mark
        """
      ) { RubricCriterion.Anchor(mark: try $0.count(0), titles: try $0.localizedText(1)) }
      return RubricCriterion(
        code: try row.code(1), titles: try row.localizedText(2),
        minimum: try row.isNull(3) ? nil : row.count(3), anchors: anchors)
    }
  }
}

extension SQLiteWritableRecords {
  func insert(_ rubric: Rubric) throws {
    try connection.run(
      """
      INSERT INTO rubric (id, code, code_folded, titles)
      VALUES (\(rubric.id), \(rubric.code.text), \(rubric.code.folded), \(rubric.titles))
      """)
    for version in rubric.versions { try insert(version, of: rubric.id) }
  }

  func insert(_ version: RubricVersion, of rubric: RubricID) throws {
    try connection.run(
      """
      INSERT INTO rubric_version (rubric, number, minimum_total, needs_second)
      VALUES (\(rubric), \(version.number), \(version.minimumTotal), \(version.needsSecond))
      """)
    for (place, criterion) in version.criteria.enumerated() {
      try connection.run(
        """
        INSERT INTO rubric_criterion (rubric, version, position, code, titles, minimum)
        VALUES (\(rubric), \(version.number), \(place + 1), \(criterion.code.text), \(criterion.titles),
          \(criterion.minimum))
        """)
      for anchor in criterion.anchors {
        try connection.run(
          """
          INSERT INTO rubric_anchor (rubric, version, criterion, mark, titles)
          VALUES (\(rubric), \(version.number), \(place + 1), \(anchor.mark), \(anchor.titles))
          """)
      }
    }
  }
}
