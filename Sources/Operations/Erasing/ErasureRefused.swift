public import People
public import Certification
public import Values

/// Why a person is not made unknown.
public enum ErasureRefused: Explainable, Hashable {
  /// Something of the person has not ended.
  case underWay([UnderWay])
  /// The reason names the person, and would stay.
  case reasonNames

  /// How many things a refusal names.
  private static let named = 10

  public var explanation: Explanation {
    switch self {
    case .underWay(let found):
      let names = found.prefix(ErasureRefused.named).map(\.words).joined(separator: ", ")
      let more = found.count > ErasureRefused.named ? ", and \(found.count - ErasureRefused.named) more" : ""
      return Explanation(
        .conflict, "person-under-way", "of the person there is still: \(names)\(more)",
        remedy: """
          end that first: withdraw nominations and enrolments, revoke certificates, decline proposals, withdraw \
          accreditations or let them lapse, sign observations off or annul them, end releases, assignments and launches, \
          revoke keys
          """)
    case .reasonNames:
      return Explanation(
        .unusable, "reason-names-person", "the reason names the person, and stays when the name is gone",
        remedy: "say why without the name: a file number, who asked", field: "reason")
    }
  }
}

/// The person was made unknown: nothing more is recorded of them, and nothing is made out in their name.
public struct PersonErased: Explainable, Hashable {
  public let person: PersonID
  public let on: Day

  public init(person: PersonID, on day: Day) {
    (self.person, on) = (person, day)
  }

  public var explanation: Explanation {
    Explanation(
      .conflict, "person-erased", "person \(person) was erased on \(on): nothing new is recorded of them",
      remedy: "enter whoever is meant as a new person")
  }
}

/// A certificate is on record, and its files went with the particulars of its holder.
public struct HolderErased: Explainable, Hashable {
  public let number: CertificateNumber
  public let on: Day

  public init(number: CertificateNumber, on day: Day) {
    (self.number, on) = (number, day)
  }

  public var explanation: Explanation {
    Explanation(
      .notFound, "holder-erased",
      "the files of certificate \(number) went when its holder’s particulars were erased on \(on)",
      remedy: "look at its page: it tells what is still on record")
  }
}

extension Records {
  /// A person who was not made unknown; throws `PersonErased`, or `NotFound`.
  func knownPerson(identified id: PersonID) throws -> Person {
    let found = try person(identified: id)
    if let erasedAt = found.erasedAt { throw PersonErased(person: id, on: erasedAt.dayInUTC) }
    return found
  }
}

extension Reading {
  /// The day, in a certificate's own time zone, on which its holder's particulars were erased; nil where they stand.
  func dayOfErasure(of certificate: Certificate) throws -> Day? {
    try records.erasure(of: certificate.person).map { try calendar.day($0.at, certificate.facts.timeZone) }
  }
}
