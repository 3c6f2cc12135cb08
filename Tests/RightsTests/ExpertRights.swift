import Accreditation
import Operations
import People
import ProgramDriver
import Values

/// Experts: pools tell of no person; a Member puts its own people forward, takes them back and releases them; the
/// Secretariat decides. Who reaches the person does not thereby reach the case: a training centre and a university see
/// none, an assessor those whose mission they evaluate.
extension RightsTable {
  //                              SO DA NC RO TC AS CO UR DO AU LE EX
  private static let readByAll = "++ ++ ++ ++ ++ ++ ++ ++ -- ++ ++ ++"
  private static let bySecretariat = "++ -- -- -- -- -- -- -- -- -- -- --"
  private static let byMembers = "++ -- +0 -- -- -- -- -- -- -- -- --"
  private static let byWhoseCaseItIs = "++ ++ +0 +0 00 00 ++ 00 -- ++ +0 +0"
  private static let byWhoReachesThePerson = "++ ++ +0 +0 +0 +0 ++ +0 -- ++ +0 +0"

  static let experts = pools + cases + steps + released

  static let pool = """
    <pool xmlns="urn:registrar:pool:1" code="TOA-PCA" category="TOA" subject="PCA"><title>Audit</title>
      <version number="1">
        <stage code="workshop" kind="workshop" grants="pre-accredited"><title>Workshop</title></stage>
        <stage code="mission" kind="mission" grants="accredited"><title>Mission</title></stage>
      </version></pool>
    """

  private static let pools = [
    RightsRow("pool list", "GET /api/v1/pools", readByAll) { _ in .inquiry(ListPools()) },
    RightsRow("pool show", "GET /api/v1/pools/{pool}", readByAll) { _ in
      .inquiry(ShowPool(reference("TOA-PCA")))
    },
    RightsRow("pool export", "GET /api/v1/exports/pools/{pool}", readByAll) { _ in
      .inquiry(ExportPool(reference("TOA-PCA")))
    },
    RightsRow("pool funnel", "GET /api/v1/pools/{pool}/funnel", "++ ++ -- -- -- -- -- -- -- ++ -- --") { _ in
      .inquiry(ShowFunnel(reference("TOA-PCA")))
    },
    RightsRow(
      "(pool import --dry-run)", "POST /api/v1/imports/pools", "++ ++ -- -- -- -- -- -- -- ++ -- --",
      "?dryRun=true", content: document
    ) { _ in
      Act { _ = try $0.importPool(Array(pool.utf8), name: "pool.xml", isDryRun: true, as: $1) }
    },
    RightsRow("pool import", "POST /api/v1/imports/pools", bySecretariat, content: document) { _ in
      Act { _ = try $0.importPool(Array(pool.utf8), name: "pool.xml", as: $1) }
    },
  ]

  private static let document = RightsRow.Content(type: "application/xml", text: pool)

  private static let cases = [
    RightsRow(
      "accreditation list", "GET /api/v1/accreditations", byWhoReachesThePerson, "?person=$personID"
    ) { .inquiry(ListAccreditations(person: $0.delivery.person.id)) },
    RightsRow("accreditation show", "GET /api/v1/accreditations/{accreditation}", byWhoseCaseItIs) {
      .inquiry(ShowAccreditation($0.delivery.accreditation.id))
    },
    RightsRow(
      "accreditation nominate", "POST /api/v1/accreditations", byMembers,
      json: #"{"person": "$personID", "pool": "TOA-PCA", "language": "en", "party": "$member"}"#
    ) {
      .change(
        NominateExpert(
          person: $0.delivery.person.id, pool: reference("TOA-PCA"), language: .english,
          party: reference($0.side.member)))
    },
    RightsRow(
      "accreditation assign-mission", "POST /api/v1/accreditations/{accreditation}/missions", bySecretariat,
      json:
        #"{"party": "$member", "days": {"from": "2026-03-02", "to": "2026-03-06"}, "evaluator": "$assessor"}"#
    ) {
      .change(
        AssignMission(
          accreditation: $0.delivery.accreditation.id, party: reference($0.side.member),
          days: days("2026-03-02", "2026-03-06"), evaluator: $0.side.assessor.id))
    },
    RightsRow(
      "accreditation convert", "POST /api/v1/accreditations/{accreditation}/conversions", bySecretariat,
      json: #"{"pool": "TOA-PCA"}"#
    ) {
      .change(
        ConvertAccreditation(accreditation: $0.delivery.accreditation.id, pool: reference("TOA-PCA")))
    },
  ]

  private static let steps = MoveAccreditation.Step.allCases.map { step in
    RightsRow(
      "accreditation \(step.rawValue)", "POST /api/v1/accreditations/{accreditation}/\(step.rawValue)",
      step == .withdraw ? byMembers : bySecretariat,
      json: step.event.verdict == nil ? #"{"reason": "r"}"# : #"{"assessor": "$assessor", "reason": "r"}"#
    ) {
      .change(
        MoveAccreditation(
          accreditation: $0.delivery.accreditation.id, step: step,
          assessor: step.event.verdict == nil ? nil : $0.side.assessor.id, reason: "r"))
    }
  }

  private static let released = [
    RightsRow("expert list", "GET /api/v1/experts", readByAll) { _ in .inquiry(ListExperts()) },
    RightsRow("release list", "GET /api/v1/releases", byWhoReachesThePerson, "?person=$personID") {
      .inquiry(ListReleases(person: $0.delivery.person.id))
    },
    RightsRow("release show", "GET /api/v1/releases/{release}", byWhoseCaseItIs) {
      .inquiry(ShowRelease($0.delivery.release.id))
    },
    RightsRow(
      "release add", "POST /api/v1/releases", byMembers,
      json:
        #"{"person": "$personID", "party": "$member", "days": {"from": "2026-06-01", "to": "2026-06-30"}}"#
    ) {
      .change(
        ReleaseExpert(
          person: $0.delivery.person.id, party: reference($0.side.member),
          days: days("2026-06-01", "2026-06-30")))
    },
    RightsRow("release end", "POST /api/v1/releases/{release}/end", byMembers) {
      .change(EndRelease(release: $0.delivery.release.id, reason: nil))
    },
  ]
}
