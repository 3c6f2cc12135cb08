internal import Accreditation
internal import Assessment
internal import Certification
internal import Enrolment
internal import People
internal import Values

/// Something of a person that has not ended. While there is any, the person is not made unknown.
public struct UnderWay: Sendable, Hashable {
  public let kind: HistoryObject.Kind
  /// The number of a certificate, the identifier of anything else.
  public let name: String
  /// How it stands, `endorsed`.
  public let state: String

  init(_ kind: HistoryObject.Kind, _ name: String, _ state: String) {
    (self.kind, self.name, self.state) = (kind, name, state)
  }

  /// `certificate TTT-2026-000001 (issued)`.
  var words: String { "\(kind.words) \(name) (\(state))" }
}

extension Reading {
  /// What of a person has not ended, kind by kind.
  func underWay(of person: PersonID) throws -> [UnderWay] {
    let enrolments = try everyPage { page in
      try records.enrolments(EnrolmentFilter(person: person), within: .everything, page: page)
    }
    return try learning(enrolments) + nominations(of: person, beside: enrolments) + certificates(of: person)
      + proposals(of: enrolments) + expertise(of: person) + duties(of: person)
  }

  private func learning(_ enrolments: [Enrolment]) throws -> [UnderWay] {
    try enrolments.flatMap { enrolment in
      let own =
        enrolment.state.hasEnded
        ? [] : [UnderWay(.enrolment, enrolment.id.description, enrolment.state.rawValue)]
      let launch = try records.openLaunch(of: enrolment.id).map {
        UnderWay(.launch, $0.id.description, $0.state.rawValue)
      }
      return own + [launch].compactMap(\.self)
    }
  }

  /// A nomination that an enrolment rests on is over with that.
  private func nominations(of person: PersonID, beside enrolments: [Enrolment]) throws -> [UnderWay] {
    let carriedOut = Set(enrolments.compactMap(\.nomination))
    return try everyPage { page in
      try records.nominations(NominationFilter(person: person), within: .everything, page: page)
    }.filter { !$0.state.isOver && !carriedOut.contains($0.id) }.map {
      UnderWay(.nomination, $0.id.description, $0.state.rawValue)
    }
  }

  private func certificates(of person: PersonID) throws -> [UnderWay] {
    let days = try presentDays()
    return try everyPage { page in
      try records.certificates(CertificateFilter(person: person), within: .everything, on: days, page: page)
    }.compactMap { certificate in
      let state = try state(of: certificate)
      return state.isLive ? UnderWay(.certificate, certificate.number.text, state.rawValue) : nil
    }
  }

  private func proposals(of enrolments: [Enrolment]) throws -> [UnderWay] {
    let own = Set(enrolments.map(\.id))
    return try everyPage { try records.proposals(open: true, page: $0) }.filter { own.contains($0.enrolment) }
      .map { UnderWay(.proposal, $0.id.description, "proposed") }
  }

  private func expertise(of person: PersonID) throws -> [UnderWay] {
    let cases = try everyPage { page in
      try records.accreditations(AccreditationFilter(person: person), within: .everything, page: page)
    }.filter(\.progress.state.isOpen).map {
      UnderWay(.accreditation, $0.id.description, $0.progress.state.rawValue)
    }
    let releases = try everyPage { try records.releases(of: person, within: .everything, page: $0) }
      .filter { $0.endedAt == nil && $0.days.to.map { $0 >= now.dayInUTC } ?? true }
      .map { UnderWay(.release, $0.id.description, "released") }
    let observations = try everyPage { page in
      try records.observations(ObservationFilter(person: person), within: .everything, page: page)
    }.filter { !$0.state.isOver }.map { UnderWay(.observation, $0.id.description, $0.state.rawValue) }
    return cases + releases + observations
  }

  /// What the person was given to do, and by which keys the person acts.
  private func duties(of person: PersonID) throws -> [UnderWay] {
    let assignments = try everyPage { page in
      try records.assignments(session: nil, assessor: person, within: .everything, page: page)
    }.filter { $0.endedAt == nil }.map { UnderWay(.assignment, $0.id.description, "assigned") }
    let keys = try records.keys().filter { $0.held?.person == person && $0.works(on: now.dayInUTC) }
      .map { UnderWay(.key, $0.id.description, "active") }
    return assignments + keys
  }
}

extension NominationState {
  /// Whether nothing follows from it any more.
  fileprivate var isOver: Bool {
    switch self {
    case .declined, .withdrawn: true
    case .proposed, .endorsed, .selected, .reserve: false
    }
  }
}

extension ObservationState {
  /// Whether nothing more is said to it, but that it does not hold.
  fileprivate var isOver: Bool {
    switch self {
    case .signedOff, .annulled: true
    case .recorded, .seconded, .acknowledged: false
    }
  }
}
