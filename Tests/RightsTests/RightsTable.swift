import Assessment
import Catalogue
import Certification
import Enrolment
import OpenBadges
import Operations
import People
import Reports
import Values

/// Who may do what, written by hand. A route or a command without a row fails a test.
///
/// Domain 7.5: “Secretariat officer (all); Directorate analyst (all, read); National Coordinator (own Member); ROCB (own
/// region, aggregate plus nominations); RTC (own sessions); university registrar (own programmes and graduates); donor
/// (own funding lines, aggregate); expert (own profile, own missions); learner (own record).” Beside these: an assessor has what was assigned; a
/// certification officer decides on certificates, and on nothing that leads to one; an auditor sees all and changes
/// nothing.
///
/// Two signs a role, of its own and of somebody else's: `+` allowed, `-` not permitted (403, exit 6), `0` not found
/// (404, exit 4). The roles in their order:
///
///     secretariat-officer  directorate-analyst  national-coordinator  rocb  training-centre  assessor
///     certification-officer  university-registrar  donor  auditor  learner  expert
enum RightsTable {
  static let rows =
    wholeDocuments + shared + people + sessions + enrolments + launches + results + certificates + lookingBack
    + keys
    + documents + jobs + exchange + experts + observed + funding + evaluated + tables + namedReports
    + definedReports + endings

  // What tells of no person is read by all who work with it, and kept by the Secretariat.
  //                  SO DA NC RO TC AS CO UR DO AU LE EX
  private static let readByAll = "++ ++ ++ ++ ++ ++ ++ ++ -- ++ ++ ++"
  private static let bySecretariat = "++ -- -- -- -- -- -- -- -- -- -- --"

  private static let shared = [
    RightsRow("organisation list", "GET /api/v1/parties", readByAll) { _ in .inquiry(ListParties()) },
    RightsRow("organisation show", "GET /api/v1/parties/{party}", readByAll) {
      .inquiry(ShowParty(reference($0.party)))
    },
    RightsRow(
      "organisation add", "POST /api/v1/parties", bySecretariat,
      json: #"{"code": "$new", "kind": "university", "names": "U", "validity": {"from": "2020-01-01"}}"#
    ) {
      .change(
        AddParty(
          code: code($0.new), kind: .university, names: text("U"), region: nil, validity: days("2020-01-01")))
    },
    RightsRow(
      "organisation group", "POST /api/v1/parties/{party}/groups", bySecretariat, json: #"{"group": "LDC"}"#
    ) {
      .change(
        JoinGroup(
          party: reference($0.party),
          membership: .init(group: code("LDC"), from: nil, to: nil, source: nil)))
    },
    RightsRow("standard list", "GET /api/v1/standards", readByAll) { _ in .inquiry(ListStandardEditions()) },
    RightsRow("standard show", "GET /api/v1/standards/{standard}", readByAll) { _ in
      .inquiry(ShowStandardEdition(code("STANDARD")))
    },
    RightsRow("standard items", "GET /api/v1/standards/{standard}/items", readByAll) { _ in
      .inquiry(ListStandardItems(edition: code("STANDARD")))
    },
    RightsRow(
      "standard add", "POST /api/v1/standards", bySecretariat,
      json: #"{"code": "$new", "framework": "E", "year": 2026, "state": "draft", "titles": "S"}"#
    ) {
      .change(
        AddStandardEdition(
          code: code($0.new), framework: "E", year: 2026, state: .draft, titles: text("S"), items: []))
    },
    RightsRow("course list", "GET /api/v1/courses", readByAll) { _ in .inquiry(ListCourses()) },
    RightsRow("course show", "GET /api/v1/courses/{course}", readByAll) { _ in
      .inquiry(ShowCourse(reference("ORIGIN")))
    },
    RightsRow("(course versions)", "GET /api/v1/courses/{course}/versions", readByAll) { _ in
      .inquiry(ListVersions(course: reference("ORIGIN")))
    },
    RightsRow("(course version)", "GET /api/v1/courses/{course}/versions/{number}", readByAll) { _ in
      .inquiry(ShowVersion(course: reference("ORIGIN"), number: 1))
    },
    RightsRow("(import --dry-run)", "POST /api/v1/imports", bySecretariat, "?dryRun=true") { subject in
      Act { _ = try $0.importPackage(ImportRequest(.path(subject.package), isDryRun: true), as: $1) }
    },
    RightsRow("import", "POST /api/v1/imports", bySecretariat) { subject in
      Act { _ = try $0.importPackage(ImportRequest(.path(subject.package)), as: $1) }
    },
    RightsRow("course export", "GET /api/v1/courses/{course}/versions/{number}/package", bySecretariat) { _ in
      Act { _ = try $0.package(of: reference("ORIGIN"), number: 1, as: $1) }
    },
    RightsRow("course preview", "GET /api/v1/courses/{course}/versions/{number}/preview", bySecretariat) {
      _ in
      Act { _ = try $0.preview(reference("ORIGIN"), number: nil, as: $1) }
    },
    RightsRow(
      "(upload begin)", "POST /api/v1/uploads", bySecretariat, json: #"{"lengthBytes": 1}"#
    ) { _ in .change(BeginUpload(lengthBytes: 1, digest: nil)) },
    RightsRow("(upload)", "GET /api/v1/uploads/{upload}", bySecretariat.replacing("+", with: "0")) { _ in
      .inquiry(ShowUpload(UploadID(UUID(high: 0, low: 1))))
    },
    RightsRow(
      "(upload part)", "PATCH /api/v1/uploads/{upload}", bySecretariat.replacing("+", with: "0")
    ) { _ in .inquiry(ShowUpload(UploadID(UUID(high: 0, low: 1)))) },
    RightsRow(
      "(upload cancel)", "POST /api/v1/uploads/{upload}/cancel", bySecretariat.replacing("+", with: "0")
    ) { _ in .change(EndUpload(UploadID(UUID(high: 0, low: 1)))) },
    RightsRow(
      "(upload import)", "POST /api/v1/uploads/{upload}/import", bySecretariat.replacing("+", with: "0"),
      json: "{}"
    ) { _ in .inquiry(ShowUpload(UploadID(UUID(high: 0, low: 1)))) },
    RightsRow("course tools", "GET /api/v1/courses/{course}/tools", readByAll) { _ in
      .inquiry(ListTools(course: reference("ORIGIN"), number: nil))
    },
    RightsRow(
      "course approve-tool", "POST /api/v1/courses/{course}/tools/approve",
      bySecretariat.replacing("+", with: "0"),
      json: #"{"activity": "1", "reason": "in the contract"}"#
    ) { _ in .change(deciding(.approve)) },
    RightsRow(
      "course withdraw-tool", "POST /api/v1/courses/{course}/tools/withdraw",
      bySecretariat.replacing("+", with: "0"),
      json: #"{"activity": "1", "reason": "the contract ended"}"#
    ) { _ in .change(deciding(.withdraw)) },
    RightsRow("course publish", "POST /api/v1/courses/{course}/publish", bySecretariat) { _ in
      .change(PublishVersion(course: reference("ORIGIN"), number: nil, passingScore: nil))
    },
    RightsRow(
      "course map", "POST /api/v1/courses/{course}/mappings", bySecretariat,
      json: #"{"edition": "STANDARD", "items": ["OM-1"]}"#
    ) { _ in
      .change(
        MapVersion(
          course: reference("ORIGIN"), number: nil, edition: code("STANDARD"), items: [code("OM-1")]))
    },
    RightsRow(
      "course audience", "POST /api/v1/courses/{course}/audience", bySecretariat,
      json: #"{"audience": "public"}"#
    ) { _ in .change(SetAudience(course: reference("ORIGIN"), audience: .everyone)) },
    RightsRow("catalogue list", "GET /api/v1/catalogues", readByAll) { _ in .inquiry(ListCatalogues()) },
    RightsRow("catalogue show", "GET /api/v1/catalogues/{catalogue}", readByAll) { _ in
      .inquiry(ShowCatalogue(code("TTT")))
    },
    RightsRow(
      "catalogue add", "POST /api/v1/catalogues", bySecretariat, json: #"{"code": "$new", "titles": "C"}"#
    ) { .change(AddCatalogue(code: code($0.new), titles: text("C"))) },
    RightsRow(
      "catalogue offer", "POST /api/v1/catalogues/{catalogue}/offers", bySecretariat,
      json: #"{"course": "ORIGIN"}"#
    ) { _ in .change(OfferCourse(course: reference("ORIGIN"), catalogue: code("TTT"))) },
    RightsRow("scheme list", "GET /api/v1/schemes", readByAll) { _ in .inquiry(ListSchemes()) },
    RightsRow("scheme show", "GET /api/v1/schemes/{scheme}", readByAll) {
      .inquiry(ShowScheme(reference($0.delivery.scheme)))
    },
    RightsRow("scheme diff", "GET /api/v1/schemes/{scheme}/diff", readByAll) {
      .inquiry(DiffScheme(reference($0.delivery.scheme)))
    },
    RightsRow(
      "scheme add", "POST /api/v1/schemes", bySecretariat,
      json:
        #"{"code": "$new", "titles": "S", "issuer": "$party", "kind": "completion", "course": "ORIGIN"}"#
    ) {
      .change(
        AddScheme(code: code($0.new), titles: text("S"), issuer: reference($0.party), rules: completion))
    },
    RightsRow(
      "scheme revise", "POST /api/v1/schemes/{scheme}/versions", bySecretariat,
      json: #"{"kind": "completion", "course": "ORIGIN"}"#
    ) { .change(ReviseScheme(scheme: reference($0.delivery.scheme), rules: completion)) },
  ]

