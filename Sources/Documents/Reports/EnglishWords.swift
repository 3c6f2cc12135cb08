/// The words of the certification report, and of every report's head and tables, in English.
let certificationTexts = englishTextsOfEnrolments.merging(englishTextsOfRecords) { text, _ in text }

private let englishTextsOfEnrolments: [String: String] = [
  // What the script asks for.
  "direction": "ltr",
  "decimal-sign": ".",
  "donor.none": "No donor",
  "not-recorded": "not recorded",
  "person.erased": "Erased person",
  "no-records": "No records.",
  "no-records.meaning": "Nothing is recorded that could be counted; that is not a count of 0.",
  "suppressed": "suppressed",
  "total": "Total",

  // The head.
  "report.title": "Certification report",
  "report.draft": "Draft, not issued",
  "report.version": "Version",
  "report.issued-at": "Issued at",
  "report.corrects": "Takes the place of",
  "report.signatory": "Signed by",
  "report.reason": "Why it was corrected",
  "report.changes": "What is said otherwise",
  "report.changes-count": "{count} figures are said otherwise; listed are {listed}.",
  "report.identifier": "Identifier",
  "report.contents": "Contents",
  "report.skip": "Skip to the figures",
  "head.audience": "Audience",
  "head.party": "Made out to",
  "head.period": "Period",
  "head.period.value": "{from} to {to}, both days included, days of the zone {zone}",
  "head.from": "First day",
  "head.to": "Last day, inclusive",
  "head.time-zone": "Time zone of all days",
  "head.cut-off": "Records as they stood at",
  "head.scope": "Which records",
  "head.editions": "Editions of the standards",
  "head.suppression": "Small figures",
  "change.block": "Block",
  "change.row": "Row",
  "change.column": "Column",
  "change.before": "Before",
  "change.after": "After",
  "change.absent": "no such row",

  // Audiences, and which records their reports are made of.
  "audience.directorate": "Directorate",
  "audience.member": "Member",
  "audience.university": "University",
  "audience.donor": "Donor",
  "audience.rocb": "Regional office",
  "scope.directorate": "All records.",
  "scope.member": "The people who were affiliated to the Member when their session started, and no others.",
  "scope.university": """
  Enrolments in sessions that the university delivers, or of people affiliated to it; certificates that it \
  issued.
  """,
  "scope.donor": "Sessions in which the donor pays for seats, with all who took part, as aggregates.",
  "scope.rocb": """
  The people who were affiliated to a party of the office's region when their session started, as \
  aggregates.
  """,

  // Suppression.
  "suppression.rule": """
  Figures of 1 to {most} persons, enrolments or attendances are suppressed, and so is a figure whose \
  remainder of its base is 1 to {most}; further figures of the same breakdown, the smallest first, are \
  suppressed with them until at least two are, that together count at least {below}, so that no total gives \
  a suppressed one away; where a whole is suppressed, its parts are. All attendances are suppressed where, \
  beside the states, they would tell of 1 to {most}. The persons of a table are suppressed where those of a \
  row, or those in several rows, would tell of 1 to {most} beside the total; certificates in force where \
  another figure of certificates is. Rows of one person each are never told by a sum over them: another row, or the \
  sum, is suppressed. A group is suppressed where groups, regions and Members together would tell of 1 to {most}. \
  Suppressed is not 0.
  """,
  "suppression.none": "Nothing is suppressed: the report is for the owner of the records.",
  "suppression.own-awards": "The certificates are the university's own and are not suppressed.",

  // Blocks.
  "title.enrolments-by-state": "Enrolments by state",
  "title.results": "Results",
  "title.funnel": "From enrolment to certificate",
  "title.activity-in-period": "What happened in the period",
  "title.enrolments-by-month": "Enrolments by month",
  "title.enrolments-by-region": "Enrolments by region",
  "title.enrolments-by-member": "Enrolments by Member",
  "title.enrolments-by-sex": "Enrolments by sex",
  "title.enrolments-by-mode": "Enrolments by delivery mode",
  "title.enrolments-by-language": "Enrolments by language",
  "title.enrolments-by-role-level": "Enrolments by role level",
  "title.enrolments-by-course": "Enrolments by course",
  "title.enrolments-by-donor": "Enrolments by donor",
  "title.certificates": "Certificates",
  "title.certificates-by-scheme": "Certificates issued, by scheme",
  "title.certificates-expiring": "Certificates by when they expire",
  "title.coverage-by-kind": "Coverage of the standards, by level and kind",
  "title.coverage": "Coverage of the standards, item by item",
  "title.own-officers": "Own officers",
  "title.own-officers-certificates": "Certificates of own officers",
  "title.own-awards": "Own awards",

  // What is counted in them.
  "definition.cohort": """
  Counted are enrolments recorded on a day of the period, by their state at the cut-off. Attendances are \
  those of them that were attended: a record of learning or an assessment that holds at the cut-off shows \
  that the person took part, whatever became of the enrolment. Persons are different people among the \
  enrolments, each counted once in a row and once in the total, so rows of persons do not add up.
  """,
  "definition.completion":
    "Completed are the attendances in state completed, their percentage is of the row's attendances.",
  "definition.enrolments-by-state": "{cohort}",
  "definition.results": """
  Counted are attendances, of enrolments recorded on a day of the period, that were completed or failed at \
  the cut-off, and the different people among them; the percentage is of all of these. A completion is a \
  pass only by the rule of the course version.
  """,
  "definition.funnel": """
  Counted are enrolments recorded on a day of the period, by how far they had come at the cut-off: \
  attended, completed, passed by the rule of the course version, and certified, which is that a certificate \
  was awarded on them, whatever became of it. The percentage is of all enrolled. A certificate of \
  attendance needs no completion, so the last stage is no part of the one before it.
  """,
  "definition.activity-in-period": """
  Counted is each enrolment by the events that happened to it on a day of the period: one may be counted as \
  enrolled, started and completed, or in different periods. Rows therefore do not add up. Started is on the \
  day that first shows attendance. Attendances are those of the enrolments that were attended at the \
  cut-off.
  """,
  "definition.enrolments-by-month": "{cohort} The month is that of the enrolment. {completion}",
  "definition.enrolments-by-region":
    "{cohort} The region is the one held when the session started. {completion}",
  "definition.enrolments-by-member":
    "{cohort} The party is the affiliation held when the session started, even after moving. {completion}",
  "definition.enrolments-by-sex": "{cohort} Unknown and undisclosed are values of their own. {completion}",
  "definition.enrolments-by-mode": "{cohort} The mode is the session's. {completion}",
  "definition.enrolments-by-language": "{cohort} The language is that of delivery. {completion}",
  "definition.enrolments-by-role-level":
    "{cohort} The role level is that of the affiliation held when the session started. {completion}",
  "definition.enrolments-by-course":
    "{cohort} All versions and languages of a course are one course. {completion}",
  "definition.enrolments-by-donor": """
  {cohort} The donor is who pays for seats in the session; one that several pay for is counted under each, so \
  that rows do not add up. Sessions are those in which somebody was enrolled in the period. {completion}
  """,
  "definition.certificates": """
  Counted are certificates: issued, by the day of issue; renewed, by the day of issue of those that go on from \
  another, which are not counted as issued; suspended, revoked, expired and replaced, by the \
  day they came into the state they have at the cut-off; each where that day lies in the period. One that \
  was put in the place of another is not issued anew: the other one counts as replaced. In force on the \
  period's last day are those issued, or put in another's place, by then, whose first day had come and whose \
  last day had not passed, unless by then they had come into the state they have at the cut-off: suspended, \
  revoked, expired or replaced. So a renewal is not counted before its first day; and one that was suspended \
  on that day and was reinstated or ended later is counted, since states in between are not looked at. \
  Persons are different holders. Rows overlap and do not add up.
  """,
  "definition.certificates-by-scheme": """
  Counted are certificates issued on a day of the period, whatever became of them, without those that renew \
  another or were put in the place of another. Persons are different holders, each counted once in a row and once in the \
  total.
  """,
  "definition.certificates-expiring": """
  Counted are the certificates in force on the period's last day, by how many months after it their own \
  last day lies; within a term are those that an earlier term does not have. Persons are different holders, \
  each counted once in a row and once in the total.
  """,
  "definition.coverage-by-kind": """
  For each role level and kind of requirement of an edition: its items, those of them to which a course \
  version is mapped that was published at the cut-off, and the gaps, to which none is. The percentage is of \
  the items.
  """,
  "definition.coverage": """
  For each item of an edition: the courses of which a version is mapped to it and published at the cut-off, \
  all versions and languages of a course being one, and the completed attendances, of enrolments recorded in \
  the period, on any version mapped to it. A version may be mapped to several items, so rows do not add up. \
  An item with 0 courses is a gap.
  """,
  "definition.own-officers":
    "Each enrolment of an own officer recorded on a day of the period, with its state at the cut-off.",
  "definition.own-officers-certificates": """
  Each certificate that was issued, put in the place of another, or came into its state at the cut-off, in \
  the period, or was in force on the period's last day; with its state at the cut-off. One that was put in \
  the place of another has the other's day of issue.
  """,
  "definition.own-awards": """
  Each certificate that was issued, put in the place of another, or came into its state at the cut-off, in \
  the period, or was in force on the period's last day; with its state at the cut-off. One that was put in \
  the place of another has the other's day of issue.
  """,

  // Columns.
  "column.code-of": "{what} code",
  "column.state": "State",
  "column.result": "Result",
  "column.stage": "Stage",
  "column.event": "Event",
  "column.month": "Month",
  "column.region": "Region",
  "column.member": "Member",
  "column.sex": "Sex",
  "column.mode": "Delivery mode",
  "column.language": "Language",
  "column.role-level": "Role level",
  "column.requirement": "Kind of requirement",
  "column.course": "Course",
  "column.donor": "Donor",
  "column.sessions": "Sessions",
  "column.scheme": "Scheme",
  "column.kind": "Kind",
  "column.expiry": "Expiry",
  "column.edition": "Edition",
  "column.item": "Item code",
  "column.item-name": "Item",
  "column.items": "Items",
  "column.covered": "Items covered",
  "column.covered-percent": "Covered, percent of items",
  "column.gaps": "Gaps",
  "column.course-versions": "Published courses",
  "column.enrolments": "Enrolments",
  "column.attendances": "Attendances",
  "column.persons": "Persons",
  "column.completed": "Completed attendances",
  "column.completed-percent": "Completed, percent of attendances",
  "column.result-percent": "Percent of completed and failed",
  "column.enrolled-percent": "Percent of enrolled",
  "column.certificates": "Certificates",
  "column.person": "Person",
  "column.session": "Session",
  "column.number": "Number",
  "column.enrolled-on": "Enrolled on",
  "column.started-on": "Started on",
  "column.ended-on": "Ended on",
  "column.issued-on": "Issued on",
  "column.valid-to": "Valid to",
  "column.state-since": "In this state since",

  // Values.
  "state.waiting": "Waiting for a seat",
  "state.enrolled": "Enrolled, not started",
  "state.started": "Started",
  "state.completed": "Completed",
  "state.failed": "Failed",
  "state.withdrawn": "Withdrawn",
  "state.no-show": "No-show",
  "state.expired": "Run out of time",
  "sex.female": "Female",
  "sex.male": "Male",
  "sex.other": "Other",
  "sex.undisclosed": "Undisclosed",
  "sex.unknown": "Unknown",
  "mode.self-paced": "Online, self-paced",
  "mode.tutored": "Online, tutored",
  "mode.virtual-workshop": "Virtual workshop",
  "mode.face-to-face": "Face to face",
  "mode.blended": "Blended",
  "mode.virtual-reality": "Virtual reality",
  "level.operational-manager": "Operational manager",
  "level.strategic-manager": "Strategic manager",
  "level.vocational": "Vocational",
  "requirement.knowledge": "Knowledge",
  "requirement.skill": "Skill",
  "requirement.behaviour": "Behaviour",
  "region.AMS": "South America, North America, Central America and the Caribbean",
  "region.AP": "Far East, South and South East Asia, Australasia and the Pacific Islands",
  "region.ESA": "East and Southern Africa",
  "region.EUR": "Europe",
  "region.MENA": "North of Africa, Near and Middle East",
  "region.WCA": "West and Central Africa",
  "outcome.passed": "Passed",
  "outcome.completed-without-pass": "Completed without a pass",
  "outcome.failed": "Failed",
  "event.enrolled": "Enrolled",
  "event.started": "Started",
  "event.completed": "Completed",
  "event.failed": "Failed",
  "event.withdrawn": "Withdrawn",
  "event.no-show": "No-show",
  "event.expired": "Run out of time",
  "stage.enrolled": "Enrolled",
  "stage.attended": "Attended",
  "stage.completed": "Completed",
  "stage.passed": "Passed",
  "stage.certified": "Certified",
  "certificate.issued": "Issued",
  "certificate.suspended": "Suspended",
  "certificate.revoked": "Revoked",
  "certificate.expired": "Expired",
  "certificate.renewed": "Renewed",
  "certificate.replaced": "Replaced",
  "certificate.in-force": "In force on the last day",
  "expiry.within-3-months": "Within 3 months",
  "expiry.within-6-months": "Within 6 months",
  "expiry.within-12-months": "Within 12 months",
  "expiry.within-24-months": "Within 24 months",
  "expiry.later": "Later",
  "expiry.never": "Does not expire",

  "kind.attendance": "Attendance",
  "kind.completion": "Completion",
  "kind.achievement": "Achievement",
  "kind.master-trainer": "Master Trainer",

  // Tables.
  "table.base": "of {base}",
  "table.not-additive": "Rows do not add up: they share what they count.",

  // Pictures.
  "picture.funnel": "How many of the enrolments came how far",
  "picture.enrolments-by-month": "Enrolments of each month, and those of them completed",
  "picture.enrolments-by-region": "Attendances in each region, and those of them completed",
  "picture.enrolments-by-course": "Attendances in each course, and those of them completed",
  "picture.certificates-expiring": "Certificates in force on the last day, by when they expire",
  "picture.coverage-by-kind": "Items of the standards that published courses cover",
  "picture.same-figures": "The table beside it has the same figures.",
  "picture.of": "{part} of {whole}",
  "picture.more": "{count} more rows stand in the table.",
]
