internal import Catalogue
internal import Certification
internal import Enrolment
internal import Operations
internal import People
internal import Reports
internal import SQLite
internal import Values

/// Labels of what many facts have in common, each read once.
final class ReportLabels {
  private let records: any ConnectedRecords
  private let cutOff: Instant
  private var parties: [PartyID: PartyLabel] = [:]
  private var groups: [PartyID: [Party.GroupMembership]] = [:]
  private var groupsOnDays: [PartyID: [Day: Set<PartyGroupCode>]] = [:]
  private var courses: [CourseVersionID: CourseLabel] = [:]
  private var schemes: [SchemeID: SchemeLabel] = [:]
  private var programmes: [FundingProgrammeID: ProgrammeLabel] = [:]
  private var sessions: [SessionID: Session] = [:]
  private var donors: [SessionID: Set<PartyID>] = [:]
  private var donorLabels: [SessionID: Set<PartyLabel>] = [:]

  init(_ records: any ConnectedRecords, asOf cutOff: Instant) {
    (self.records, self.cutOff) = (records, cutOff)
  }

  func party(_ id: PartyID) throws -> PartyLabel {
    if let label = parties[id] { return label }
    guard let party = try records.party(id) else {
      throw StoredValueUnreadable(what: "a party", value: id.description)
    }
    let label = PartyLabel(id: party.id, code: party.code, name: party.names, region: party.region)
    parties[id] = label
    return label
  }

  /// The groups that a party belonged to on a day.
  func groups(of party: PartyID, on day: Day) throws -> Set<PartyGroupCode> {
    if let found = groupsOnDays[party]?[day] { return found }
    let known = try groups[party] ?? records.groups(of: party, asOf: cutOff)
    groups[party] = known
    let found = Set(known.filter { $0.holds(on: day) }.map(\.group))
    groupsOnDays[party, default: [:]][day] = found
    return found
  }

  func course(of version: CourseVersionID) throws -> CourseLabel {
    if let label = courses[version] { return label }
    let found = try records.connection.first(
      """
      SELECT course.id, course.code, course.title FROM course_version
      JOIN course ON course.id = course_version.course WHERE course_version.id = \(version)
      """
    ) { CourseLabel(id: try $0.identifier(0), code: try $0.code(1), title: try $0.localizedText(2)) }
    guard let label = found else { throw StoredValueUnreadable(what: "a course", value: version.description) }
    courses[version] = label
    return label
  }

  func scheme(_ id: SchemeID) throws -> SchemeLabel {
    if let label = schemes[id] { return label }
    guard let scheme = try records.scheme(id) else {
      throw StoredValueUnreadable(what: "a scheme", value: id.description)
    }
    let label = SchemeLabel(id: scheme.id, code: scheme.code, title: scheme.titles)
    schemes[id] = label
    return label
  }

  func programme(_ id: FundingProgrammeID) throws -> ProgrammeLabel {
    if let label = programmes[id] { return label }
    guard let programme = try records.fundingProgramme(id) else {
      throw StoredValueUnreadable(what: "a funding programme", value: id.description)
    }
    let label = ProgrammeLabel(id: programme.id, code: programme.code, title: programme.titles)
    programmes[id] = label
    return label
  }

  func session(_ id: SessionID) throws -> Session {
    if let session = sessions[id] { return session }
    guard let session = try records.session(id) else {
      throw StoredValueUnreadable(what: "a session", value: id.description)
    }
    sessions[id] = session
    return session
  }

  func donorLabels(of session: SessionID) throws -> Set<PartyLabel> {
    if let found = donorLabels[session] { return found }
    let labels = Set(try donors(of: session).map(party))
    donorLabels[session] = labels
    return labels
  }

  func donors(of session: SessionID) throws -> Set<PartyID> {
    if let found = donors[session] { return found }
    let found = try records.donors(of: session, asOf: cutOff)
    donors[session] = found
    return found
  }
}
