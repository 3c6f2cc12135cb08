/// The words in English, by key. The other languages have the same keys: `Schemas/messages`.
let englishTexts = certificationTexts.merging(listTexts) { own, _ in own }

/// The words of the reports that list single people, certificates or experts.
private let listTexts: [String: String] = [
  "list.session": "Session report",
  "list.experts": "Experts and who is available",
  "list.experts.subject": "Register of experts",
  "list.expiring": "Certificates that run out",
  "list.transcript": "Transcript of learning",
  "list.assessors": "Load of assessors",
  "no-records.list": "Nothing that this list names was recorded by the cut-off.",
  "title.participants": "Who took part",
  "title.administrations": "Administrations",
  "title.expert-register": "Experts",
  "title.expiring-certificates": "Certificates by their last day",
  "title.transcript": "Courses taken",
  "title.holdings": "Certificates held",
  "title.assessors": "Assessors",
  "definition.participants": """
  Each enrolment in the session with its state at the cut-off. Attended says whether a record of learning or \
  an assessment shows that the person took part. Member is the organisation of the affiliation held when the session \
  started. Certificates are those issued on the enrolment, neither revoked nor replaced at the cut-off.
  """,
  "definition.administrations": """
  Counted are all enrolments in the session, by the affiliation held when it started. {completion} Persons \
  are different people, each counted once in a row and once in the total.
  """,
  "definition.expert-register": """
  Each standing held in a pool of experts on the day of the cut-off, in UTC, by what was recorded then. \
  Available says whether the expert is released on all days asked for and on a mission on none; it is empty \
  where no days were asked for.
  """,
  "definition.expiring-certificates": """
  Each certificate whose last day lies in the period and that was issued or suspended at the cut-off. Renewed \
  by names the certificate that goes on from it, where one was issued by then and not revoked.
  """,
  "definition.transcript": """
  Each enrolment of the person with its state at the cut-off, in the order in which they were recorded. A \
  completion is a pass only by the rule of the course version.
  """,
  "definition.holdings": """
  Each certificate that was issued to the person, with its state at the cut-off.
  """,
  "definition.assessors": """
  For each assessor: the sessions given to the assessor at the cut-off, and of the results assessed on a day \
  of the period those that hold at the cut-off, neither corrected nor annulled: how many, on how many \
  enrolments, of how many different people. Results beyond those passed and failed are completions. Second \
  marks are those among them that mark another result a second time. Several assessors may assess one \
  enrolment, so enrolments and persons do not add up.
  """,
  "column.attended": "Attended",
  "column.certificate": "Certificate",
  "column.renewed-by": "Renewed by",
  "column.capacity": "Seats",
  "column.host": "Delivered by",
  "column.time-zone": "Time zone",
  "column.subject": "Subject",
  "column.is-available": "Available",
  "column.assigned-sessions": "Sessions assigned",
  "column.assessed-enrolments": "Enrolments assessed",
  "column.results": "Results",
  "column.results-passed": "Passed",
  "column.results-failed": "Failed",
  "column.second-marks": "Second marks",
  "answer.yes": "Yes",
  "answer.no": "No",
]
