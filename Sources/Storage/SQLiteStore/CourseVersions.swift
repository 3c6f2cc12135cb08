internal import Catalogue
internal import Operations
internal import SQLite
internal import Values

extension ConnectedRecords {
  func version(_ id: CourseVersionID) throws -> CourseVersion? {
    try connection.first(
      """
      SELECT id, course, number, format_family, format_version, publisher_identifier, title, description, languages,
        content_digest, missing_files, passing_score, state, details, variant
      FROM course_version WHERE id = \(id)
      """, decodeVersion)
  }

  func version(contentDigest: String) throws -> CourseVersion? {
    try connection.first(
      """
      SELECT id, course, number, format_family, format_version, publisher_identifier, title, description, languages,
        content_digest, missing_files, passing_score, state, details, variant
      FROM course_version WHERE content_digest = \(contentDigest)
      """, decodeVersion)
  }

  func course(of version: CourseVersionID) throws -> CourseID? {
    try connection.first("SELECT course FROM course_version WHERE id = \(version)") { try $0.identifier(0) }
  }

  func versions(of course: CourseID) throws -> [CourseVersion] {
    try connection.all(
      """
      SELECT id, course, number, format_family, format_version, publisher_identifier, title, description, languages,
        content_digest, missing_files, passing_score, state, details, variant
      FROM course_version WHERE course = \(course) ORDER BY number
      """, decodeVersion)
  }

  func versionsOfVariants(publisherIdentifier: String, family: String) throws -> [CourseVersion] {
    try connection.all(
      """
      SELECT id, course, number, format_family, format_version, publisher_identifier, title, description, languages,
        content_digest, missing_files, passing_score, state, details, variant
      FROM course_version
      WHERE variant IS NOT NULL AND publisher_identifier = \(publisherIdentifier) AND format_family = \(family)
      ORDER BY id
      """, decodeVersion)
  }

  func transitions(of version: CourseVersionID) throws -> [CourseVersionTransition] {
    try connection.all(
      "SELECT at, state FROM course_version_transition WHERE version = \(version) ORDER BY number"
    ) { CourseVersionTransition(version: version, at: try $0.instant(0), to: try $0.choice(1)) }
  }

  func servedFile(_ path: String, of version: CourseVersionID) throws -> PackageFile? {
    try connection.first(
      """
      SELECT digest, size_bytes FROM package_file
      WHERE version = \(version) AND path = \(path)
        AND EXISTS (
          SELECT 1 FROM course_version_transition WHERE version = \(version) AND state = 'published')
      """
    ) { PackageFile(path: path, digest: try $0.text(0), sizeBytes: try $0.count(1)) }
  }

  func files(of version: CourseVersionID) throws -> [PackageFile] {
    try connection.all(
      "SELECT path, digest, size_bytes FROM package_file WHERE version = \(version) ORDER BY path"
    ) {
      PackageFile(path: try $0.text(0), digest: try $0.text(1), sizeBytes: try $0.count(2))
    }
  }

  func fileDigests() throws -> Set<String> {
    var digests = Set(try connection.all("SELECT DISTINCT digest FROM package_file") { try $0.text(0) })
    // An earlier schema has not all of them.
    let others: [(table: String, digests: Query)] = [
      ("attachment", "SELECT DISTINCT digest FROM attachment"),
      ("original_archive", "SELECT DISTINCT digest FROM original_archive"),
      ("issued_report_document", "SELECT DISTINCT digest FROM issued_report_document"),
      ("certificate_page", "SELECT DISTINCT digest FROM certificate_page"),
    ]
    for other in others where try connection.hasTable(other.table) {
      digests.formUnion(try connection.all(other.digests) { try $0.text(0) })
    }
    return digests
  }

  func original(of version: CourseVersionID) throws -> OriginalArchive? {
    try connection.first("SELECT name, digest, size_bytes FROM original_archive WHERE version = \(version)") {
      OriginalArchive(name: try $0.text(0), digest: try $0.text(1), sizeBytes: try $0.count(2))
    }
  }

