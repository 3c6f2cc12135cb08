import Testing

/// The program, built and running, held to what cmi5 (Quartz) asks of an LMS, one row each.
@Suite struct UnitConformanceTests {
  @Test("cmi5: launching", arguments: launchRequirements)
  func launching(_ row: UnitRequirement) throws { try row.check() }

  @Test("cmi5: the token", arguments: tokenRequirements)
  func tokens(_ row: UnitRequirement) throws { try row.check() }

  @Test("cmi5: statements of a unit", arguments: unitStatementRequirements)
  func statements(_ row: UnitRequirement) throws { try row.check() }

  @Test("cmi5: sessions", arguments: sessionRequirements)
  func sessions(_ row: UnitRequirement) throws { try row.check() }

  @Test("cmi5: moving on", arguments: moveOnRequirements)
  func movingOn(_ row: UnitRequirement) throws { try row.check() }
}
