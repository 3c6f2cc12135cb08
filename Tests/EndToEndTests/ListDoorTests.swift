import Files
import JSON
import ProgramDriver
import Testing

/// The lists of names at both doors, as of an instant.
@Suite struct ListDoorTests {
  /// A list as a command and as a request, without its format.
  private struct Asked {
    let words: [String]
    let path: String

    /// - Parameter subject: the parameter of the request that stands without a name in the command.
    init(
      _ list: String, of subject: (name: String, value: String)? = nil,
      _ parameters: KeyValuePairs<String, String>
    ) {
      words =
        ["report", list] + (subject.map { [$0.value] } ?? [])
        + parameters.flatMap { ["--\($0.key)", $0.value] }
      let named = (subject.map { [$0] } ?? []) + parameters.map { (name: $0.key, value: $0.value) }
      path = "/api/v1/reports/\(list)?" + named.map { "\($0.name)=\($0.value)" }.joined(separator: "&")
    }
  }

  private static let cutOff = "2026-07-01T00:00:00Z"

  private static func lists(_ program: Program) throws -> [Asked] {
    let persons = try program.run(["person", "list", "--limit", "1", "--json"]).json["items"]?.elements
    let person = try #require(persons.flatMap { Array($0).first }?["id"]?.string)
    return [
      Asked("session", of: ("session", "DEMO-S2"), ["cut-off": cutOff]),
      Asked("transcript", of: ("person", person), ["cut-off": cutOff]),
      Asked("expiring", ["from": "2026-01-01", "to": "2030-12-31", "cut-off": cutOff]),
      Asked("experts", ["from": "2026-01-01", "to": "2026-01-31", "cut-off": cutOff]),
      Asked("experts", ["category": "TOA", "cut-off": "2025-06-30T00:00:00Z"]),
      Asked("assessors", ["from": "2024-01-01", "to": "2026-06-30", "cut-off": cutOff]),
    ]
  }

  @Test("every list as of an instant is the same bytes at both doors, and again")
  func theSame() throws {
    try inEmptyFolder { program, _ in
      try program.succeed("demo", "generate", "--members", "6", "--persons", "80", "--seed", "2")
      let server = try RunningServer(program)
      let connection = try server.connection(try Key.create(program))
      for asked in try Self.lists(program) {
        for format in ["xml", "json", "html"] {
          let typed = try program.run(asked.words + ["--format", format])
          let sent = try connection.send("GET", asked.path + "&format=\(format)")
          #expect(typed.status == 0 && sent.status == 200, "\(asked.words) \(typed.messages)")
          #expect(typed.text == sent.text && !sent.text.isEmpty, "\(asked.words) \(format)")
          #expect(try connection.send("GET", asked.path + "&format=\(format)").text == sent.text)
        }
      }
    }
  }

  @Test("the register of experts of an earlier instant knows nothing of what was recorded later")
  func earlier() throws {
    try inEmptyFolder { program, _ in
      try program.succeed("demo", "generate", "--members", "6", "--persons", "80", "--seed", "2")
      func count(_ cutOff: String) throws -> Int {
        try Self.rows(["report", "experts", "--cut-off", cutOff], program).count
      }
      #expect(try count("2024-01-01T00:00:00Z") == 0)
      // Two are pre-accredited, two recognized, three accredited: of these one is at rest by July, and one's term is over.
      #expect(try count("2025-10-01T00:00:00Z") == 7)
      #expect(try count(Self.cutOff) == 5)
    }
  }

  /// The rows of all blocks of a list.
  private static func rows(_ words: [String], _ program: Program) throws -> [JSONValue] {
    let blocks = try #require(try program.run(words + ["--format", "json"]).json["blocks"]?.elements)
    return blocks.flatMap { block in block["rows"]?.elements.map { Array($0) } ?? [] }
  }

  private static let reader = "/usr/bin/pdftotext"

  private static var hasReader: Bool {
    do { return try FileStatus.ifPresent(at: reader) != nil } catch { return false }
  }

  @Test("a reader of PDF reads every certificate number and every day on one line", .enabled(if: hasReader))
  func unbroken() throws {
    try inEmptyFolder { program, folder in
      try program.succeed("demo", "generate", "--members", "6", "--persons", "80", "--seed", "2")
      for asked in try Self.lists(program) {
        let told = try Self.rows(asked.words, program).flatMap { row in
          ["number", "valid-to", "enrolled-on", "ended-on", "since"].compactMap { row[$0]?.string }
        }
        #expect(try program.run(asked.words + ["--format", "pdf", "--out", folder("list.pdf")]).status == 0)
        let read = try program.run(program: [Self.reader, "-layout", folder("list.pdf"), "-"]).text
        for text in told { #expect(read.contains(text), "\(asked.words[1]): \(text)") }
      }
    }
  }
}