  private static let completion = AddScheme.Rules(
    kind: .completion, course: reference("ORIGIN"), minimumScore: nil, validity: .unlimited, timeZone: "UTC")

  //                                                   SO DA NC RO TC AS CO UR DO AU LE EX
  private static let people = [
    RightsRow("person list", "GET /api/v1/persons", "++ ++ ++ ++ ++ ++ ++ ++ -- ++ ++ ++") { _ in
      .inquiry(ListPersons())
    },
    // The own record, of whoever holds the key; where nobody does there is none.
    RightsRow("(own record)", "GET /api/v1/me", "00 00 00 00 00 ++ ++ ++ -- 00 ++ ++") { _ in
      .inquiry(ShowOwnRecord())
    },
    RightsRow("person show", "GET /api/v1/persons/{person}", "++ ++ +0 +0 +0 +0 ++ +0 -- ++ +0 +0") {
      .inquiry(ShowPerson($0.delivery.person.id))
    },
    RightsRow(
      "person transcript", "GET /api/v1/persons/{person}/transcript", "++ ++ +0 +0 +0 +0 ++ +0 -- ++ +0 +0"
    ) { .inquiry(ReadTranscript(of: $0.delivery.person.id)) },
    // In a place of the own party, or of somebody else's.
    RightsRow(
      "person add", "POST /api/v1/persons", "++ -- +- -- -- -- -- +- -- -- -- --",
      json: #"{"name": "Somebody", "affiliation": {"party": "$party", "validity": {"from": "2030-01-01"}}}"#
    ) {
      .change(
        AddPerson(
          name: "Somebody", sex: .unknown, language: .english, mailboxes: [],
          place: place(in: $0.party, from: "2030-01-01")))
    },
    // A university's registrar reaches officers of Members in its sessions, and does not decide on their names.
    RightsRow(
      "person rename", "POST /api/v1/persons/{person}/rename", "++ -- +0 -- -- -- -- -0 -- -- -- --",
      json: #"{"name": "$new", "reason": "a new name"}"#
    ) { .change(RenamePerson(person: $0.delivery.person.id, name: $0.new, reason: "a new name")) },
    // What is under way stands against it here, for who may.
    RightsRow(
      "person erase", "POST /api/v1/persons/{person}/erase", bySecretariat,
      json: #"{"reason": "asked for in writing"}"#
    ) { subject in
      Act {
        _ = try $0.erasePerson(subject.delivery.person.id, reason: "asked for in writing", as: $1)
      }
    },
    RightsRow(
      "(person erase --dry-run)", "GET /api/v1/persons/{person}/erasure",
      "++ ++ -- -- -- -- -- -- -- ++ -- --"
    ) { .inquiry(ShowErasure($0.delivery.person.id)) },
    RightsRow("person erased", "GET /api/v1/erasures", "++ ++ -- -- -- -- -- -- -- ++ -- --") { _ in
      .inquiry(ListErasures())
    },
    RightsRow(
      "person affiliate", "POST /api/v1/persons/{person}/affiliations", "++ -- +0 -- -- -- -- -0 -- -- -- --",
      json: #"{"party": "$party", "validity": {"from": "2030-01-01"}}"#
    ) {
      .change(
        AddAffiliation(person: $0.delivery.person.id, place: place(in: $0.party, from: "2030-01-01")))
    },
    RightsRow(
      "(affiliation)", "GET /api/v1/affiliations/{affiliation}", "++ ++ +0 +0 +0 +0 ++ +0 -- ++ +0 +0"
    ) { .inquiry(ShowAffiliation($0.delivery.affiliation.id)) },
    // The place of an officer in a Member: a university's registrar reaches the officer, and does not act for the Member.
    RightsRow(
      "person affiliation end", "POST /api/v1/affiliations/{affiliation}/end",
      "++ -- +0 -- -- -- -- -0 -- -- -- --", json: #"{"lastDay": "2039-12-31", "reason": "a new post"}"#
    ) {
      .change(
        EndAffiliation(
          affiliation: $0.delivery.affiliation.id, lastDay: days("2039-12-31").from, reason: "a new post"))
    },
  ]

