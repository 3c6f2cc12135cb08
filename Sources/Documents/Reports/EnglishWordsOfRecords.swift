/// The words in English of what is recorded beside enrolments and certificates, by key.
let englishTextsOfRecords: [String: String] = [
  // Funding.
  "programme.none": "Under no programme",
  "title.funding": "Seats paid for, and used",
  "title.funding-targets": "Targets, and what was reached",
  "definition.funding": """
  Counted are the sessions that a donor pays for and that begin on a day of the period, or in which somebody was \
  enrolled on one, by the programme that it pays under; the seats that it pays for in them; and the attendances \
  of these enrolments. Seats used are the attendances in each session up to the seats paid for in it; their percentage \
  is of the seats. Where the number of seats was never recorded, none is counted. A session that several pay \
  for counts for each, so that its attendances do not add up.
  """,
  "definition.funding-targets": """
  What is to be reached under a donor's programme from one day to another, and what was reached: counted are \
  the enrolments recorded on these days, up to the last day of the report, in the sessions that are paid for \
  under the programme. The percentage is of the target. The Secretariat sees the targets whose days the \
  period touches, a donor those over the days of the period. Rows have units of their own and do not add up.
  """,
  "title.funding-targets-by-month": "Targets, and how they were reached month by month",
  "definition.funding-targets-by-month": """
  For each target of the table above, what was reached from its first day to the end of each month, or to the last \
  day of the report. A person, or a session, that was counted in one month is not counted again in a later one. Each \
  row holds all rows before it of the same target, so that rows do not add up.
  """,
  "column.programme": "Programme",
  "column.seats": "Seats paid for",
  "column.seats-used": "Seats used",
  "column.seats-used-percent": "Used, percent of seats",
  "column.indicator": "Indicator",
  "column.target-from": "From",
  "column.target-to": "To",
  "column.target": "Target",
  "column.actual": "Reached",
  "column.actual-percent": "Reached, percent of target",
  "indicator.sessions": "Sessions",
  "indicator.attendances": "Attendances",
  "indicator.persons": "Persons",
  "indicator.women": "Women among the persons",
  "indicator.completed": "Completed attendances",
  // Groups of parties.
  "title.enrolments-by-group": "Enrolments by group of Members",
  "definition.enrolments-by-group": """
  {cohort} The groups are those that the party belonged to when the session started; one that belongs to several \
  is counted in each, so that rows do not add up. {completion}
  """,
  "column.group": "Group",
  "group.none": "In none of the groups",
  "group.ldc": "Least developed countries",
  "group.lldc": "Landlocked developing countries",
  "group.sids": "Small island developing States",

  // Experts.
  "title.experts": "Experts by category and standing",
  "title.experts-funnel": "From nomination to expert",
  "title.experts-reviews": "Experts by next review",
  "definition.experts": """
  Counted are accreditations as they stood at the cut-off, by the category of the pool and the state of the case; \
  a person may have several. Available are those who may be asked for missions and were released on some day \
  of the period. Persons are counted once in a row and once in the total.
  """,
  "definition.experts-funnel": """
  Counted are persons nominated into a pool on a day of the period, and those of them who had passed, or failed, \
  each stage of its path by the cut-off. The percentage is of those nominated. Whoever was converted out of \
  another pool is not counted.
  """,
  "definition.experts-reviews": """
  Counted are accreditations by the next day on which something has to be done, after the period's last day: the \
  stage that is due is to be passed, or what is held renewed. Within a term are those that an earlier term does \
  not have; without such a day none is counted.
  """,
  "column.category": "Category",
  "column.standing": "Standing",
  "column.accreditations": "Accreditations",
  "column.available": "Available",
  "column.pool": "Pool",
  "column.expert-stage": "Stage",
  "column.passed": "Passed",
  "column.failed": "Failed",
  "column.nominated-percent": "Percent of nominated",
  "column.review": "Next review",
  "expert-stage.nominated": "Nominated",
  "category.DF": "Diagnostic Facilitators",
  "category.CMA": "Customs Modernization Advisors",
  "category.MPA": "Mercator Programme Advisors",
  "category.TOA": "Technical and Operational Advisors",
  "category.ET": "Expert Trainers",
  "category.LMD": "Leadership and Management Development advisors",
  "category.REC": "Recognized experts",
  "category.EXT": "External experts",
  "standing.nominated": "Nominated",
  "standing.pre-screened": "Pre-screened",
  "standing.workshop-done": "Workshop done",
  "standing.pre-accredited": "Pre-accredited",
  "standing.mission-assigned": "Mission assigned",
  "standing.accredited": "Accredited",
  "standing.recognized": "Recognized",
  "standing.inactive": "Inactive",
  "standing.lapsed": "Lapsed",
  "standing.not-selected": "Not selected",
  "standing.not-confirmed": "Not confirmed",
  "standing.converted": "Converted",
  "standing.withdrawn": "Withdrawn",

  // Evaluations.
  "title.evaluations": "Evaluations by level",
  "definition.evaluations": """
  Counted are evaluations whose answers are due on a day of the period: how many people were asked, and how \
  many forms had come back at the cut-off. The mean is that of all marks on these forms, on a scale from 1 \
  to the best mark; marks of different levels, respondents or scales are never put together. Its base is the \
  number of marks. The Secretariat sees all, a donor those of sessions that it pays for, whoever delivers \
  sessions those of its own.
  """,
  "suppression.evaluations": """
  Evaluations excepted: the answers are those of whoever gave them, and are suppressed where 1 to {most} people answered or did not.
  """,
  "column.level": "Level",
  "column.respondents": "Answered by",
  "column.scale": "Scale",
  "column.evaluations": "Evaluations",
  "column.asked": "Asked",
  "column.answers": "Answers",
  "column.answers-percent": "Answered, percent of asked",
  "column.mean": "Mean mark",
  "column.marks": "Marks",
  "evaluation.reaction": "1 Reaction",
  "evaluation.learning": "2 Learning",
  "evaluation.behaviour": "3 Behaviour",
  "evaluation.results": "4 Results",
  "evaluation.return-on-investment": "5 Return on investment",
  "respondents.learner": "Learners",
  "respondents.supervisor": "Supervisors",
  "respondents.training-unit": "Training unit",
  "respondents.sponsor": "Sponsor",
  "respondents.top-management": "Top management",

  // Onward training.
  "title.onward-training": "Onward training",
  "title.onward-training-by-sex": "People trained onward, by sex",
  "title.commitments": "Commitments of those who were trained",
  "definition.onward-training": """
  Counted are trainings given on a day of the period by people who had completed a session, by the course of \
  that session. Each counts once, for the trainer who led it. Trainers are different people, each counted \
  once in a row and once in the total. People trained are known as numbers: who was trained twice counts \
  twice.
  """,
  "definition.onward-training-by-sex": """
  The people trained in these trainings, by sex. The percentage is of all of them. They are known as numbers: \
  who was trained twice counts twice.
  """,
  "definition.commitments": """
  Counted are commitments to train others that are due on a day of the period and were not taken back, by \
  how far they were kept at the cut-off: the people trained by the due day, beside those promised. Trainers \
  are different people, each counted once in a row and once in the total. The percentage is of those \
  promised.
  """,
  "column.trainers": "Trainers",
  "column.trainings": "Trainings",
  "column.people-trained": "People trained",
  "column.trained-percent": "Percent of people trained",
  "column.commitment": "Commitment",
  "column.commitments": "Commitments",
  "column.people-promised": "People promised",
  "column.promised-percent": "Trained, percent of promised",
  "commitment.made": "Made",
  "commitment.in-progress": "In progress",
  "commitment.met": "Met",
  "commitment.partly-met": "Partly met",
  "commitment.unmet": "Unmet",
  "picture.onward-training-by-sex": "People trained onward, by sex",
  "picture.funding-targets": "What was reached, beside each target",
  "picture.funding-targets-by-month": "What was reached by each month, beside an even pace to the target",
  "picture.pace": "Target, at an even pace",
]
