internal import Catalogue
internal import Operations
internal import SQLite
internal import Values

extension ConnectedRecords {
  func course(_ id: CourseID) throws -> Course? {
    try connection.first(
      "SELECT id, code, publisher_identifier, title, audience FROM course WHERE id = \(id)", decodeCourse)
  }

  func course(_ code: CourseCode) throws -> Course? {
    try connection.first(
      "SELECT id, code, publisher_identifier, title, audience FROM course WHERE code_folded = \(code.folded)",
      decodeCourse)
  }

  func courses(publisherIdentifier: String, family: String) throws -> [Course] {
    try connection.all(
      """
      SELECT id, code, publisher_identifier, title, audience FROM course
      WHERE family = \(family) AND publisher_identifier = \(publisherIdentifier) ORDER BY id
      """, decodeCourse)
  }

  func courses(in catalogue: CatalogueID?, page request: PageRequest) throws -> Page<Course> {
    let ofCatalogue =
      catalogue.map {
        " AND id IN (SELECT course FROM catalogue_offer WHERE catalogue = \($0))" as Query
      } ?? ""
    let rows = try connection.all(
      """
      SELECT id, code, publisher_identifier, title, audience FROM course
      WHERE code_folded > \(request.after ?? "")\(ofCatalogue)
      ORDER BY code_folded LIMIT \(request.limit + 1)
      """, decodeCourse)
    return page(rows, request) { $0.code.folded }
  }

  private func decodeCourse(_ row: borrowing Row) throws -> Course {
    Course(
      id: try row.identifier(0), code: try row.code(1), publisherIdentifier: try row.text(2),
      title: try row.localizedText(3), audience: try row.choice(4))
  }

  func audience(of version: CourseVersionID) throws -> Audience {
    let found: Audience? = try connection.first(
      """
      SELECT course.audience FROM course_version JOIN course ON course.id = course_version.course
      WHERE course_version.id = \(version)
      """
    ) { try $0.choice(0) }
    guard let found else { throw StoredValueUnreadable(what: "a course", value: version.description) }
    return found
  }

  func catalogue(_ code: CatalogueCode) throws -> CourseCatalogue? {
    try connection.first(
      "SELECT id, code, titles FROM catalogue WHERE code_folded = \(code.folded)", decodeCatalogue)
  }

  func catalogues() throws -> [CourseCatalogue] {
    try connection.all("SELECT id, code, titles FROM catalogue ORDER BY code_folded", decodeCatalogue)
  }

  private func decodeCatalogue(_ row: borrowing Row) throws -> CourseCatalogue {
    let id: CatalogueID = try row.identifier(0)
    let offers: [CourseID] = try connection.all(
      "SELECT course FROM catalogue_offer WHERE catalogue = \(id) ORDER BY position"
    ) { try $0.identifier(0) }
    return CourseCatalogue(id: id, code: try row.code(1), titles: try row.localizedText(2), offers: offers)
  }
}

extension SQLiteWritableRecords {
  func insert(_ course: Course, family: String) throws {
    try connection.run(
      """
      INSERT INTO course (id, code, code_folded, family, publisher_identifier, title, audience)
      VALUES (\(course.id), \(course.code.text), \(course.code.folded), \(family), \(course.publisherIdentifier),
        \(course.title), \(course.audience.rawValue))
      """)
  }

  func setAudience(_ audience: Audience, of course: CourseID) throws {
    try connection.run("UPDATE course SET audience = \(audience.rawValue) WHERE id = \(course)")
  }

  func insert(_ catalogue: CourseCatalogue) throws {
    try connection.run(
      """
      INSERT INTO catalogue (id, code, code_folded, titles)
      VALUES (\(catalogue.id), \(catalogue.code.text), \(catalogue.code.folded), \(catalogue.titles))
      """)
    for course in catalogue.offers { try offer(course, in: catalogue.id) }
  }

  func offer(_ course: CourseID, in catalogue: CatalogueID) throws {
    try connection.run(
      """
      INSERT INTO catalogue_offer (catalogue, position, course)
      SELECT \(catalogue), coalesce(max(position), 0) + 1, \(course) FROM catalogue_offer WHERE catalogue = \(catalogue)
      """)
  }
}
