/// The report's own words, in English. Another language is another file of the same shape.
enum ReportWords {
  /// The tag of the language that these words are in.
  static let language = "en"

  static let noRecords = "no records"
  static let suppressed = "suppressed"
  static let notRecorded = "not recorded"
  static let total = "total"

  static let suppressionRule = """
    Figures of 1 to 4 persons, enrolments or attendances are suppressed, and so is a figure whose remainder of its base \
    is 1 to 4; further figures of the same breakdown, the smallest first, are suppressed with them until at least two \
    are, that together count at least 5, so that no total gives a suppressed one away; where a whole is suppressed, its \
    parts are. All attendances are suppressed where, beside the states, they would tell of 1 to 4. Suppressed is not 0.
    """
  static let noSuppression = "Nothing is suppressed: the report is for the owner of the records."
  static let awardsAreOwn = "The certificates are the university's own and are not suppressed."

  /// Which records a report for an audience is made of.
  static func scope(_ audience: ReportAudience) -> String {
    switch audience {
    case .directorate: "All records."
    case .member: "The people who were affiliated to the Member when their session started, and no others."
    case .university:
      "Enrolments in sessions that the university delivers, or of people affiliated to it; certificates that it issued."
    case .donor: "Sessions in which the donor pays for seats, with all who took part, as aggregates."
    case .rocb:
      "The people who were affiliated to a party of the office's region when their session started, as aggregates."
    }
  }

  static func title(_ block: BlockName) -> String {
    switch block {
    case .enrolmentsByState: "Enrolments by state"
    case .results: "Results"
    case .activityInPeriod: "What happened in the period"
    case .enrolmentsByRegion: "Enrolments by region"
    case .enrolmentsByMember: "Enrolments by Member"
    case .enrolmentsBySex: "Enrolments by sex"
    case .enrolmentsByMode: "Enrolments by delivery mode"
    case .enrolmentsByLanguage: "Enrolments by language"
    case .enrolmentsByRoleLevel: "Enrolments by role level"
    case .enrolmentsByCourse: "Enrolments by course"
    case .certificates: "Certificates"
    case .certificatesByScheme: "Certificates issued, by scheme"
    case .coverage: "Coverage of the standard"
    case .ownOfficers: "Own officers"
    case .ownOfficersCertificates: "Certificates of own officers"
    case .ownAwards: "Own awards"
    }
  }

  private static let cohort = """
    Counted are enrolments recorded on a day of the period, by their state at the cut-off. Attendances are those of them \
    that were attended: a record of learning or an assessment that holds at the cut-off shows that the person took part, \
    whatever became of the enrolment. Persons are different people among the enrolments, each counted once in a row and \
    once in the total, so rows of persons do not add up.
    """

  private static let breakdown =
    "Completed are the attendances in state completed, their percentage is of the row's attendances."

  /// What is counted in a block, by which day, and in what unit.
  static func definition(_ block: BlockName) -> String {
    switch block {
    case .enrolmentsByState: cohort
    case .results:
      "Counted are attendances, of enrolments recorded on a day of the period, that were completed or failed at the "
        + "cut-off, and the different people among them; the percentage is of all of these. A completion is a pass only "
        + "by the rule of the course version."
    case .activityInPeriod:
      "Counted is each enrolment by the events that happened to it on a day of the period: one may be counted as "
        + "enrolled, started and completed, or in different periods. Rows therefore do not add up. Started is on the day "
        + "that first shows attendance. Attendances are those of the enrolments that were attended at the cut-off."
    case .enrolmentsByRegion:
      cohort + " The region is the one held when the session started. " + breakdown
    case .enrolmentsByMember:
      cohort + " The party is the affiliation held when the session started, even after moving. " + breakdown
    case .enrolmentsBySex: cohort + " Unknown and undisclosed are values of their own. " + breakdown
    case .enrolmentsByMode: cohort + " The mode is the session's. " + breakdown
    case .enrolmentsByLanguage: cohort + " The language is that of delivery. " + breakdown
    case .enrolmentsByRoleLevel:
      cohort + " The role level is that of the affiliation held when the session started. " + breakdown
    case .enrolmentsByCourse: cohort + " All versions and languages of a course are one course. " + breakdown
    case .certificates:
      "Counted are certificates: issued, by the day of issue; suspended, revoked, expired and replaced, by the day "
        + "they came into the state they have at the cut-off; each where that day lies in the period. One that was put "
        + "in the place of another is not issued anew: the other one counts as replaced. In force are "
        + "those issued, or put in another's place, up to the period's last day whose state at the cut-off had not "
        + "ended by then. Persons are different holders. Rows overlap and do not add up."
    case .certificatesByScheme:
      "Counted are certificates issued on a day of the period, whatever became of them, without those that were put in "
        + "the place of another. Persons are different holders, each counted once in a row and once in the total."
    case .coverage:
      "For each item of an edition: the course versions published at the cut-off that are mapped to it, and the "
        + "completed attendances, of enrolments recorded in the period, on any version mapped to it. A version may be mapped "
        + "to several items, so rows do not add up. An item with 0 course versions is a gap."
    case .ownOfficers:
      "Each enrolment of an own officer recorded on a day of the period, with its state at the cut-off."
    case .ownOfficersCertificates, .ownAwards:
      "Each certificate that was issued, put in the place of another, or came into its state at the cut-off, in the "
        + "period, or was in force on the period's last day; with its state at the cut-off. One that was put in the "
        + "place of another has the other's day of issue."
    }
  }
}

extension ReportWords {
  /// The code of a value that was never recorded.
  static let unrecorded = "not-recorded"

  /// The title of a column of values.
  static func columnTitle(_ name: String) -> String {
    switch name {
    case "role-level": "Role level"
    case "sex": "Sex"
    case "mode": "Delivery mode"
    default: "Region"
    }
  }
}