  //                                                   SO DA NC RO TC AS CO UR DO AU LE EX
  private static let sessions =
    [
      RightsRow("session list", "GET /api/v1/sessions", "++ ++ ++ ++ ++ ++ ++ ++ -- ++ ++ ++") { _ in
        .inquiry(ListSessions())
      },
      // Coordinators and regional offices see what their people may be nominated for.
      RightsRow("session show", "GET /api/v1/sessions/{session}", "++ ++ ++ ++ +0 +0 ++ +0 -- ++ +0 +0") {
        .inquiry(ShowSession(.id($0.delivery.session.id)))
      },
      // Hosted by the own party, or by somebody else's.
      RightsRow(
        "session plan", "POST /api/v1/sessions", "++ -- -- -- +- -- -- +- -- -- -- --",
        json: """
          {"code": "$new", "course": "ORIGIN", "mode": "tutored", "host": "$party",
           "days": {"from": "2026-05-01", "to": "2026-05-02"}}
          """
      ) {
        .change(
          PlanSession(
            code: code($0.new), course: reference("ORIGIN"), mode: .tutored,
            days: days("2026-05-01", "2026-05-02"), timeZone: "UTC", language: .english, capacity: nil,
            host: reference($0.party)))
      },
      RightsRow(
        "session funding", "GET /api/v1/sessions/{session}/funding", "++ ++ ++ ++ +0 +0 ++ +0 -- ++ +0 +0"
      ) { .inquiry(ListFunding(session: .id($0.delivery.session.id))) },
      RightsRow(
        "session fund", "POST /api/v1/sessions/{session}/funding", bySecretariat,
        json: #"{"donor": "$donor"}"#
      ) { .change(FundSession(session: .id($0.delivery.session.id), donor: reference($0.side.donor))) },
      RightsRow(
        "session unfund", "POST /api/v1/sessions/{session}/funding/{donor}/end", bySecretariat
      ) {
        .change(
          EndFunding(session: .id($0.delivery.session.id), donor: reference($0.side.donor), reason: nil))
      },
    ]
    + SessionState.Event.allCases.map { event in
      RightsRow(
        "session \(event.rawValue)", "POST /api/v1/sessions/{session}/\(event.rawValue)",
        "++ -- -- -- +0 -- -- +0 -- -- -- --"
      ) { .change(MoveSession(session: .id($0.delivery.session.id), event: event)) }
    }

