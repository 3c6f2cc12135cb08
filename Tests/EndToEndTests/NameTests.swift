import Foundation
import JSON
import ProgramDriver
import Testing

/// What people are called, typed and sent: hostile rows 65 to 67.
@Suite struct NameTests {
  /// "same name NFC/NFD, ZWJ, soft hyphen, tag characters, Cyrillic а: stored as typed"; "mononym, one letter,
  /// apostrophes, 300 chars, emoji: accepted".
  static let kept: [(why: String, name: String)] = [
    ("composed", "Jos\u{E9}"), ("decomposed", "Jose\u{301}"), ("a Cyrillic а", "\u{410}na"),
    ("a zero-width joiner", "\u{915}\u{94D}\u{200D}\u{937}"), ("a soft hyphen", "A\u{AD}na"),
    ("tag characters", "Ana\u{E0041}\u{E007F}"), ("a mononym", "Suharno"), ("one letter", "O"),
    ("a straight apostrophe", "O'Brien"), ("a curly apostrophe", "N\u{2019}Diaye"),
    ("an emoji", "Ana \u{1F600}"), ("300 scalars without a blank", String(repeating: "\u{E9}", count: 300)),
    ("from right to left", "\u{641}\u{627}\u{637}\u{645}\u{629}"),
    ("Turkish small letters", "\u{131}\u{15F}\u{131}k"), ("a sharp s", "Stra\u{DF}er"),
  ]

  /// The names that are none, with what the refusal speaks of.
  static let refused: [(why: String, name: String, said: String)] = [
    ("a right-to-left override", "Ana\u{202E}airaM", "U+202E"),
    ("nothing that shows", "\u{AD}\u{200B}", "name"),
    ("301 scalars", String(repeating: "x", count: 301), "301"),
  ]

  @Test func namesAreKeptAsTypedAtBothDoors() throws {
    try inEmptyFolder { program, folder in
      let server = try RunningServer(program)
      let http = try HTTPDoor(program, server)
      let doors: [any Door] = [
        CommandLineDoor(program: program, folder: folder, server: server), http,
      ]
      _ = try http.addOrganisation("MEMBER-A", kind: "member", region: "ESA", name: "Member A")
      for door in doors {
        for (why, name) in Self.kept {
          let person = try door.addPerson(name, organisation: "MEMBER-A")
          #expect(try octets(of: person) == Array(name.utf8), "\(why) at \(type(of: door))")
        }
      }
      let listed = try program.succeed("person", "list", "--json").json.list("items").map(octets)
      let expected = doors.flatMap { _ in Self.kept.map { Array($0.name.utf8) } }
      #expect(listed.sorted(by: before) == expected.sorted(by: before))
    }
  }

  @Test func whatIsNoNameIsRefusedAtBothDoors() throws {
    try inEmptyFolder { program, _ in
      let server = try RunningServer(program)
      let http = try HTTPDoor(program, server)
      _ = try http.addOrganisation("MEMBER-A", kind: "member", region: "ESA", name: "Member A")
      for (why, name, said) in Self.refused {
        let typed = try program.run(["person", "add", name, "--organisation", "MEMBER-A"])
        #expect(typed.status == 3 && typed.messages.contains(said), "\(why): \(typed.messages)")
        let sent = try server.connection(http.key).send(
          "POST", "/api/v1/persons",
          json:
            #"{"name": "\#(name)", "affiliation": {"party": "MEMBER-A", "validity": {"from": "2020-01-01"}}}"#
        )
        #expect(sent.status == 422 && sent.text.contains(said), "\(why): \(sent.text)")
      }
      #expect(try program.succeed("person", "list", "--json").json.list("items").isEmpty)
    }
  }

  /// "Turkish I, sharp s, Kelvin sign in login ids: … no account overlap": codes are ASCII, and capitals count alike.
  @Test(arguments: [
    ("a Kelvin sign", "\u{212A}ENYA", 2), ("a Turkish capital I", "\u{130}ZMIR", 2),
    ("a sharp s", "stra\u{DF}e", 2),
    ("the same in small letters", "member-a", 5),
  ])
  func codesDoNotOverlap(why: String, code: String, status: Int32) throws {
    try inEmptyFolder { program, _ in
      try program.succeed("organisation", "add", "MEMBER-A", "--kind", "donor", "--name", "Donor A")
      let again = try program.run(["organisation", "add", code, "--kind", "donor", "--name", "Member A"])
      #expect(again.status == status, "\(again.messages)")
      #expect(try program.succeed("organisation", "list", "--json").json.list("items").count == 1)
    }
  }

  private func octets(of person: JSONValue) throws -> [UInt8] {
    Array(try person.text("name").utf8)
  }

  private func before(_ one: [UInt8], _ other: [UInt8]) -> Bool { one.lexicographicallyPrecedes(other) }
}
