import Catalogue
import Enrolment
import People

/// Folds records into a certification report, one by one and in any order.
///
/// The facts are those of all records as they stood at the cut-off; the builder itself leaves out what the audience
/// may not see, so that a fact too many cannot become a leak. Cost grows with the number of facts, memory with the
/// number of groups and of people; only a list of own people keeps a row each.
public struct CertificationReportBuilder {
  private let parameters: ReportParameters
  private let words: ReportWords
  private var people = PersonNumbers()
  private var enrolments = EnrolmentFigures()
  private var funding: FundingFigures
  private var evaluations = EvaluationFigures()
  private var onward = OnwardFigures()
  private var experts = ExpertFigures()
  private var certificates = CertificateFigures()
  private var coverage: [CoverageFact] = []
  private var names = NamedLists()

  /// An empty report, to be told in some words.
  ///
  /// - Parameter terms: what was agreed with donors; what the audience may not know of is left out.
  public init(_ parameters: ReportParameters, terms: FundingTerms = .none, words: ReportWords = .english) {
    self.parameters = parameters
    self.words = words
    funding = FundingFigures(terms, in: parameters)
  }

  /// Takes an enrolment in; one that lies outside the period or is not the audience's changes nothing.
  public mutating func add(_ fact: EnrolmentFact) {
    guard isOwn(fact) else { return }
    let person = people.number(of: fact.person)
    if parameters.isForOwner { enrolments.addEvents(of: fact, person: person, in: parameters) }
    funding.addToTargets(fact, person: person)
    guard parameters.contains(fact.enrolledOn) else { return }
    enrolments.add(fact, person: person)
    funding.add(fact, person: person)
    if parameters.audience == .member { names.add(fact) }
  }

  /// Takes a certificate in; one that lies outside the period or is not the audience's changes nothing.
  public mutating func add(_ fact: CertificateFact) {
    guard isOwn(fact) else { return }
    certificates.add(fact, person: people.number(of: fact.person), in: parameters)
    if parameters.namesPeople, fact.concerns(parameters) { names.add(fact) }
  }

  /// Takes an accreditation in; one that is not the audience's changes nothing.
  public mutating func add(_ fact: ExpertFact) {
    guard isOwn(fact) else { return }
    experts.add(fact, person: people.number(of: fact.person), in: parameters)
  }

  /// Takes an evaluation in; one that is due outside the period or is not the audience's changes nothing.
  public mutating func add(_ fact: EvaluationFact) {
    guard isOwn(fact), parameters.contains(fact.due) else { return }
    evaluations.add(fact)
  }

  /// Takes an onward training in; one that was given outside the period or is not the audience's changes nothing.
  public mutating func add(_ fact: OnwardTrainingFact) {
    guard isOwn(fact.trainer), parameters.contains(fact.on) else { return }
    onward.add(fact, person: people.number(of: fact.trainer.person))
  }

  /// Takes a commitment in; one that is due outside the period or is not the audience's changes nothing.
  public mutating func add(_ fact: CommitmentFact) {
    guard isOwn(fact.trainer), parameters.contains(fact.due) else { return }
    onward.add(fact, person: people.number(of: fact.trainer.person))
  }

  /// Takes an item of a standard in.
  public mutating func add(_ fact: CoverageFact) {
    coverage.append(fact)
  }

