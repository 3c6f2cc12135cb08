/// The blocks that a certification report may have, in the order they stand in it.
public enum BlockName: String, Sendable, CaseIterable {
  case enrolmentsByState = "enrolments-by-state"
  case results
  case funnel
  case activityInPeriod = "activity-in-period"
  case enrolmentsByMonth = "enrolments-by-month"
  case enrolmentsByRegion = "enrolments-by-region"
  case enrolmentsByMember = "enrolments-by-member"
  case enrolmentsByGroup = "enrolments-by-group"
  case enrolmentsBySex = "enrolments-by-sex"
  case enrolmentsByMode = "enrolments-by-mode"
  case enrolmentsByLanguage = "enrolments-by-language"
  case enrolmentsByRoleLevel = "enrolments-by-role-level"
  case enrolmentsByCourse = "enrolments-by-course"
  case enrolmentsByDonor = "enrolments-by-donor"
  case funding
  case fundingTargets = "funding-targets"
  case fundingTargetsByMonth = "funding-targets-by-month"
  case certificates
  case certificatesByScheme = "certificates-by-scheme"
  case certificatesExpiring = "certificates-expiring"
  case coverageByKind = "coverage-by-kind"
  case coverage
  case experts
  case expertsFunnel = "experts-funnel"
  case expertsReviews = "experts-reviews"
  case evaluations
  case onwardTraining = "onward-training"
  case onwardTrainingBySex = "onward-training-by-sex"
  case commitments
  case ownOfficers = "own-officers"
  case ownOfficersCertificates = "own-officers-certificates"
  case ownAwards = "own-awards"

  /// The blocks of a report for an audience (domain 5.3, 7.4.24).
  ///
  /// What happened within the period is shown to owners only: it differs from the enrolments of the period by few
  /// people, so that the two together would undo the suppression in either. When certificates run out is shown to their
  /// owners only: what runs out within a quarter, at the end of one and of the next, differs by few people too. What each
  /// donor pays for is the Secretariat's to know, and what came of its own money the donor's (domain 5.3). How far a target
  /// was reached month by month is told to owners only: one month adds few people to the one before.
  static func blocks(for audience: ReportAudience) -> Set<BlockName> {
    let names: Set<BlockName> = [.ownOfficers, .ownOfficersCertificates, .ownAwards]
    let everything = Set(allCases).subtracting(names)
    switch audience {
    case .directorate: return everything
    case .member:
      return everything.subtracting([
        .enrolmentsByRegion, .enrolmentsByMember, .enrolmentsByGroup, .enrolmentsByDonor,
      ])
      .subtracting(ofFunding)
      .subtracting([.expertsReviews])
      .union([.ownOfficers, .ownOfficersCertificates])
    case .university:
      return everything.subtracting([.activityInPeriod, .enrolmentsByDonor]).subtracting(ofFunding)
        .subtracting(ofTrainers).subtracting(ofExperts).union([.ownAwards])
    case .donor: return everything.subtracting(ofOwners).subtracting([.experts, .expertsReviews])
    case .rocb: return everything.subtracting(ofOwners).subtracting(ofFunding).subtracting(ofExperts)
    }
  }

  /// What is shown to owners of all that is counted, and coverage.
  private static let ofOwners: Set<BlockName> = [
    .activityInPeriod, .enrolmentsByDonor, .fundingTargetsByMonth, .certificatesExpiring, .coverage,
    .coverageByKind,
  ]

  /// Experts: their own party's, their donor's, and the Secretariat's to know.
  private static let ofExperts: Set<BlockName> = [.experts, .expertsFunnel, .expertsReviews]

  /// Whom those who were trained train, and promised to.
  private static let ofTrainers: Set<BlockName> = [.onwardTraining, .onwardTrainingBySex, .commitments]

  /// What is agreed with donors.
  private static let ofFunding: Set<BlockName> = [.funding, .fundingTargets, .fundingTargetsByMonth]
}