  //                                                   SO DA NC RO TC AS CO UR DO AU LE EX
  private static let enrolments =
    [
      RightsRow(
        "nomination list", "GET /api/v1/nominations", "++ ++ ++ ++ +0 +0 ++ +0 -- ++ +0 +0",
        "?session=$session"
      ) { .inquiry(ListNominations(session: .id($0.delivery.session.id))) },
      RightsRow(
        "nomination add", "POST /api/v1/nominations", "++ -- +0 -- -- -- -- -- -- -- -- --",
        json: #"{"person": "$personID", "session": "$session", "party": "$member"}"#
      ) {
        .change(
          Nominate(
            person: $0.delivery.person.id, session: .id($0.delivery.session.id),
            party: reference($0.side.member)))
      },
      RightsRow(
        "nomination show", "GET /api/v1/nominations/{nomination}", "++ ++ +0 +0 +0 00 ++ +0 -- ++ +0 +0"
      ) { .inquiry(ShowNomination($0.delivery.nomination.id)) },
      moving(.endorse, "++ -- +0 -- -- -- -- -- -- -- -- --"),
      moving(.withdraw, "++ -- +0 -- -- -- -- -- -- -- -- --"),
      moving(.select, "++ -- -- -- +0 -- -- +0 -- -- -- --"),
      moving(.reserve, "++ -- -- -- +0 -- -- +0 -- -- -- --"),
      moving(.decline, "++ -- -- -- +0 -- -- +0 -- -- -- --"),
      RightsRow(
        "enrolment list", "GET /api/v1/enrolments", "++ ++ +0 +0 +0 +0 ++ +0 -- ++ +0 +0", "?person=$personID"
      ) { .inquiry(ListEnrolments(person: $0.delivery.person.id)) },
      RightsRow(
        "(enrolment list --session)", "GET /api/v1/enrolments", "++ ++ ++ ++ +0 +0 ++ +0 -- ++ +0 +0",
        "?session=$session"
      ) { .inquiry(ListEnrolments(session: .id($0.delivery.session.id))) },
      // A regional office sees who was nominated, not how they fared.
      RightsRow(
        "enrolment show", "GET /api/v1/enrolments/{enrolment}", "++ ++ +0 00 +0 +0 ++ +0 -- ++ +0 +0"
      ) { .inquiry(ShowEnrolment($0.delivery.enrolment.id)) },
      RightsRow(
        "enrolment add", "POST /api/v1/enrolments", "++ -- -- -- +0 -- -- +0 -- -- -- --",
        json: #"{"nomination": "$nomination"}"#
      ) { .change(Enrol(.nominated($0.delivery.nomination.id))) },
      RightsRow(
        "(enrolment add --person)", "POST /api/v1/enrolments", "++ -- -- -- +0 -- -- +0 -- -- -- --",
        json: #"{"person": "$personID", "session": "$session"}"#
      ) { .change(Enrol(.direct($0.delivery.person.id, session: .id($0.delivery.session.id)))) },
    ]
    + EndEnrolment.Ending.allCases.map { ending in
      RightsRow(
        "enrolment \(ending.rawValue)", "POST /api/v1/enrolments/{enrolment}/\(ending.rawValue)",
        "++ -- -- -- +0 -- -- +0 -- -- -- --"
      ) { .change(EndEnrolment(enrolment: $0.delivery.enrolment.id, ending: ending, reason: nil)) }
    }

  private static func moving(_ event: NominationState.Event, _ verdicts: String) -> RightsRow {
    RightsRow(
      "nomination \(event.rawValue)", "POST /api/v1/nominations/{nomination}/\(event.rawValue)", verdicts
    ) { .change(MoveNomination(nomination: $0.delivery.nomination.id, event: event)) }
  }

  //                                                   SO DA NC RO TC AS CO UR DO AU LE EX
  private static let results = [
    RightsRow(
      "assignment list", "GET /api/v1/assignments", "++ ++ ++ ++ +0 +0 ++ +0 -- ++ +0 +0", "?session=$session"
    ) { .inquiry(ListAssignments(session: .id($0.delivery.session.id))) },
    RightsRow(
      "assignment add", "POST /api/v1/assignments", "++ -- -- -- +0 -- -- +0 -- -- -- --",
      json: #"{"assessor": "$assessor", "enrolment": "$enrolment"}"#
    ) {
      .change(AssignAssessor(assessor: $0.side.assessor.id, work: .enrolment($0.delivery.enrolment.id)))
    },
    RightsRow(
      "assignment show", "GET /api/v1/assignments/{assignment}", "++ ++ 00 00 +0 +0 ++ +0 -- ++ 00 00"
    ) { .inquiry(ShowAssignment($0.delivery.assignment.id)) },
    RightsRow(
      "assignment end", "POST /api/v1/assignments/{assignment}/end", "++ -- -- -- +0 -- -- +0 -- -- -- --"
    ) { .change(EndAssignment(assignment: $0.delivery.assignment.id, reason: nil)) },
    RightsRow(
      "result list", "GET /api/v1/enrolments/{enrolment}/results", "++ ++ +0 00 +0 +0 ++ +0 -- ++ +0 +0"
    ) { .inquiry(ListResults(enrolment: $0.delivery.enrolment.id)) },
    RightsRow("result show", "GET /api/v1/results/{result}", "++ ++ +0 00 +0 +0 ++ +0 -- ++ +0 +0") {
      .inquiry(ShowResult($0.delivery.result.id))
    },
    RightsRow(
      "result record", "POST /api/v1/enrolments/{enrolment}/results", "++ -- -- -- -- +0 -- -- -- -- -- -0",
      json: #"{"score": {"scaled": 0.8}}"#
    ) {
      .change(
        RecordResult(
          enrolment: $0.delivery.enrolment.id, activity: nil, basis: try mark("0.8"), assessedOn: someDay))
    },
    RightsRow(
      "result second", "POST /api/v1/results/{result}/second-marks", "++ -- -- -- -- +0 -- -- -- -- -- -0",
      json: #"{"score": {"scaled": 0.8}}"#
    ) { .change(MarkSecond(result: $0.delivery.result.id, basis: try mark("0.8"), assessedOn: someDay)) },
    RightsRow(
      "result correct", "POST /api/v1/results/{result}/corrections", "++ -- -- -- -- +0 -- -- -- -- -- -0",
      json: #"{"score": {"scaled": 0.8}, "reason": "misread"}"#
    ) { .change(CorrectResult(result: $0.delivery.result.id, basis: try mark("0.8"), reason: "misread")) },
    RightsRow(
      "result annul", "POST /api/v1/results/{result}/annul", "++ -- -- -- -- +0 -- -- -- -- -- -0",
      json: #"{"reason": "the task was known"}"#
    ) { .change(AnnulResult(result: $0.delivery.result.id, reason: "the task was known")) },
  ]

  private static func deciding(_ event: ToolApproval.Event) -> DecideOnTool {
    DecideOnTool(course: reference("ORIGIN"), number: nil, activity: "1", event: event, reason: "R")
  }

