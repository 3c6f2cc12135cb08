internal import Enrolment
public import People
public import Reports
public import Values

/// What one person took part in and holds, as it stood at a cut-off: for the person, for the Secretariat, and for a Member
/// of its own officers, as far as they took part as such.
public struct ReportTranscript: Inquiry {
  public static let right: Right? = .lookUp
  public static let looksBack = true

  public let person: PersonID
  /// The name of the zone that days are meant in, `UTC`.
  public let timeZone: String
  /// The instant that the records are looked at as of; the present where nil.
  public let cutOff: Instant?
  public let language: LanguageTag

  public init(_ person: PersonID, timeZone: String, cutOff: Instant?, language: LanguageTag) {
    self.person = person
    self.timeZone = timeZone
    self.cutOff = cutOff
    self.language = language
  }

  public func answer(_ reading: Reading) throws -> ListReport {
    let member = try reading.grant.reach.transcribedMember(of: person)
    let person = try reading.reached.person(identified: person)
    let (records, setting) = (reading.records, try reading.setting(cutOff: cutOff, language: language))
    let days = try DaysOfZone(timeZone, reading.calendar)
    let enrolments = try records.enrolments(
      of: .person(person.id), asOf: setting.cutOff, dayOf: days.day)
    let certificates = try records.certificates(
      of: .person(person.id), asOf: setting.cutOff, dayOf: reading.calendar.day)
    func isShown(_ party: PartyLabel?) -> Bool { member.map { $0 == party?.id } ?? true }
    return .transcript(
      TranscriptFacts(
        person: person.id, name: try records.name(of: person.id, asOf: setting.cutOff),
        enrolments: enrolments.filter { isShown($0.party) },
        certificates: certificates.filter { isShown($0.party) }),
      setting)
  }
}

extension Reach {
  /// The Member as whose officer a person is looked at; nil for the whole record. Throws where there is neither: of the
  /// candidates of missions an evaluator has no transcript.
  fileprivate func transcribedMember(of person: PersonID) throws(BeyondOwn) -> PartyID? {
    switch self {
    case .everything, .person: nil
    case .officers(let own): own
    case .expert(let own) where own == person: nil
    case .expert: throw .draftOfOthers
    case .region, .sessions, .university, .queue, .nothing: throw .draftOfOthers
    }
  }
}
