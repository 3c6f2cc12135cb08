import Catalogue
import ContentPackaging
import Foundation
import Operations
import Pages
import SQLiteStore
import Testing
import Values

/// “LTI links as external tools, disabled until approved”: who decides and when is recorded, and learners are given the
/// address only while it stands.
@Suite struct ExternalToolTests {
  static let files = [
    "imsmanifest.xml": """
    <manifest identifier="CC" xmlns="http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1">
      <metadata><schema>IMS Common Cartridge</schema><schemaversion>1.1.0</schemaversion></metadata>
      <organizations><organization identifier="O" structure="rooted-hierarchy"><item identifier="ROOT">
        <item identifier="PAGE" identifierref="R1"><title>Page</title></item>
        <item identifier="TOOL" identifierref="R2"><title>Simulator</title></item>
        <item identifier="BAD" identifierref="R3"><title>Lost</title></item>
      </item></organization></organizations>
      <resources>
        <resource identifier="R1" type="webcontent" href="page.html"><file href="page.html"/></resource>
        <resource identifier="R2" type="imsbasiclti_xmlv1p0"><file href="tool.xml"/></resource>
        <resource identifier="R3" type="imsbasiclti_xmlv1p0"><file href="lost.xml"/></resource>
      </resources>
    </manifest>
    """,
    "page.html": "<p>Page</p>", "tool.xml": tool("<launch_url>https://tool.example/start</launch_url>"),
    "lost.xml": tool(""),
  ]

  private static func tool(_ content: String) -> String {
    "<cartridge_basiclti_link xmlns=\"http://www.imsglobal.org/xsd/imslticc_v1p0\"><title xmlns=\"http://www.imsglobal.org/xsd/imsbasiclti_v1p0\">Tool</title>\(content)</cartridge_basiclti_link>"
  }

  @Test("Disabled, approved, withdrawn, approved again; each decision stands in the history with its reason")
  func decided() throws {
    let house = try House()
    let scene = try Scene(house, files: ExternalToolTests.files)
    let course = try #require(try house.answer(ListCourses()).items.first)
    let open = OpenTool(enrolment: scene.enrolment, activity: "TOOL")
    let decide = { (event: ToolApproval.Event, activity: String) in
      DecideOnTool(course: .id(course.id), number: nil, activity: activity, event: event, reason: "contract")
    }
    #expect(throws: ToolRefused.notApproved("TOOL", .disabled)) { try house.answer(open) }
    #expect(try house.perform(decide(.approve, "TOOL")).approval == .approved)
    #expect(try house.answer(open).tool.address == "https://tool.example/start")
    #expect(try house.perform(decide(.withdraw, "TOOL")).approval == .withdrawn)
    #expect(throws: ToolRefused.notApproved("TOOL", .withdrawn)) { try house.answer(open) }
    #expect(throws: ToolApproval.Refusal.notFrom(.withdrawn, .withdraw)) {
      try house.perform(decide(.withdraw, "TOOL"))
    }
    #expect(throws: ToolRefused.withoutAddress("BAD")) { try house.perform(decide(.approve, "BAD")) }
    #expect(throws: ToolRefused.unknown("PAGE")) { try house.perform(decide(.approve, "PAGE")) }
    #expect(throws: ReasonMissing.self) {
      try house.perform(
        DecideOnTool(course: .id(course.id), number: nil, activity: "TOOL", event: .approve, reason: " "))
    }
    let listed = try house.answer(ListTools(course: .id(course.id), number: nil)).items
    #expect(
      listed.map { "\($0.tool.activity) \($0.approval.rawValue)" } == ["TOOL withdrawn", "BAD disabled"])
    let history = try house.answer(ReadHistory(filter: HistoryFilter(object: course.id.uuid))).items
    #expect(history.map(\.action).suffix(2) == ["course tool approve", "course tool withdraw"])
    #expect(history.last?.reason == "contract")
    let preview = try house.registrar.preview(.id(course.id), number: nil, as: .owner)
    #expect(preview.activities.compactMap(\.approval) == [.withdrawn, .disabled])
    #expect(try house.registrar.check(databaseFaults: house.store.faults(), as: .owner).faults == [])
  }
}
