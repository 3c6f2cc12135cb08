import Catalogue
import ContentPackaging
import Operations
import People
import ProgramDriver
import Values

/// What takes or gives whole documents, or watches the server. Documents tell of every Member at once: looked at by those
/// alone who see everything, taken by the Secretariat. A roster is taken from whoever enters people, of their own. A role watches no server: there are keys for that.
extension RightsTable {
  //                                 SO DA NC RO TC AS CO UR DO AU LE EX
  private static let byWhoSeesAll = "++ ++ -- -- -- -- -- -- -- ++ -- --"
  private static let bySecretariat = "++ -- -- -- -- -- -- -- -- -- -- --"
  private static let byNobody = "-- -- -- -- -- -- -- -- -- -- -- --"

  private static let byWhoEntersPeople = "++ -- +- -- -- -- -- +- -- -- -- --"
  private static let byThemOrWhoSeesAll = "++ ++ +- -- -- -- -- +- -- ++ -- --"

  static let wholeDocuments = given + taken(isDryRun: true) + taken(isDryRun: false)

  private static let given = [
    RightsRow("organisation export", "GET /api/v1/exports/organisations", byWhoSeesAll, "?kind=member") { _ in
      .inquiry(ExportParties(kind: .member))
    },
    RightsRow("standard export", "GET /api/v1/exports/standards/{standard}", byWhoSeesAll) { _ in
      .inquiry(ExportStandardEdition(code("STANDARD")))
    },
    RightsRow("catalogue export", "GET /api/v1/exports/catalogues/{catalogue}", byWhoSeesAll) { _ in
      .inquiry(ExportCatalogue(code("TTT")))
    },
    RightsRow("scheme export", "GET /api/v1/exports/schemes/{scheme}", byWhoSeesAll) {
      .inquiry(ExportScheme(reference($0.delivery.scheme)))
    },
    RightsRow("scheme what-if", "POST /api/v1/imports/schemes/what-if", byWhoSeesAll, content: scheme) {
      let bytes = Array($0.filling(scheme.text).utf8)
      return Act { _ = try $0.whatIf(bytes, name: "d.xml", as: $1) }
    },
    RightsRow("(metrics)", "GET /metrics", byNobody) { _ in
      Act { try $0.permit(.watchServer, to: $1, doing: "watch server") }
    },
  ]

  private static func taken(isDryRun: Bool) -> [RightsRow] {
    func row(
      _ command: String, _ route: String?, by verdicts: String? = nil, _ content: RightsRow.Content,
      _ take: @escaping @Sendable (Registrar, Principal, [UInt8], _ package: String) throws -> Bool
    ) -> RightsRow {
      RightsRow(
        isDryRun ? "(\(command) --dry-run)" : command, route,
        verdicts ?? (isDryRun ? byWhoSeesAll : bySecretariat),
        isDryRun ? "?dryRun=true" : "", content: content
      ) { subject in
        let bytes = Array(subject.filling(content.text).utf8)
        return Act { registrar, principal in
          guard try take(registrar, principal, bytes, subject.package) else {
            throw DriverError("\(command) is refused")
          }
        }
      }
    }
    return [
      row("roster", "POST /api/v1/rosters", by: isDryRun ? byThemOrWhoSeesAll : byWhoEntersPeople, roster) {
        registrar, principal, bytes, _ in
        let request = RosterRequest(bytes: bytes, name: "r.csv", source: nil, isDryRun: isDryRun)
        let report = try registrar.importRoster(request, as: principal)
        guard !report.findings.contains(where: { $0.code.identifier == "roster.beyond-own" }) else {
          throw BeyondOwn.notOwnPerson
        }
        return report.isAccepted
      },
      row("organisation import", "POST /api/v1/imports/organisations", organisations) {
        registrar, principal, bytes, _ in
        try registrar.importParties(bytes, name: "o.xml", isDryRun: isDryRun, as: principal).isAccepted
      },
      row("scheme import", "POST /api/v1/imports/schemes", scheme) { registrar, principal, bytes, _ in
        try registrar.importScheme(bytes, name: "s.xml", isDryRun: isDryRun, as: principal).isAccepted
      },
      row("catalogue import", nil, catalogue) { registrar, principal, bytes, package in
        let folder = String(package[..<(package.lastIndex(of: "/") ?? package.startIndex)])
        let request = CatalogueRequest(
          bytes: bytes, name: "c.xml", folder: folder, isDryRun: isDryRun, readFile: { _ in [] })
        return try registrar.importCatalogue(request, as: principal).isAccepted
      },
    ]
  }

  private static let roster = RightsRow.Content(
    type: "text/csv",
    text: """
      source,source-id,name,organisation,from
      HR,$new,$new,$party,2020-01-01
      """)

  private static let organisations = RightsRow.Content(
    type: "application/xml",
    text: """
      <organisations xmlns="urn:registrar:organisations:1">
        <organisation code="$new" kind="university"><name>University</name></organisation>
      </organisations>
      """)

  private static let scheme = RightsRow.Content(
    type: "application/xml",
    text: """
      <scheme xmlns="urn:registrar:scheme:1" code="$new" issuer="$host"><title>Scheme</title>
        <version number="1" kind="completion" course="ORIGIN" time-zone="UTC"/></scheme>
      """)

  private static let catalogue = RightsRow.Content(
    type: "application/xml",
    text: """
      <catalogue xmlns="urn:registrar:catalogue:1" code="$new"><title xml:lang="en">Catalogue</title>
        <course code="ORIGIN" package="course-1.zip"/></catalogue>
      """)
}