  /// The report over all that was taken in.
  public func finish() -> CertificationReport {
    let language = parameters.language
    let cells = SmallCells(threshold: parameters.suppressedBelow)
    let hiding = EnrolmentHiding(of: enrolments, isOwner: parameters.isForOwner, cells: cells)
    let certificateHiding = CertificateHiding(
      of: certificates, isOwner: parameters.ownsCertificates, cells: cells)
    let enrolmentBlocks = EnrolmentBlocks(
      enrolments, hiding: hiding, beside: certificateHiding, language: language, words: words)
    let certificateBlocks = CertificateBlocks(
      figures: certificates, hiding: certificateHiding, language: language, words: words)
    let blocks =
      enrolmentBlocks.blocks
      + FundingBlocks(funding, beside: enrolments, hiding: hiding, language: language, words: words).blocks
      + certificateBlocks.blocks + [
        .coverageByKind(coverage, words: words),
        .coverage(
          coverage, figures: enrolments, hiddenVersions: enrolmentBlocks.hiddenVersions, language: language,
          words: words),
      ]
      + ExpertBlocks(
        figures: experts, cells: parameters.isForOwner ? nil : cells, language: language, words: words
      ).blocks + [
        .evaluations(evaluations, parameters.audience == .directorate ? nil : cells, words: words)
      ]
      + OnwardBlocks(
        figures: onward, cells: parameters.isForOwner ? nil : cells, language: language, words: words
      ).blocks + [
        names.officers(language: language, words: words),
        names.certificates(.ownOfficersCertificates, language: language, words: words),
        names.certificates(.ownAwards, language: language, words: words),
      ]
    let wanted = BlockName.blocks(for: parameters.audience)
    return CertificationReport(
      parameters: parameters, words: words, editions: editions,
      blocks: blocks.filter { block in wanted.contains { block.name == .certification($0) } })
  }

  /// In the order of the items.
  private var editions: [StandardEditionCode] {
    coverage.map(\.edition).reduce(into: []) { if $0.last != $1, !$0.contains($1) { $0.append($1) } }
  }

  private func isOwn(_ fact: EnrolmentFact) -> Bool {
    switch parameters.audience {
    case .directorate: true
    case .donor: fact.donors.contains { $0.id == parameters.party?.id }
    case .rocb: parameters.covers(fact.party?.region)
    case .member: fact.party?.id == parameters.party?.id
    case .university: fact.host == parameters.party?.id || fact.party?.id == parameters.party?.id
    }
  }

  private func isOwn(_ fact: EvaluationFact) -> Bool {
    switch parameters.audience {
    case .directorate: true
    case .donor: fact.donors.contains { $0 == parameters.party?.id }
    case .member, .university, .rocb: fact.host == parameters.party?.id
    }
  }

  private func isOwn(_ fact: ExpertFact) -> Bool {
    switch parameters.audience {
    case .directorate: true
    case .donor: fact.donors.contains { $0 == parameters.party?.id }
    case .member: fact.party.id == parameters.party?.id
    case .university, .rocb: false
    }
  }

  private func isOwn(_ trainer: TrainerFact) -> Bool {
    switch parameters.audience {
    case .directorate: true
    case .donor: trainer.donors.contains { $0 == parameters.party?.id }
    case .rocb: parameters.covers(trainer.party?.region)
    case .member: trainer.party?.id == parameters.party?.id
    case .university: false
    }
  }

  private func isOwn(_ fact: CertificateFact) -> Bool {
    switch parameters.audience {
    case .directorate: true
    case .donor: fact.donors.contains { $0 == parameters.party?.id }
    case .rocb: parameters.covers(fact.party?.region)
    case .member: fact.party?.id == parameters.party?.id
    case .university: fact.issuer == parameters.party?.id
    }
  }
}

extension ReportParameters {
  /// Whether the reader owns all records of the report, so that nothing is suppressed.
  var isForOwner: Bool { audience.ownsRecords }

  /// Whether the reader owns the certificates of the report, so that no figure of theirs is suppressed.
  var ownsCertificates: Bool {
    switch audience {
    case .directorate, .member, .university: true
    case .donor, .rocb: false
    }
  }

  /// Whether a region is that of the office that the report is made out to.
  func covers(_ region: Region?) -> Bool {
    guard let region else { return false }
    return region == party?.region
  }

  /// Whether the report lists own people by name (domain 7.4, 24).
  var namesPeople: Bool {
    switch audience {
    case .member, .university: true
    case .directorate, .donor, .rocb: false
    }
  }
}
