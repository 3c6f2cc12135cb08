public import Enrolment
public import People
public import Values

/// The identity of a proposal.
public typealias AwardProposalID = Identifier<AwardProposal>

/// An award that one person proposed for another to release.
public struct AwardProposal: Sendable, Hashable {
  /// What became of it.
  public enum Settlement: Sendable, Hashable {
    case released(CertificateID, by: PersonID, at: Instant)
    case declined(by: PersonID?, at: Instant, reason: String)
  }

  /// Why a proposal cannot be made, or settled.
  public enum Refusal: Error, Hashable, Sendable {
    /// The version lets one person award alone.
    case releaseNotAsked(SchemeCode)
    /// There is one already for the enrolment and scheme.
    case proposedAlready(AwardProposalID)
    case settledAlready
    /// Another version of the scheme is in force than it was proposed by.
    case rulesChanged(proposedBy: Int, inForce: Int)
    /// Declining it says why.
    case reasonMissing
  }

  public let id: AwardProposalID
  public let enrolment: EnrolmentID
  public let scheme: SchemeID
  /// The version of the scheme that it was judged by.
  public let schemeVersion: Int
  /// The certificate that is to be renewed; nil of a first award.
  public let renews: CertificateID?
  public let proposedBy: PersonID
  public let proposedAt: Instant
  /// Nil while it is open.
  public let settlement: Settlement?

  public init(
    id: AwardProposalID, enrolment: EnrolmentID, scheme: SchemeID, schemeVersion: Int,
    renews: CertificateID? = nil, proposedBy: PersonID, proposedAt: Instant, settlement: Settlement?
  ) {
    self.id = id
    self.enrolment = enrolment
    self.scheme = scheme
    self.schemeVersion = schemeVersion
    self.renews = renews
    self.proposedBy = proposedBy
    self.proposedAt = proposedAt
    self.settlement = settlement
  }
}