  //                                                   SO DA NC RO TC AS CO UR DO AU LE EX
  private static let launches = [
    RightsRow(
      "enrolment tool", "GET /api/v1/enrolments/{enrolment}/tools/{activity}",
      "-- -- -- -- -- -- -- -- -- -- 00 00"
    ) { .inquiry(OpenTool(enrolment: $0.delivery.enrolment.id, activity: "1")) },
    RightsRow(
      "enrolment launches", "GET /api/v1/enrolments/{enrolment}/launches",
      "++ ++ +0 00 +0 +0 ++ +0 -- ++ +0 +0"
    ) { .inquiry(ListLaunches(enrolment: $0.delivery.enrolment.id)) },
    RightsRow("(launch)", "GET /api/v1/launches/{launch}", "++ ++ +0 00 +0 +0 ++ +0 -- ++ +0 +0") {
      .inquiry(ShowLaunch($0.delivery.launch.id))
    },
    // Who launches a unit can have it say whatever a learner achieves: that is for the learner.
    RightsRow(
      "enrolment launch", "POST /api/v1/enrolments/{enrolment}/launches",
      "-- -- -- -- -- -- -- -- -- -- +0 +0", json: #"{"activity": "1"}"#
    ) { .change(LaunchActivity(enrolment: $0.delivery.enrolment.id, activity: "1")) },
    RightsRow(
      "enrolment abandon", "POST /api/v1/enrolments/{enrolment}/abandon",
      "-- -- -- -- -- -- -- -- -- -- +0 +0"
    ) { .change(AbandonLaunch(enrolment: $0.delivery.enrolment.id)) },
    RightsRow(
      "enrolment waive", "POST /api/v1/enrolments/{enrolment}/waivers", "++ -- -- -- -- +0 -- -- -- -- -- -0",
      json: #"{"activity": "1", "reason": "Tested Out"}"#
    ) {
      .change(WaiveActivity(enrolment: $0.delivery.enrolment.id, activity: "1", reason: "Tested Out"))
    },
  ]

