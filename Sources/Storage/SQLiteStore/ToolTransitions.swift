internal import Catalogue
internal import Operations
internal import SQLite
internal import Values

extension ConnectedRecords {
  func toolTransitions(of course: CourseID) throws -> [ToolTransition] {
    try connection.all(
      """
      SELECT address, at, state FROM external_tool_transition WHERE course = \(course)
      ORDER BY address, number
      """
    ) { ToolTransition(course: course, address: try $0.text(0), at: try $0.instant(1), to: try $0.choice(2)) }
  }
}

extension SQLiteWritableRecords {
  func append(_ transition: ToolTransition) throws {
    try connection.run(
      """
      INSERT INTO external_tool_transition (course, address, number, at, state)
      SELECT \(transition.course), \(transition.address), coalesce(max(number), 0) + 1, \(transition.at),
        \(transition.to.rawValue)
      FROM external_tool_transition
      WHERE course = \(transition.course) AND address = \(transition.address)
      """)
  }
}
