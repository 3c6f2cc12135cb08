public import Catalogue
public import JSON
public import Operations
internal import Values

extension ToolApproval: Representable {}

extension ToolStanding: Representable {
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("activity", tool.activity)
      json.member("title", tool.title)
      json.member("address", orNull: tool.address)
      json.member("approval", approval)
      json.member("decidedAt", orNull: decidedAt)
    }
  }
}

extension ToolStanding: Described {
  public static let schema = Schema.named(
    "ExternalTool",
    .object([
      .init("activity", .text(example: "I_00012"), "The activity's key."), .init("title", .texts),
      .init("address", .orNull(.text()), "Where it opens; null where the package names no usable address."),
      .init("approval", .choice(of: ToolApproval.self)), .init("decidedAt", .orNull(.instant)),
    ]))
}