  //                                                   SO DA NC RO TC AS CO UR DO AU LE EX
  private static let certificates =
    [
      RightsRow(
        "certificate list", "GET /api/v1/certificates", "++ ++ +0 +0 +0 +0 ++ +0 -- ++ +0 +0",
        "?person=$personID"
      ) { .inquiry(ListCertificates(person: $0.delivery.person.id)) },
      RightsRow(
        "(certificate list --in-doubt)", "GET /api/v1/certificates", "++ ++ +0 +0 +0 +0 ++ +0 -- ++ +0 +0",
        "?inDoubt=true&person=$personID"
      ) { .inquiry(ListCertificates(person: $0.delivery.person.id, inDoubt: true)) },
      RightsRow(
        "certificate show", "GET /api/v1/certificates/{certificate}", "++ ++ +0 00 +0 00 ++ +0 -- ++ +0 +0"
      ) { .inquiry(ShowCertificate(certificate: $0.delivery.certificate.number.text)) },
      RightsRow(
        "certificate bundle", "GET /api/v1/sessions/{session}/certificates.zip",
        "++ ++ ++ ++ +0 +0 ++ +0 -- ++ +0 +0"
      ) { subject in
        Act {
          try $0.issueCredentials()
          _ = try $0.prints(of: .id(subject.delivery.session.id), in: nil, as: $1)
        }
      },
      RightsRow("certificate export", nil, "++ ++ +0 00 +0 00 ++ +0 -- ++ +0 +0") {
        .inquiry(ShowCertificate(certificate: $0.delivery.certificate.number.text))
      },
      RightsRow(
        "certificate eligibility", "GET /api/v1/enrolments/{enrolment}/eligibility",
        "++ ++ +0 00 +0 +0 ++ +0 -- ++ +0 +0", "?scheme=$scheme"
      ) {
        .inquiry(
          AskEligibility(enrolment: $0.delivery.enrolment.id, scheme: reference($0.delivery.scheme)))
      },
      RightsRow(
        "certificate award", "POST /api/v1/certificates", "-- -- -- -- -- -- ++ +0 -- -- -- --",
        json: #"{"enrolment": "$enrolment", "scheme": "$scheme"}"#
      ) { .change(Award(enrolment: $0.delivery.enrolment.id, scheme: reference($0.delivery.scheme))) },
      // The own enrolment, under the own scheme or somebody else's.
      RightsRow(
        "(certificate award)", "POST /api/v1/certificates", "-- -- -- -- -- -- ++ +- -- -- -- --",
        json: #"{"enrolment": "$ownEnrolment", "scheme": "$scheme"}"#
      ) {
        .change(
          Award(
            enrolment: $0.own.delivery(for: $0.role).enrolment.id, scheme: reference($0.delivery.scheme)))
      },
      RightsRow(
        "certificate propose", "POST /api/v1/proposals", "-- -- -- -- -- -- ++ +0 -- -- -- --",
        json: #"{"enrolment": "$enrolment", "scheme": "$scheme"}"#
      ) {
        .change(ProposeAward(enrolment: $0.delivery.enrolment.id, scheme: reference($0.delivery.scheme)))
      },
      RightsRow("certificate proposals", "GET /api/v1/proposals", "-- -- -- -- -- -- ++ ++ -- -- -- --") {
        _ in
        .inquiry(ListProposals())
      },
      RightsRow(
        "certificate proposal", "GET /api/v1/proposals/{proposal}", "-- -- -- -- -- -- ++ +0 -- -- -- --"
      ) { .inquiry(ShowProposal($0.delivery.proposal.id)) },
      RightsRow(
        "certificate release", "POST /api/v1/proposals/{proposal}/release",
        "-- -- -- -- -- -- ++ +0 -- -- -- --",
        json: "{}"
      ) { .change(ReleaseAward(proposal: $0.delivery.proposal.id)) },
      RightsRow(
        "certificate decline", "POST /api/v1/proposals/{proposal}/decline",
        "-- -- -- -- -- -- ++ +0 -- -- -- --",
        json: #"{"reason": "too early"}"#
      ) { .change(DeclineAward(proposal: $0.delivery.proposal.id, reason: "too early")) },
      // Its scheme has no stages; whoever may decide is told so.
      RightsRow(
        "scheme waive", "POST /api/v1/schemes/{scheme}/waivers", "-- -- -- -- -- -- ++ +0 -- -- -- --",
        json: #"{"person": "$personID", "course": "ORIGIN", "reason": "ill"}"#
      ) {
        .change(
          WaiveStage(
            scheme: reference($0.delivery.scheme), person: $0.delivery.person.id,
            course: reference("ORIGIN"), reason: "ill"))
      },
      RightsRow(
        "involvement list", "GET /api/v1/involvements", "++ ++ -- -- -- -- -- -- -- ++ -- --"
      ) { _ in .inquiry(ListInvolvements()) },
      RightsRow(
        "involvement declare", "POST /api/v1/involvements", "++ -- -- -- +0 -- -- +0 -- -- -- --",
        json: #"{"person": "$assessor", "duty": "trained", "session": "$session"}"#
      ) {
        .change(
          DeclareInvolvement(
            person: $0.side.assessor.id, duty: .trained, subject: .session(.id($0.delivery.session.id))))
      },
      RightsRow(
        "involvement show", "GET /api/v1/involvements/{involvement}", "++ ++ 00 00 +0 00 ++ +0 -- ++ 00 00"
      ) { .inquiry(ShowInvolvement($0.delivery.involvement.id)) },
      RightsRow(
        "involvement end", "POST /api/v1/involvements/{involvement}/end",
        "++ -- -- -- +0 -- -- +0 -- -- -- --",
        json: #"{"reason": "left the centre"}"#
      ) { .change(EndInvolvement(involvement: $0.delivery.involvement.id, reason: "left the centre")) },
      RightsRow(
        "certificate explain", "GET /api/v1/certificates/{certificate}/explanation",
        "++ ++ +0 00 +0 00 ++ +0 -- ++ +0 +0"
      ) { .inquiry(ExplainCertificate(certificate: $0.delivery.certificate.number.text)) },
      RightsRow(
        "certificate recompute", "GET /api/v1/reports/recomputation", "++ ++ -- -- -- -- -- -- -- ++ -- --"
      ) { _ in Act { _ = try $0.recomputeCertificates(as: $1) } },
      RightsRow(
        "(session award --dry-run)", "GET /api/v1/sessions/{session}/awards",
        "-- -- -- -- -- -- ++ +0 -- -- -- --", "?scheme=$scheme"
      ) {
        .inquiry(PlanAwards(session: .id($0.delivery.session.id), scheme: reference($0.delivery.scheme)))
      },
      // Its scheme lets one person award; whoever may decide is told so.
      RightsRow(
        "session propose", "POST /api/v1/sessions/{session}/awards", "-- -- -- -- -- -- ++ +0 -- -- -- --",
        json: #"{"scheme": "$scheme", "step": "propose"}"#
      ) {
        .change(
          AwardSession(
            session: .id($0.delivery.session.id), scheme: reference($0.delivery.scheme), step: .propose))
      },
      RightsRow(
        "session release", "POST /api/v1/sessions/{session}/awards", "-- -- -- -- -- -- ++ +0 -- -- -- --",
        json: #"{"scheme": "$scheme", "step": "release"}"#
      ) {
        .change(
          AwardSession(
            session: .id($0.delivery.session.id), scheme: reference($0.delivery.scheme), step: .release))
      },
      RightsRow(
        "session award", "POST /api/v1/sessions/{session}/awards", "-- -- -- -- -- -- ++ +0 -- -- -- --",
        json: #"{"scheme": "$scheme"}"#
      ) {
        .change(AwardSession(session: .id($0.delivery.session.id), scheme: reference($0.delivery.scheme)))
      },
      // What was awarded for this very enrolment is not renewed by it; whoever may decide is told so.
      RightsRow(
        "certificate renew", "POST /api/v1/certificates/{certificate}/renew",
        "-- -- -- -- -- -- ++ +0 -- -- -- --", json: "{}"
      ) { .change(RenewCertificate(certificate: $0.delivery.certificate.number.text)) },
      // Nothing was decided on it that anybody is told of; whoever may record notices is told so.
      RightsRow(
        "certificate notice", "POST /api/v1/certificates/{certificate}/notices",
        "-- -- -- -- -- -- ++ +0 -- -- -- --", json: #"{"way": "letter"}"#
      ) { .change(NoteNotice(certificate: $0.delivery.certificate.number.text, way: .letter)) },
      RightsRow(
        "certificate replace", "POST /api/v1/certificates/{certificate}/replace",
        "-- -- -- -- -- -- ++ +0 -- -- -- --", json: #"{"reason": "a new name"}"#
      ) {
        .change(
          ReplaceCertificate(certificate: $0.delivery.certificate.number.text, reason: "a new name"))
      },
    ]
    + ChangeCertificate.Decision.allCases.map { decision in
      RightsRow(
        "certificate \(decision.rawValue)", "POST /api/v1/certificates/{certificate}/\(decision.rawValue)",
        "-- -- -- -- -- -- ++ +0 -- -- -- --", json: #"{"reason": "an inquiry"}"#
      ) {
        .change(
          ChangeCertificate(
            certificate: $0.delivery.certificate.number.text, decision: decision, reason: "an inquiry"))
      }
    }

