import Enrolment
import Operations
import People
import Values

/// What donors pay under and want reached: the Secretariat's to know, and to set (domain 5.3).
extension RightsTable {
  //                              SO DA NC RO TC AS CO UR DO AU LE
  private static let readByOwners = "++ ++ -- -- -- -- -- -- -- ++ -- --"
  private static let bySecretariat = "++ -- -- -- -- -- -- -- -- -- -- --"

  static let funding = [
    RightsRow("funding-programme list", "GET /api/v1/funding-programmes", readByOwners) { _ in
      .inquiry(ListFundingProgrammes())
    },
    RightsRow("funding-programme show", "GET /api/v1/funding-programmes/{programme}", readByOwners) {
      .inquiry(ShowFundingProgramme(reference($0.side.programme)))
    },
    RightsRow(
      "funding-programme add", "POST /api/v1/funding-programmes", bySecretariat,
      json:
        #"{"code": "$new", "donor": "$donor", "titles": "F", "days": {"from": "2026-01-01", "to": "2026-12-31"}}"#
    ) {
      .change(
        AddFundingProgramme(
          code: code($0.new), donor: reference($0.side.donor), titles: text("F"),
          days: days("2026-01-01", "2026-12-31")))
    },
    RightsRow(
      "funding-programme target", "POST /api/v1/funding-programmes/{programme}/targets", bySecretariat,
      json: #"{"indicator": "persons", "value": 5, "days": {"from": "2026-01-01", "to": "2026-12-31"}}"#
    ) {
      .change(
        SetFundingTarget(
          programme: reference($0.side.programme), indicator: .persons,
          days: days("2026-01-01", "2026-12-31"),
          value: 5))
    },
    RightsRow(
      "funding-programme end-target", "POST /api/v1/funding-programmes/{programme}/targets/end",
      bySecretariat,
      json: #"{"indicator": "persons", "reason": "r", "days": {"from": "2026-01-01", "to": "2026-12-31"}}"#
    ) {
      .change(
        EndFundingTarget(
          programme: reference($0.side.programme), indicator: .persons,
          days: days("2026-01-01", "2026-12-31"),
          reason: "r"))
    },
  ]
}
