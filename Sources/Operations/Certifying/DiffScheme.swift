internal import Catalogue
public import Certification
public import ContentPackaging
internal import RegistrarXML
public import Values

/// What differs between two versions of a scheme, or between a draft and the version in force.
public struct SchemeDiff: Sendable {
  public let scheme: SchemeCode
  /// The earlier version's number; nil where everything is new.
  public let from: Int?
  /// The later version's number.
  public let to: Int
  public let differences: [SchemeDifference]
}

/// Says what differs between two versions of a scheme.
public struct DiffScheme: Inquiry {
  public static let right: Right? = .readReference

  public let scheme: Reference<Scheme>
  /// The earlier version; the one before the later where nil.
  public let from: Int?
  /// The later version; the one in force where nil.
  public let to: Int?

  public init(_ scheme: Reference<Scheme>, from: Int? = nil, to: Int? = nil) {
    self.scheme = scheme
    self.from = from
    self.to = to
  }

  public func answer(_ reading: Reading) throws -> SchemeDiff {
    let scheme = try reading.records.scheme(named: scheme)
    guard let current = scheme.current else { throw NotFound(.scheme, scheme.code.description) }
    let later = try to.map { try version($0, of: scheme, "to") } ?? current
    let earlier =
      try from.map { try version($0, of: scheme, "from") }
      ?? scheme.versions.last { $0.number < later.number }
    return try reading.records.diff(of: scheme.code, from: earlier, to: later)
  }

  private func version(_ number: Int, of scheme: Scheme, _ field: String) throws -> SchemeVersion {
    guard let found = scheme.versions.first(where: { $0.number == number }) else {
      throw UnusableValue(
        field: field, value: String(number), expected: "a version from 1 to \(scheme.versions.count)")
    }
    return found
  }
}

/// What came of setting a draft beside what is in force.
public struct DraftDiff: Sendable {
  /// Nil where the draft is refused.
  public let diff: SchemeDiff?
  public let findings: [Finding]
}

extension Registrar {
  /// Says what differs between the last version of a draft and the version in force; of a scheme that is not there yet,
  /// all that it says.
  ///
  /// - Parameter bytes: XML of `Schemas/xsd/scheme.xsd`.
  public func diff(_ bytes: [UInt8], name: String, as principal: Principal) throws -> DraftDiff {
    try permit(.readReference, to: principal, doing: "scheme diff")
    let reading = SchemeReader.read(bytes, file: name)
    guard let document = reading.scheme else { return DraftDiff(diff: nil, findings: reading.findings) }
    let instant = clock()
    return try store.read { records in
      let plan = try ImportScheme(document: document, name: name).plan(in: records, calendar, at: instant)
      guard plan.isAccepted else { return DraftDiff(diff: nil, findings: plan.findings) }
      let diff = try records.diff(
        of: document.code.value, from: plan.scheme?.current, to: document.draft(in: records))
      return DraftDiff(diff: diff, findings: plan.findings)
    }
  }
}

extension Records {
  fileprivate func diff(
    of scheme: SchemeCode, from earlier: SchemeVersion?, to later: SchemeVersion
  ) throws -> SchemeDiff {
    SchemeDiff(
      scheme: scheme, from: earlier?.number, to: later.number,
      differences: try later.differences(from: earlier) { try course(named: .id($0)).code })
  }
}

extension SchemeDifference {
  /// The difference as a clause: `the score to reach: 0.7 before, now 0.8`.
  public var sentence: String {
    switch (before, after) {
    case (.some(let before), .some(let after)): "\(field.words): \(before) before, now \(after)"
    case (.some(let before), nil): "\(field.words): \(before) before, now nothing"
    case (nil, .some(let after)): "\(field.words): \(after), and nothing before"
    case (nil, nil): "\(field.words): nothing"
    }
  }
}

extension SchemeField {
  /// What it is, as people say it.
  public var words: String {
    switch self {
    case .kind: "what it attests"
    case .course: "the course"
    case .minimumScore: "the score to reach"
    case .minimumTrust: "how far evidence is trusted at the least"
    case .requires: "the schemes that are required"
    case .separate: "what is kept apart from deciding"
    case .twoPersons: "whether one proposes and another releases"
    case .validityMonths: "the months that it holds"
    case .renewalOpens: "how long before its end it is renewed"
    case .renewalGrace: "how long after its end it is renewed"
    case .renewalCourse: "the refresher"
    case .renewalAttainment: "what is shown of the refresher"
    case .timeZone: "the time zone"
    case .stages: "the stages before its course"
    case .attests: "the items of standards that it attests"
    }
  }
}