  //                                                   SO DA NC RO TC AS CO UR DO AU LE EX
  private static let lookingBack = [
    // Made out to the own party, or to somebody else's.
    RightsRow(
      "report certification", "GET /api/v1/reports/certification", draftedReports,
      "?audience=$audience&party=$party&from=2026-01-01&to=2026-12-31&format=json"
    ) { .inquiry(report($0.audience, reference($0.party))) },
    RightsRow(
      "(report certification --audience directorate)", "GET /api/v1/reports/certification",
      "++ ++ -- -- -- -- -- -- -- ++ -- --",
      "?audience=directorate&from=2026-01-01&to=2026-12-31&format=json"
    ) { _ in .inquiry(report(.directorate, nil)) },
    RightsRow(
      "(report certification, as a job)", "POST /api/v1/reports/certification", draftedReports,
      json:
        #"{"audience": "$audience", "party": "$party", "from": "2026-01-01", "to": "2026-12-31", "format": "json"}"#
    ) { .inquiry(report($0.audience, reference($0.party))) },
    RightsRow(
      "(report learners, of a party)", "GET /api/v1/reports/learners", "++ ++ +0 -- -- -- -- -- -- ++ -- --",
      "?party=$party"
    ) {
      subject in
      Act {
        var list = try $0.listLearners(learners(of: reference(subject.party)), as: $1)
        while try list.next() != nil {}
      }
    },
    RightsRow("report learners", "GET /api/v1/reports/learners", "++ ++ -- -- -- -- -- -- -- ++ -- --") { _ in
      Act { _ = try $0.listLearners(learners(of: nil), as: $1) }
    },
    RightsRow("report list", "GET /api/v1/reports", "++ ++ ++ ++ -- -- -- ++ ++ ++ -- --") { _ in
      .inquiry(ListReports())
    },
    RightsRow("report show", "GET /api/v1/reports/{report}", issuedReports) {
      .inquiry(ShowReport($0.report))
    },
    RightsRow("report reproduce", "GET /api/v1/reports/{report}/reproduction", issuedReports) { subject in
      Act { _ = try $0.reproduceReport(subject.report, as: $1) }
    },
    RightsRow("(report document)", "GET /api/v1/reports/{report}/documents/{document}", issuedReports) {
      subject in
      Act { _ = try $0.openDocument(named: "report.xml", of: subject.report, as: $1) }
    },
    RightsRow(
      "report issue", "POST /api/v1/reports", bySecretariat,
      json:
        #"{"audience": "$audience", "party": "$party", "from": "2025-01-01", "to": "2025-12-31"}"#
    ) { subject in
      Act {
        let asked = report(subject.audience, reference(subject.party), year: 2025)
        _ = try $0.issueReport(.report(asked), as: $1)
      }
    },
    RightsRow(
      "(report issue --corrects)", "POST /api/v1/reports/{report}/corrections", bySecretariat,
      json: #"{"reason": "late results"}"#
    ) { subject in
      Act {
        let asked = ReportToIssue.correction(of: subject.report, cutOff: nil, reason: "late results")
        _ = try $0.issueReport(asked, as: $1)
      }
    },
    RightsRow("history", "GET /api/v1/history", "++ ++ -- -- -- -- -- -- -- ++ -- --") { _ in
      .inquiry(ReadHistory())
    },
    RightsRow("check", nil, "++ ++ -- -- -- -- -- -- -- ++ -- --") { _ in
      Act { _ = try $0.check(databaseFaults: [], as: $1) }
    },
    RightsRow("(check --repair)", nil, bySecretariat) { _ in
      Act { _ = try $0.repair(databaseFaults: [], as: $1) }
    },
  ]

  private static func learners(of party: Reference<Party>?) -> LearnersToList {
    LearnersToList(party: party, period: nil, timeZone: "UTC", cutOff: nil, language: .english)
  }

  /// Drafts are for who owns what they count; made out to another party, they are not there.
  private static let draftedReports = "++ ++ +0 -0 -- -- -- -0 -0 ++ -- --"

  /// Those that are made out to the own party, and those that are not.
  private static let issuedReports = "++ ++ +0 +0 -- -- -- +0 +0 ++ -- --"

  private static func report(
    _ audience: ReportAudience, _ party: Reference<Party>?, year: Int = 2026
  ) -> ReportCertification {
    ReportCertification(
      audience: audience, party: party, period: days("\(year)-01-01", "\(year)-12-31"), timeZone: "UTC",
      cutOff: nil, language: .english)
  }

  //                                                   SO DA NC RO TC AS CO UR DO AU LE EX
  private static let byAuditor = "-- -- -- -- -- -- -- -- -- ++ -- --"
  private static let byNobody = "-- -- -- -- -- -- -- -- -- -- -- --"

  private static let keys = [
    RightsRow("key list", "GET /api/v1/keys", byAuditor) { _ in .inquiry(ListKeys()) },
    RightsRow("key show", "GET /api/v1/keys/{key}", byAuditor) { .inquiry(ShowKey($0.key)) },
    RightsRow("key refusals", "GET /api/v1/refusals", byAuditor) { _ in .inquiry(ListRefusedAttempts()) },
    RightsRow("key create", "POST /api/v1/keys", byNobody, json: #"{"name": "more", "scope": "all"}"#) {
      _ in .change(CreateKey(name: "more", scope: .all))
    },
    RightsRow("key revoke", "POST /api/v1/keys/{key}/revoke", byNobody) {
      .change(RevokeKey(key: $0.key, reason: nil))
    },
    RightsRow("credential-key list", "GET /api/v1/credential-keys", byAuditor) { _ in
      .inquiry(ListCredentialKeys())
    },
    RightsRow(
      "credential-key rotate", "POST /api/v1/credential-keys", byNobody, json: #"{"algorithm": "ES256"}"#
    ) { _ in Act { _ = try $0.perform($0.newCredentialKey(.es256, reason: nil), as: $1) } },
    // A role opens the API; the record store of statements has keys of its own. An auditor reads all.
    RightsRow("(statements)", "GET /xapi/statements", byAuditor, "", finding),
    RightsRow("(more statements)", "GET /xapi/statements/more", byAuditor, "", finding),
    RightsRow("(activity of statements)", "GET /xapi/activities", byAuditor, "?activityId=x:a", finding),
    RightsRow(
      "(agent of statements)", "GET /xapi/agents", byAuditor, "?agent=%7B%22openid%22%3A%22x:b%22%7D", finding
    ),
    RightsRow("(store statements)", "POST /xapi/statements", byNobody, "", json: "[]", storing),
    RightsRow("(store a statement)", "PUT /xapi/statements", byNobody, "", json: "{}", storing),
  ]

