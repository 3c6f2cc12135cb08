import Assessment
import Enrolment
import Operations
import People
import ProgramDriver
import Values

/// Observed performance: rubrics tell of no person; the Secretariat records, and an assessor of those who are assessed; the
/// person says what there is to say.
extension RightsTable {
  //                              SO DA NC RO TC AS CO UR DO AU LE EX
  private static let readByAll = "++ ++ ++ ++ ++ ++ ++ ++ -- ++ ++ ++"
  private static let bySecretariat = "++ -- -- -- -- -- -- -- -- -- -- --"
  private static let byAssessors = "++ -- -- -- -- +0 -- -- -- -- -- -0"
  private static let shownTo = "++ ++ +0 00 +0 +0 ++ +0 -- ++ +0 +0"

  static let observed = rubrics + observations

  static let rubric = """
    <rubric xmlns="urn:registrar:rubric:1" code="LESSON"><title>Lesson</title>
      <version number="1">
        <criterion code="objective" minimum="2"><title>Objective</title>
          <anchor mark="1"><title>None</title></anchor><anchor mark="2"><title>Named</title></anchor></criterion>
      </version></rubric>
    """

  static let marks = [ObservedMark(criterion: code("objective"), mark: 2, comment: "")]

  private static let rubrics = [
    RightsRow("rubric list", "GET /api/v1/rubrics", readByAll) { _ in .inquiry(ListRubrics()) },
    RightsRow("rubric show", "GET /api/v1/rubrics/{rubric}", readByAll) { _ in
      .inquiry(ShowRubric(reference("LESSON")))
    },
    RightsRow("rubric export", "GET /api/v1/exports/rubrics/{rubric}", readByAll) { _ in
      .inquiry(ExportRubric(reference("LESSON")))
    },
    RightsRow(
      "(rubric import --dry-run)", "POST /api/v1/imports/rubrics", "++ ++ -- -- -- -- -- -- -- ++ -- --",
      "?dryRun=true", content: document
    ) { _ in
      Act { _ = try $0.importRubric(Array(rubric.utf8), name: "rubric.xml", isDryRun: true, as: $1) }
    },
    RightsRow("rubric import", "POST /api/v1/imports/rubrics", bySecretariat, content: document) { _ in
      Act { _ = try $0.importRubric(Array(rubric.utf8), name: "rubric.xml", as: $1) }
    },
  ]

  private static let document = RightsRow.Content(type: "application/xml", text: rubric)

  private static let observations = [
    RightsRow(
      "observation list", "GET /api/v1/observations", "++ ++ +0 +0 +0 +0 ++ +0 -- ++ +0 +0",
      "?person=$personID"
    ) { .inquiry(ListObservations(person: $0.delivery.person.id)) },
    RightsRow("observation show", "GET /api/v1/observations/{observation}", shownTo) {
      .inquiry(ShowObservation($0.delivery.observation.id))
    },
    RightsRow(
      "observation record", "POST /api/v1/observations", byAssessors,
      json:
        #"{"rubric": "LESSON", "person": "$personID", "observer": "$assessor", "marks": [{"criterion": "objective", "mark": 2}]}"#
    ) {
      .change(
        RecordObservation(
          rubric: reference("LESSON"), person: $0.delivery.person.id, observer: $0.side.assessor.id,
          marks: marks))
    },
    RightsRow(
      "observation second", "POST /api/v1/observations/{observation}/second", byAssessors,
      json: #"{"observer": "$assessor", "marks": [{"criterion": "objective", "mark": 2}]}"#
    ) {
      .change(
        SecondObservation(
          observation: $0.delivery.observation.id, observer: $0.side.assessor.id, marks: marks))
    },
    RightsRow(
      "observation acknowledge", "POST /api/v1/observations/{observation}/acknowledge",
      "++ -- -- -- -- -0 -- -- -- -- +0 +0", json: #"{"acknowledgement": "agreed"}"#
    ) {
      .change(
        AcknowledgeObservation(observation: $0.delivery.observation.id, acknowledgement: .agreed))
    },
    RightsRow(
      "observation sign-off", "POST /api/v1/observations/{observation}/sign-off", byAssessors,
      json: #"{"by": "$assessor"}"#
    ) {
      .change(SignOffObservation(observation: $0.delivery.observation.id, by: $0.side.assessor.id))
    },
    RightsRow(
      "result observe", "POST /api/v1/enrolments/{enrolment}/observed-results", byAssessors,
      json: #"{"observation": "$observation"}"#
    ) {
      .change(
        RecordObservedResult(
          enrolment: $0.delivery.enrolment.id, observation: $0.delivery.observation.id))
    },
    RightsRow(
      "observation annul", "POST /api/v1/observations/{observation}/annul", byAssessors,
      json: #"{"reason": "r"}"#
    ) { .change(AnnulObservation(observation: $0.delivery.observation.id, reason: "r")) },
  ]
}
