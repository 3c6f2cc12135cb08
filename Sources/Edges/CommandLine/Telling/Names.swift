internal import Accreditation
internal import Catalogue
internal import Certification
internal import Enrolment
internal import Operations
internal import People
internal import Values

/// What people call the things that records name by identifiers, for tables that people read. Each is asked for once.
final class Names {
  private let errand: Errand
  private var persons: [PersonID: String] = [:]
  private var sessions: [SessionID: String] = [:]

  init(_ errand: Errand) {
    self.errand = errand
  }

  /// A person's name.
  func person(_ id: PersonID) throws -> String {
    if let name = persons[id] { return name }
    let name = try errand.answer(ShowPerson(id)).person.name
    persons[id] = name
    return name
  }

  /// A session's code.
  func session(_ id: SessionID) throws -> String {
    if let code = sessions[id] { return code }
    let code = try errand.answer(ShowSession(.id(id))).session.code.text
    sessions[id] = code
    return code
  }

  /// A course's code.
  func course(_ id: CourseID) throws -> String {
    try errand.answer(ShowCourse(.id(id))).course.code.text
  }

  /// A pool's code.
  func pool(_ id: PoolID) throws -> String {
    try errand.answer(ShowPool(.id(id))).code.text
  }

  /// A funding programme's code.
  func programme(_ id: FundingProgrammeID) throws -> String {
    try errand.answer(ShowFundingProgramme(.id(id))).programme.code.text
  }

  /// An organisation's code.
  func party(_ id: PartyID) throws -> String {
    try errand.answer(ShowParty(.id(id))).code.text
  }
}
