import Reports
import Testing

/// “names show the placeholder … and never calls it a difference; any other difference is still found”.
@Suite struct ErasedNamesTests {
  private static func report(_ rows: String..., head: String = "1") -> [UInt8] {
    Array(
      #"{"definitions":"\#(head)","blocks":[{"name":"own-officers","rows":[\#(rows.joined(separator: ","))]}]}"#
        .utf8)
  }

  private static func row(_ person: String, _ name: String, _ state: String = "completed") -> String {
    #"{"person":"\#(person)","person-name":"\#(name)","state":"\#(state)"}"#
  }

  private static let issued = report(row("1", "Amina"), row("2", "Bo"), row("3", "Bo"))

  static let rows: [(name: String, again: [UInt8], isAll: Bool)] = [
    ("a name that was erased, in another place", report(row("2", "Bo"), row("3", "Bo"), row("1", "-")), true),
    ("nothing", issued, true),
    ("another's name", report(row("1", "-"), row("2", "Bob"), row("3", "Bo")), false),
    (
      "the state beside an erased name", report(row("1", "-", "failed"), row("2", "Bo"), row("3", "Bo")),
      false
    ),
    ("a row that is gone", report(row("2", "Bo"), row("3", "Bo")), false),
    ("a row twice", report(row("1", "-"), row("2", "Bo"), row("2", "Bo")), false),
    ("the head", report(row("1", "-"), row("2", "Bo"), row("3", "Bo"), head: "2"), false),
  ]

  @Test("whether erased names are all that differs", arguments: rows)
  func compared(row: (name: String, again: [UInt8], isAll: Bool)) throws {
    #expect(
      try ErasedNames(of: ["1"]).areAllThatDiffers(Self.issued, row.again) == row.isAll, "\(row.name)")
  }
}