  //                                    SO DA NC RO TC AS CO UR DO AU LE EX
  private static let byWhoAsksForWork = "++ ++ ++ ++ -- -- -- ++ ++ ++ -- --"
  private static let ownJobs = "+0 +0 +0 +0 -- -- -- +0 +0 +0 -- --"

  /// Where statements and events are delivered: whoever may do everything, and no role.
  private static let exchange = [
    RightsRow("statement export", "GET /api/v1/exports/statements", byNobody, "", exchanging),
    RightsRow("statement import", "POST /api/v1/imports/statements", byNobody, "", exchanging),
    RightsRow("forwarding list", "GET /api/v1/forwardings", byNobody) { _ in .inquiry(ListForwardings()) },
    RightsRow("forwarding show", "GET /api/v1/forwardings/{forwarding}", byNobody) { _ in
      .inquiry(ShowForwarding(reference("LRS")))
    },
    RightsRow("forwarding set-aside", "GET /api/v1/forwardings/{forwarding}/set-aside", byNobody) { _ in
      .inquiry(ListSetAside(reference("LRS")))
    },
    RightsRow(
      "forwarding add", "POST /api/v1/forwardings", byNobody,
      json: #"{"code": "$new", "url": "https://lrs.example/xapi", "user": "us", "secret": "s"}"#
    ) {
      .change(AddForwarding(code: code($0.new), url: "https://lrs.example/xapi", user: "us", secret: "s"))
    },
    RightsRow("forwarding pause", "POST /api/v1/forwardings/{forwarding}/pause", byNobody) { _ in
      .change(PauseForwarding(reference("LRS"), reason: nil))
    },
    RightsRow("forwarding resume", "POST /api/v1/forwardings/{forwarding}/resume", byNobody) { _ in
      .change(ResumeForwarding(reference("LRS"), reason: nil))
    },
    RightsRow("forwarding remove", "POST /api/v1/forwardings/{forwarding}/remove", byNobody) { _ in
      .change(RemoveForwarding(reference("LRS"), reason: nil))
    },
    RightsRow("webhook list", "GET /api/v1/webhooks", byNobody) { _ in .inquiry(ListWebhooks()) },
    RightsRow("webhook show", "GET /api/v1/webhooks/{webhook}", byNobody) { _ in
      .inquiry(ShowWebhook(reference("PORTAL")))
    },
    RightsRow("webhook deliveries", "GET /api/v1/webhooks/{webhook}/deliveries", byNobody) { _ in
      .inquiry(ListDispatches(reference("PORTAL")))
    },
    RightsRow(
      "webhook add", "POST /api/v1/webhooks", byNobody,
      json: #"{"code": "$new", "url": "https://portal.example/hooks"}"#
    ) {
      .change(AddWebhook(code: code($0.new), url: "https://portal.example/hooks"))
    },
    RightsRow("webhook redeliver", "POST /api/v1/webhooks/{webhook}/redeliver", byNobody) { _ in
      .change(RedeliverEvents(reference("PORTAL")))
    },
    RightsRow("webhook resume", "POST /api/v1/webhooks/{webhook}/resume", byNobody) { _ in
      .change(ResumeWebhook(reference("PORTAL"), reason: nil))
    },
    RightsRow("webhook remove", "POST /api/v1/webhooks/{webhook}/remove", byNobody) { _ in
      .change(RemoveWebhook(reference("PORTAL"), reason: nil))
    },
  ]

  /// The own jobs; those of others are not there, whatever the role.
  private static let jobs = [
    RightsRow("job list", "GET /api/v1/jobs", byWhoAsksForWork) { _ in .inquiry(ListJobs()) },
    RightsRow("job show", "GET /api/v1/jobs/{job}", ownJobs) { .inquiry(ShowJob($0.job)) },
    RightsRow("(job outcome)", "GET /api/v1/jobs/{job}/outcome", ownJobs) {
      .inquiry(ShowJobOutcome($0.job))
    },
    RightsRow("job cancel", "POST /api/v1/jobs/{job}/cancel", ownJobs) { subject in
      Act { _ = try $0.cancelJob(subject.job, as: $1) }
    },
  ]

  /// What nothing can be done with afterwards comes last.
  private static let endings = [
    RightsRow(
      "course retire", "POST /api/v1/courses/{course}/retire", bySecretariat, json: #"{"reason": "amended"}"#
    ) { _ in .change(RetireVersion(course: reference("ORIGIN"), number: nil, reason: "amended")) }
  ]

  private static let finding: @Sendable (Subject) throws -> Act = { _ in
    .inquiry(GetStatement(id: Values.UUID(high: 0, low: 1), isVoided: false))
  }

  private static let exchanging: @Sendable (Subject) throws -> Act = { _ in
    Act { try $0.permit(.exchange, to: $1, doing: "exchange statements") }
  }

  private static let storing: @Sendable (Subject) throws -> Act = { _ in
    Act { try $0.permit(.writeStatements, to: $1, doing: "store statements") }
  }
}

extension Subject {
  /// The audience of a report made out to the role's party.
  var audience: ReportAudience {
    switch role {
    case .universityRegistrar: .university
    case .donor: .donor
    case .rocb: .rocb
    default: .member
    }
  }
}
