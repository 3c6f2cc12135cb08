import Enrolment
import Operations
import People
import Reports
import Values

// Reports that name people: for the Secretariat; a Member has its own officers, a training centre or a university the sessions
// that it hosts, a learner the own record.
extension RightsTable {
  //                                  SO DA NC RO TC AS CO UR DO AU LE
  private static let ofOwnMember = "++ ++ +0 -- -- -- -- -- -- ++ -- --"
  private static let ofSecretariat = "++ ++ -- -- -- -- -- -- -- ++ -- --"
  private static let query = "from=2026-01-01&to=2026-12-31"

  static let namedReports = [
    // A Member may nominate for any session, and sees of any who of its officers took part.
    RightsRow(
      "report session", "GET /api/v1/reports/session", "++ ++ ++ -- +0 -- ++ +0 -- ++ -- --",
      "?session=$session&format=json"
    ) {
      .inquiry(ReportSession(.id($0.delivery.session.id), cutOff: nil, language: .english))
    },
    RightsRow(
      "report transcript", "GET /api/v1/reports/transcript", "++ ++ +0 -- -- -- ++ -- -- ++ +0 +-",
      "?person=$personID&format=json"
    ) {
      .inquiry(
        ReportTranscript($0.delivery.person.id, timeZone: "UTC", cutOff: nil, language: .english))
    },
    RightsRow(
      "report expiring", "GET /api/v1/reports/expiring", ofOwnMember, "?party=$party&\(query)&format=json"
    ) {
      .inquiry(
        ReportExpiring(party: reference($0.party), period: year, cutOff: nil, language: .english))
    },
    RightsRow(
      "(report expiring, of all)", "GET /api/v1/reports/expiring", ofSecretariat, "?\(query)&format=json"
    ) { _ in
      .inquiry(ReportExpiring(party: nil, period: year, cutOff: nil, language: .english))
    },
    RightsRow(
      "report experts", "GET /api/v1/reports/experts", "++ ++ ++ -- -- -- -- -- -- ++ -- --",
      "?\(query)&format=json"
    ) { _ in
      .inquiry(ReportExperts(category: nil, subject: nil, period: year, cutOff: nil, language: .english))
    },
    RightsRow(
      "report assessors", "GET /api/v1/reports/assessors", ofSecretariat, "?\(query)&format=json"
    ) { _ in
      .inquiry(ReportAssessors(period: year, cutOff: nil, language: .english))
    },
    RightsRow(
      "report completions", "GET /api/v1/reports/completions", ofOwnMember, "?party=$party"
    ) { subject in
      Act {
        let asked = LearnersToList(
          .completed, party: reference(subject.party), period: nil, timeZone: "UTC", cutOff: nil,
          language: .english)
        var list = try $0.listLearners(asked, as: $1)
        while try list.next() != nil {}
      }
    },
  ]

  // What is drawn up by itself is the Secretariat's to say.
  static let definedReports = [
    RightsRow("report defined", "GET /api/v1/defined-reports", ofSecretariat) { _ in
      .inquiry(ListDefinedReports())
    },
    RightsRow("(defined report)", "GET /api/v1/defined-reports/{definition}", ofSecretariat) { _ in
      .inquiry(ShowDefinedReport(reference("QUARTERLY")))
    },
    RightsRow(
      "report define", "POST /api/v1/defined-reports", byOfficers,
      json: #"{"code": "$new", "audience": "directorate", "period": "last-year"}"#
    ) {
      .change(
        DefineReport(
          code: code($0.new), audience: .directorate, party: nil, period: .lastYear, timeZone: "UTC",
          language: .english, delivery: .issued))
    },
    RightsRow(
      "report run", "POST /api/v1/defined-reports/{definition}/runs", byOfficers, json: "{}"
    ) { _ in
      Act {
        _ = try $0.runReport(reference("QUARTERLY"), seenFrom: nil, as: $1) { _, _ in throw WrittenByCommand()
        }
      }
    },
    // Asked for of the other side first; then it is taken back, and nothing holds under its code.
    RightsRow(
      "report undefine", "POST /api/v1/defined-reports/{definition}/end",
      "0+ -- -- -- -- -- -- -- -- -- -- --"
    ) { _ in
      .change(EndDefinedReport(reference("QUARTERLY"), reason: nil))
    },
  ]

  private static let byOfficers = "++ -- -- -- -- -- -- -- -- -- -- --"
  private static let year = days("2026-01-01", "2026-12-31")
}
