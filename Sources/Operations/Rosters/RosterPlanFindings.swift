public import ContentPackaging

// What a roster says that the records do not go with.
extension FindingCode {
  static let rosterOrganisationUnknown = FindingCode(
    "roster.organisation.unknown", .error, "No organisation of this code is recorded.",
    fix: "Correct the code, or enter the organisation first.")
  static let rosterSessionUnknown = FindingCode(
    "roster.session.unknown", .error, "No session of this code is planned.",
    fix: "Correct the code, or plan the session first.")
  static let rosterPersonRefused = FindingCode(
    "roster.person.refused", .error, "A person cannot be entered as described.",
    fix: "Correct what the message names.")
  static let rosterPersonDiffers = FindingCode(
    "roster.person.differs", .warning,
    "The person is known by this identifier and recorded with another name, sex, language or mailbox. A roster adds to "
      + "records and corrects none.",
    fix: "Correct the roster, or the record of the person.")
  static let rosterPersonAlike = FindingCode(
    "roster.person.alike", .warning,
    "Two people in one organisation have names that a reader cannot tell apart: the same letters, or letters that are "
      + "composed otherwise, do not show, or look alike. They may be one person.",
    fix: "Where they are, give both the identifier of one; where they are not, nothing.")
  static let rosterPersonTurned = FindingCode(
    "roster.person.turned", .warning,
    "A name has a character that turns the direction of writing: it reads otherwise than it is stored.",
    fix: "Type the name anew where the character came with it from another document.")
  static let rosterAffiliationDiffers = FindingCode(
    "roster.affiliation.differs", .warning,
    "The place in the organisation is recorded, with another unit, post, role level or last day. A roster adds to records "
      + "and corrects none.",
    fix: "Say a new first day where the person moved on to another post.")
  static let rosterAffiliationRefused = FindingCode(
    "roster.affiliation.refused", .error,
    "The place lies outside the days of its organisation, or the person holds the same post there on some of its days.",
    fix: "Correct the days or the post, or end the place that is recorded.")
  static let rosterNominationRefused = FindingCode(
    "roster.nomination.refused", .error, "The person cannot be put forward for this session.",
    fix: "Open the session, or give the person a place in the organisation on the session's first day.")
  static let rosterBeyondOwn = FindingCode(
    "roster.beyond-own", .error,
    "Who sends the roster acts for one party: it may enter and touch that party's people only, in places of that party, "
      + "and ask for what its key has the right to.",
    fix: "Leave it out, or have it entered by who may.")
  static let rosterNominationEnded = FindingCode(
    "roster.nomination.ended", .warning,
    "A nomination for this session was withdrawn or declined before. A roster does not nominate again.",
    fix: "Where it was meant, nominate the person again by hand.")
  static let rosterEnrolmentRefused = FindingCode(
    "roster.enrolment.refused", .error, "The person cannot be enrolled in this session.",
    fix: "Look at the session's state; open it where it is only planned.")
  static let rosterEnrolmentWithdrawn = FindingCode(
    "roster.enrolment.withdrawn", .warning,
    "The person was enrolled in this session and withdrew. A roster does not enrol again.",
    fix: "Where it was meant, enrol the person again by hand.")
  static let rosterSessionFull = FindingCode(
    "roster.session.full", .warning,
    "No seat is free, or others wait already: the person gets a place on the waiting list.",
    fix: "Nothing has to be done: who waits moves up when a seat falls free.")

  /// Every code of this kind, for `registrar explain`.
  public static let rosterPlanCodes: [FindingCode] = [
    rosterOrganisationUnknown, rosterSessionUnknown, rosterPersonRefused, rosterPersonDiffers,
    rosterPersonAlike, rosterPersonTurned, rosterAffiliationDiffers, rosterAffiliationRefused,
    rosterNominationRefused,
    rosterNominationEnded, rosterBeyondOwn,
    rosterEnrolmentRefused, rosterEnrolmentWithdrawn, rosterSessionFull,
  ]
}
