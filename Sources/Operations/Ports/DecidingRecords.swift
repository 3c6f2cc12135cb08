public import Certification
public import Enrolment
public import People
public import Values

/// Who was or is what to whom, and what was proposed to be awarded.
public protocol DecidingRecords {
  func involvement(_ id: InvolvementID) throws -> Involvement?
  /// Every involvement that was ever declared of a person, in the order they were recorded.
  func involvements(of person: PersonID) throws -> [Involvement]
  /// All involvements in the order they were recorded.
  func involvements(page: PageRequest) throws -> Page<Involvement>
  func proposal(_ id: AwardProposalID) throws -> AwardProposal?
  /// The proposal that is open for an enrolment and scheme.
  func openProposal(of enrolment: EnrolmentID, under scheme: SchemeID) throws -> AwardProposal?
  /// The proposal that a certificate was released from.
  func proposal(of certificate: CertificateID) throws -> AwardProposal?
  /// The proposals of a scheme that are open, or all of it, in the order they were made.
  func proposals(open: Bool, page: PageRequest) throws -> Page<AwardProposal>
}

/// What can be added to these.
public protocol WritableDecidingRecords {
  func insert(_ involvement: Involvement) throws
  func end(_ involvement: InvolvementID, at instant: Instant) throws
  func insert(_ proposal: AwardProposal) throws
  func settle(_ proposal: AwardProposalID, _ settlement: AwardProposal.Settlement) throws
}
