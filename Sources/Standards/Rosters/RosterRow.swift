internal import CSV
internal import ContentPackaging
internal import Enrolment
internal import People
internal import RegistrarXML
internal import Values
internal import XML

/// One row of a roster's table under way to an entry.
struct RosterRow {
  private let record: CSVRecord
  private let source: SourceCode?
  /// The fields that hold a text, by their columns.
  private var cells: [RosterColumn: CSVField] = [:]
  private(set) var findings: Findings

  /// - Parameter source: the system that gave the identifiers, where no column says it.
  init(_ record: CSVRecord, headings: [RosterColumn?], source: SourceCode?, findings: Findings) {
    self.record = record
    self.source = source
    self.findings = findings
    for (column, field) in zip(headings, record.fields) {
      if let column, !trimmed(field.text).isEmpty { cells[column] = field }
    }
    checkWidth(headings)
  }

  /// The entry; nil, with a finding, where anything of the row is not usable.
  mutating func entry() -> RosterEntry? {
    let before = findings.errorCount
    guard isWhole else { return nil }
    let identity = identity()
    let name = needed(.name, because: "every row names a person") { $0 }
    let sex: Stated<Person.Sex>? = choice(.sex)
    let language = cell(.language, expected: "a language tag like en or pt-BR") { LanguageTag($0) }
    let affiliation = affiliation()
    let (nomination, enrolment) = participation()
    guard let identity, let name, findings.errorCount == before else { return nil }
    return RosterEntry(
      path: path, number: record.number, place: Place(record.fields[0].place), identity: identity, name: name,
      sex: sex, language: language, mailboxes: mailboxes(),
      affiliations: affiliation.map { [$0] } ?? [], nominations: nomination.map { [$0] } ?? [],
      enrolments: enrolment.map { [$0] } ?? [])
  }

  private var path: String { "row[\(record.number)]" }
  private var isWhole = true

  /// As many fields as headings; what is surplus, or under no heading, must be empty.
  private mutating func checkWidth(_ headings: [RosterColumn?]) {
    if record.fields.count < headings.count {
      isWhole = false
      findings.report(
        .rosterRowShort, "row \(record.number) has \(record.fields.count) of \(headings.count) fields",
        place: Place(record.fields[0].place), path: path)
    }
    let surplus = record.fields.enumerated().first { index, field in
      (index >= headings.count || headings[index] == nil) && !trimmed(field.text).isEmpty
    }
    if let surplus {
      isWhole = false
      findings.report(
        .rosterRowLong, "row \(record.number) has a field under no heading",
        place: Place(surplus.element.place),
        path: path, text: surplus.element.text)
    }
  }

  private mutating func identity() -> Stated<SourceIdentity>? {
    let stated = cell(.source, expected: "a code") { SourceCode($0) }
    let identifier = needed(
      .sourceID, because: "a person is known again by it", expected: "1 to 128 visible ASCII characters"
    ) { SourceIdentifier($0) }
    guard let code = stated?.value ?? (cells[.source] == nil ? source : nil) else {
      if cells[.source] == nil {
        missing(.source, "it says who gave the identifier, and none is named beside the table")
      }
      return nil
    }
    return identifier.map {
      Stated(SourceIdentity(source: code, identifier: $0.value), name: $0.name, place: $0.place)
    }
  }

  private func mailboxes() -> [Stated<String>] {
    guard let field = cells[.mailbox] else { return [] }
    return field.text.utf8.split { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }.map {
      Stated(String(Substring($0)), name: RosterColumn.mailbox.rawValue, place: Place(field.place))
    }
  }

  private mutating func affiliation() -> RosterAffiliation? {
    let organisation = cell(.organisation, expected: "a code") { PartyCode($0) }
    let level: Stated<RoleLevel>? = choice(.roleLevel)
    let from = cell(.from, expected: "a day like 2026-06-30") { Day($0) }
    let to = cell(.to, expected: "a day like 2026-06-30") { Day($0) }
    if let from, let to, to.value < from.value {
      unusable(.to, "a day not before \(from.value)")
    }
    let facts: [RosterColumn] = [.unit, .post, .roleLevel, .from, .to]
    if cells[.organisation] == nil, let fact = facts.first(where: { cells[$0] != nil }) {
      missing(.organisation, "\(fact.rawValue) says something of a place in one")
    }
    let (unit, post) = (line(.unit), line(.post))
    return organisation.map {
      RosterAffiliation(
        organisation: $0, unit: unit, post: post, roleLevel: level?.value, from: from, to: to)
    }
  }

  private mutating func participation() -> (RosterNomination?, Stated<SessionCode>?) {
    let session = cell(.session, expected: "a code") { SessionCode($0) }
    let organisation = cell(.nominatedBy, expected: "a code") { PartyCode($0) }
    let enrols = cell(.enrol, expected: "yes or no") { answers[RosterColumn.folded($0)] }
    let facts: [RosterColumn] = [.nominatedBy, .enrol]
    if cells[.session] == nil, let fact = facts.first(where: { cells[$0] != nil }) {
      missing(.session, "\(fact.rawValue) is about one")
    }
    guard let session else { return (nil, nil) }
    let nomination = organisation.map { RosterNomination(session: session, organisation: $0) }
    return (nomination, enrols?.value ?? true ? session : nil)
  }

  /// A cell on one line, for texts that spreadsheets may wrap.
  private mutating func line(_ column: RosterColumn) -> String {
    let text = cells[column].map { collapsed($0.text) } ?? ""
    if !text.isEmpty, !text.isVisibleLine { unusable(column, "one line of text of which something is seen") }
    return text
  }
}

// One cell.
extension RosterRow {
  private mutating func cell<Value: Sendable & Hashable>(
    _ column: RosterColumn, expected: String, _ read: (String) -> Value?
  ) -> Stated<Value>? {
    guard let field = cells[column] else { return nil }
    guard let value = read(trimmed(field.text)) else {
      unusable(column, expected)
      return nil
    }
    return Stated(value, name: column.rawValue, place: Place(field.place))
  }

  private mutating func needed<Value: Sendable & Hashable>(
    _ column: RosterColumn, because reason: String, expected: String = "a text", _ read: (String) -> Value?
  ) -> Stated<Value>? {
    if cells[column] == nil { missing(column, reason) }
    return cell(column, expected: expected, read)
  }

  private mutating func choice<Value: Sendable & Hashable & CaseIterable & RawRepresentable<String>>(
    _ column: RosterColumn
  ) -> Stated<Value>? {
    let words = Value.allCases.map(\.rawValue).joined(separator: ", ")
    return cell(column, expected: "one of \(words)") { Value(rawValue: RosterColumn.folded($0)) }
  }

  private mutating func unusable(_ column: RosterColumn, _ expected: String) {
    guard let field = cells[column] else { return }
    findings.report(
      .rosterCellUnusable, "row \(record.number): \(column.rawValue) is \(expected)",
      place: Place(field.place), path: "\(path)/\(column.rawValue)", text: field.text)
  }

  private mutating func missing(_ column: RosterColumn, _ reason: String) {
    findings.report(
      .rosterCellMissing, "row \(record.number): \(column.rawValue) is missing; \(reason)",
      place: Place(record.fields[0].place), path: "\(path)/\(column.rawValue)")
  }
}

private let answers = ["yes": true, "no": false]
