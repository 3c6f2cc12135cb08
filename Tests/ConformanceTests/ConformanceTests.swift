import Testing

/// The program, built and running, held to the requirements of xAPI 1.0.3 and of xAPI 2.0 (IEEE 9274.1.1), one row each.
@Suite struct ConformanceTests {
  @Test("statements: their form", arguments: Row.all(formRequirements))
  func form(_ row: Row) throws { try row.check() }

  @Test("statements: actors", arguments: Row.all(actorRequirements))
  func actors(_ row: Row) throws { try row.check() }

  @Test("statements: verbs, objects, results", arguments: Row.all(objectRequirements))
  func objects(_ row: Row) throws { try row.check() }

  @Test("statements: contexts, authorities, versions", arguments: Row.all(contextRequirements))
  func contexts(_ row: Row) throws { try row.check() }

  @Test("statements: their life", arguments: Row.all(lifeRequirements))
  func life(_ row: Row) throws { try row.check() }

  @Test("statements: storing", arguments: Row.all(storingRequirements))
  func storing(_ row: Row) throws { try row.check() }

  @Test("statements: finding", arguments: Row.all(findingRequirements))
  func finding(_ row: Row) throws { try row.check() }

  @Test("statements: formats", arguments: Row.all(formatRequirements))
  func formats(_ row: Row) throws { try row.check() }

  @Test("attachments and signatures", arguments: Row.all(attachmentRequirements))
  func attachments(_ row: Row) throws { try row.check() }

  @Test("documents", arguments: Row.all(documentRequirements))
  func documents(_ row: Row) throws { try row.check() }

  @Test("documents: concurrency", arguments: Row.all(concurrencyRequirements))
  func concurrency(_ row: Row) throws { try row.check() }

  @Test("agents, activities, about", arguments: Row.all(descriptionRequirements))
  func descriptions(_ row: Row) throws { try row.check() }

  @Test("requests: headers, versions, errors", arguments: Row.all(requestRequirements))
  func requests(_ row: Row) throws { try row.check() }

  @Test("requests: the alternate syntax", arguments: Row.all(alternateRequirements))
  func alternate(_ row: Row) throws { try row.check() }
}
