public import Certification
public import JSON
internal import Enrolment
internal import Operations
internal import People
internal import Values

extension Duty: Representable {}

extension Involvement: Representable {
  /// What somebody was or is; `session` or `candidate` is null, whichever it is not of.
  public func represent(in json: inout JSONWriter) {
    let (session, candidate): (SessionID?, PersonID?) =
      switch subject {
      case .session(let session): (session, nil)
      case .person(let person): (nil, person)
      }
    json.object { json in
      json.member("id", id)
      json.member("person", person)
      json.member("duty", duty)
      json.member("session", orNull: session)
      json.member("candidate", orNull: candidate)
      json.member("recordedAt", recordedAt)
      json.member("endedAt", orNull: endedAt)
    }
  }
}

extension Involvement: Described {
  public static let schema = Schema.named(
    "Involvement",
    .object([
      .init("id", .id), .init("person", .id), .init("duty", .choice(of: Duty.self)),
      .init("session", .orNull(.id), "Everyone who takes part in it."),
      .init("candidate", .orNull(.id), "Null where it is of a session."), .init("recordedAt", .instant),
      .init("endedAt", .orNull(.instant), "Null while it holds."),
    ]))
}

extension AwardProposal {
  /// How it stands, in a word.
  public enum State: String, CaseIterable, Sendable {
    case open, released, declined
  }

  /// How it stands.
  public var state: State {
    switch settlement {
    case nil: .open
    case .released: .released
    case .declined: .declined
    }
  }
}

extension AwardProposal.State: Representable {}

extension AwardProposal: Representable {
  /// The proposal; `certificate` where it was released, `reason` where it was declined.
  public func represent(in json: inout JSONWriter) {
    let (person, at, certificate, reason): (PersonID?, Instant?, CertificateID?, String?) =
      switch settlement {
      case nil: (nil, nil, nil, nil)
      case .released(let certificate, let person, let at): (person, at, certificate, nil)
      case .declined(let person, let at, let reason): (person, at, nil, reason)
      }
    json.object { json in
      json.member("id", id)
      json.member("enrolment", enrolment)
      json.member("scheme", scheme)
      json.member("schemeVersion", schemeVersion)
      json.member("renews", orNull: renews)
      json.member("state", state)
      json.member("proposedBy", proposedBy)
      json.member("proposedAt", proposedAt)
      json.member("settledBy", orNull: person)
      json.member("settledAt", orNull: at)
      json.member("certificate", orNull: certificate)
      json.member("reason", orNull: reason)
    }
  }
}

extension AwardProposal: Described {
  public static let schema = Schema.named(
    "AwardProposal",
    .object([
      .init("id", .id), .init("enrolment", .id), .init("scheme", .id),
      .init("schemeVersion", .whole(from: 1, to: nil), "The version that it was judged by."),
      .init("renews", .orNull(.id), "The certificate that is to be renewed."),
      .init("state", .choice(of: State.self)), .init("proposedBy", .id), .init("proposedAt", .instant),
      .init("settledBy", .orNull(.id)), .init("settledAt", .orNull(.instant), "Null while it is open."),
      .init("certificate", .orNull(.id), "Where it was released."),
      .init("reason", .orNull(.text()), "Where it was declined."),
    ]))
}
