import JSON
import Testing

/// A text damaged in any way is refused, or is another text that can be read and written again unchanged.
struct DamageTests {
  static let statement = Array(
    #"""
    {"id":"7ccd3322-e1a5-411a-a67d-6a735c76f119","actor":{"name":"Officer \u00c9lo\u00efse","mbox":"mailto:o@example.org"},
     "verb":{"id":"http://adlnet.gov/expapi/verbs/passed","display":{"en":"passed","ar":"نجح","zh":"通过"}},
     "object":{"id":"https://example.org/a/1"},"result":{"score":{"scaled":0.850,"raw":-1.5e+1},"success":true,
     "extensions":{"https://example.org/x":[null,{},[],"","\ud83d\ude00",1e-7,false]}}}
    """#.utf8)

  @Test func cutAtAnyOctetItIsRefused() {
    for length in 0..<Self.statement.count {
      #expect(throws: JSONError.self, "cut to \(length)") {
        try JSONDocument(Array(Self.statement[..<length]))
      }
    }
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func withOctetsChangedItIsRefusedOrReadRightly(seed: UInt64) throws {
    var generator = SplitMix(state: seed)
    for _ in 0..<1_000 {
      var damaged = Self.statement
      for _ in 0...Int.random(in: 0..<4, using: &generator) {
        damaged[Int.random(in: 0..<damaged.count, using: &generator)] = UInt8.random(
          in: 0...255, using: &generator)
      }
      guard let document = accepted(damaged) else { continue }
      let copy = try JSONDocument(copied(document.root))
      #expect(copy.root.isEquivalent(to: document.root))
    }
  }

  @Test func undamagedItIsWrittenAgainWithTheSameMeaning() throws {
    let document = try JSONDocument(Self.statement)
    let copy = copied(document.root)
    #expect(try JSONDocument(copy).root.isEquivalent(to: document.root))
    #expect(try copied(JSONDocument(copy).root) == copy)
  }

  private func accepted(_ bytes: [UInt8]) -> JSONDocument? {
    do {
      return try JSONDocument(bytes)
    } catch {
      #expect((0...bytes.count).contains(error.offset))
      #expect(error.line >= 1 && error.column >= 1)
      return nil
    }
  }

  /// Takes a value apart and writes it anew, nothing passed through.
  private func copied(_ value: JSONValue) -> [UInt8] {
    var writer = JSONWriter()
    write(value, to: &writer)
    return writer.bytes
  }

  private func write(_ value: JSONValue, to writer: inout JSONWriter) {
    if let text = value.string {
      writer.string(text)
    } else if let number = value.number {
      writer.number(exactly: number.text)
    } else if let truth = value.boolean {
      writer.boolean(truth)
    } else if let elements = value.elements {
      writer.array(elements) { write($1, to: &$0) }
    } else if let members = value.members {
      writer.object { object in
        for member in members { object.member(member.name.string) { write(member.value, to: &$0) } }
      }
    } else {
      writer.null()
    }
  }
}

/// A generator with a fixed seed, so that every run damages alike.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
