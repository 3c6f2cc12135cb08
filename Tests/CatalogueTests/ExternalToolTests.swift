import Catalogue
import Testing
import Values

/// “LTI links as external tools, disabled until approved.”
@Suite struct ExternalToolTests {
  @Test(
    "What follows from what",
    arguments: [
      (.disabled, .approve, .approved), (.withdrawn, .approve, .approved), (.approved, .withdraw, .withdrawn),
      (.approved, .approve, nil), (.disabled, .withdraw, nil), (.withdrawn, .withdraw, nil),
    ] as [(ToolApproval, ToolApproval.Event, ToolApproval?)])
  func follows(_ state: ToolApproval, _ event: ToolApproval.Event, _ expected: ToolApproval?) throws {
    guard let expected else {
      #expect(throws: ToolApproval.Refusal.notFrom(state, event)) { try state.after(event) }
      return
    }
    #expect(try state.after(event) == expected)
  }

  @Test(
    "Where a tool opens",
    arguments: [
      (
        [("secure_launch_url", "https://tool.example/s"), ("launch_url", "http://tool.example/l")],
        "https://tool.example/s"
      ),
      ([("launch_url", "http://tool.example/l")], "http://tool.example/l"),
      ([("launch_url", "javascript:alert(1)")], nil), ([("launch_url", "tool.html")], nil), ([], nil),
    ] as [([(String, String)], String?)])
  func opens(_ parts: [(String, String)], _ expected: String?) {
    let descriptor = Detail("cartridge_basiclti_link", parts: parts.map { Detail($0.0, text: $0.1) })
    let tool = ActivityNode(
      key: "T", publisherIdentifier: "T", kind: .externalTool, title: LocalizedText("Tool"),
      details: [descriptor])
    let page = ActivityNode(
      key: "P", publisherIdentifier: "P", kind: .webContent, title: LocalizedText("Page"),
      details: [descriptor])
    let tools = Example.structure([page, tool]).externalTools
    #expect(tools.map(\.activity) == ["T"])
    #expect(tools.first?.address == expected)
  }
}