  private func decodeVersion(_ row: borrowing Row) throws -> CourseVersion {
    let id: CourseVersionID = try row.identifier(0)
    let family = try row.text(3)
    let formatVersion = try row.text(4)
    guard let format = PackageFormat(family: family, version: formatVersion) else {
      throw StoredValueUnreadable(what: "a package format", value: "\(family) \(formatVersion)")
    }
    let score = try row.decimalOrNil(11)
    guard let passRule = PassRule(passingScore: score) else {
      throw StoredValueUnreadable(what: "a passing score", value: score?.description ?? "")
    }
    let languages = try row.texts(8).compactMap { LanguageTag($0) }
    let structure = CourseStructure(
      format: format, publisherIdentifier: try row.text(5), title: try row.localizedText(6),
      description: try row.localizedText(7), languages: languages, objectives: try objectives(of: id),
      activities: try activities(of: id), details: try row.details(13))
    return CourseVersion(
      id: id, course: try row.identifier(1), number: try row.count(2),
      variant: try row.textOrNil(14).flatMap { LanguageTag($0) }, structure: structure,
      contentDigest: try row.text(9), missingFiles: try row.count(10), passRule: passRule,
      mapping: try mapping(of: id),
      state: try row.choice(12))
  }

  private func objectives(of version: CourseVersionID) throws -> [Objective] {
    try connection.all(
      "SELECT identifier, title, description FROM objective WHERE version = \(version) ORDER BY position"
    ) {
      Objective(
        identifier: try $0.text(0), title: try $0.localizedText(1), description: try $0.localizedText(2))
    }
  }

  private func mapping(of version: CourseVersionID) throws -> [StandardMapping] {
    try connection.all(
      """
      SELECT edition.code, item_code FROM standard_mapping
      JOIN standard_edition AS edition ON edition.id = standard_mapping.edition
      WHERE version = \(version) ORDER BY edition.code_folded, item_code
      """
    ) { StandardMapping(edition: try $0.code(0), item: try $0.code(1)) }
  }
}

extension SQLiteWritableRecords {
  func insert(_ version: CourseVersion, files: [PackageFile], at instant: Instant) throws {
    let structure = version.structure
    try connection.run(
      """
      INSERT INTO course_version (id, course, number, format_family, format_version, publisher_identifier, title,
        description, languages, content_digest, missing_files, passing_score, state, details, variant)
      VALUES (\(version.id), \(version.course), \(version.number), \(structure.format.family),
        \(structure.format.version), \(structure.publisherIdentifier), \(structure.title), \(structure.description),
        \(storedTexts(structure.languages.map(\.text))), \(version.contentDigest), \(version.missingFiles),
        \(version.passRule.passingScore), \(version.state.rawValue), \(storedDetails(structure.details)),
        \(version.variant?.text))
      """)
    for (position, objective) in structure.objectives.enumerated() {
      try connection.run(
        """
        INSERT INTO objective (version, position, identifier, title, description)
        VALUES (\(version.id), \(position), \(objective.identifier), \(objective.title), \(objective.description))
        """)
    }
    try insertActivities(of: version)
    for file in files {
      try connection.run(
        """
        INSERT INTO package_file (version, path, digest, size_bytes)
        VALUES (\(version.id), \(file.path), \(file.digest), \(file.sizeBytes))
        """)
    }
    try log(CourseVersionTransition(version: version.id, at: instant, to: version.state))
    for mapping in version.mapping { try insert(mapping, of: version.id, at: instant) }
  }

  func insert(_ original: OriginalArchive, of version: CourseVersionID) throws {
    try connection.run(
      """
      INSERT INTO original_archive (version, name, digest, size_bytes)
      VALUES (\(version), \(original.name), \(original.digest), \(original.sizeBytes))
      """)
  }

  func append(_ transition: CourseVersionTransition) throws {
    try log(transition)
    try connection.run(
      "UPDATE course_version SET state = \(transition.to.rawValue) WHERE id = \(transition.version)")
  }

  private func log(_ transition: CourseVersionTransition) throws {
    try connection.run(
      """
      INSERT INTO course_version_transition (version, number, at, state)
      SELECT \(transition.version), coalesce(max(number), 0) + 1, \(transition.at), \(transition.to.rawValue)
      FROM course_version_transition WHERE version = \(transition.version)
      """)
  }

  func setPassRule(_ rule: PassRule, of version: CourseVersionID) throws {
    try connection.run("UPDATE course_version SET passing_score = \(rule.passingScore) WHERE id = \(version)")
  }

  func insert(_ mapping: StandardMapping, of version: CourseVersionID, at instant: Instant) throws {
    try connection.run(
      """
      INSERT INTO standard_mapping (version, edition, item_code, recorded_at)
      SELECT \(version), id, \(mapping.item.text), \(instant)
      FROM standard_edition WHERE code_folded = \(mapping.edition.folded)
      """)
  }
}
