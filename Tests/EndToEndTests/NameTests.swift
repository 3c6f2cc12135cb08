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
    ("a right-to-left override", "Ana\u{202E}airaM"), ("an isolate that is not ended", "\u{2067}Ana"),
  ]

  /// The names that are none, with what the refusal speaks of.
  static let refused: [(why: String, name: String, said: String)] = [
    ("a delete character", "Ana\u{7F}", "U+7F"), ("a line separator", "Ana\u{2028}Maria", "U+2028"),
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

  /// "one comparison key, warning on confusables": at both doors, as rosters do.
  @Test(arguments: [
    ("composed otherwise", "Jos\u{E9}", "Jose\u{301}", 1), ("a Cyrillic capital A", "Ann", "\u{410}nn", 1),
    ("a joiner that does not show", "Ann", "A\u{200D}nn", 1), ("another name", "Ann", "Anna", 0),
    ("an override of the direction", "Ann", "Bob\u{202E}boB", 1),
  ])
  func whoeverIsNamedAlikeIsWarnedOf(why: String, recorded: String, name: String, warnings: Int) throws {
    try inEmptyFolder { program, _ in
      let server = try RunningServer(program)
      let http = try HTTPDoor(program, server)
      for party in ["A", "B"] {
        _ = try http.addOrganisation(party, kind: "member", region: "ESA", name: party)
        try program.succeed("person", "add", recorded, "--organisation", party, "--from", "2020-01-01")
      }
      let typed = try program.succeed(
        "person", "add", name, "--organisation", "A", "--from", "2020-01-01", "--json")
      #expect(try typed.json.list("warnings").count == warnings, "\(why): \(typed.text)")
      let lines = typed.messages.split(separator: "\n").filter { $0.hasPrefix("Warning: the name ") }
      #expect(lines.count == warnings, "\(typed.messages)")
      let sent = try server.connection(http.key).send(
        "POST", "/api/v1/persons",
        json: #"{"name": "\#(name)", "affiliation": {"party": "B", "validity": {"from": "2020-01-01"}}}"#)
      #expect(sent.status == 201)
      #expect(try sent.json.list("warnings").count == warnings, "\(why): \(sent.text)")
    }
  }

  /// "one comparison key": a name is found however its accents are composed, in the search and in the record.
  @Test(arguments: ["Jos\u{E9}", "Jose\u{301}", "jos\u{E9}", "JOSE\u{301}", "s\u{E9} M"])
  func aNameIsFoundHoweverItIsComposed(part: String) throws {
    try inEmptyFolder { program, _ in
      let server = try RunningServer(program)
      let http = try HTTPDoor(program, server)
      for name in ["Jos\u{E9} Maria", "Jose\u{301} Maria", "JOS\u{C9} MARIA", "Jose Maria", "Mario"] {
        try program.succeed("person", "add", name)
      }
      let listed = try program.succeed("person", "list", "--name", part, "--json").json.list("items")
      #expect(listed.count == 3, "\(listed)")
      let encoded = part.utf8.map { "%" + String($0, radix: 16, uppercase: true) }.joined()
      var found: [String] = []
      var next = ""
      repeat {
        let page = try server.connection(http.key).send(
          "GET", "/api/v1/persons?name=\(encoded)&limit=1&after=\(next)")
        found += try page.json.list("items").map { try $0.text("id") }
        next = try page.json["next"]?.string ?? ""
      } while !next.isEmpty
      #expect(try found == listed.map { try $0.text("id") })
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
