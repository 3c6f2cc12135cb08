import Certification
import Operations
import Testing
import Values

/// “A draft against what is in force”, and versions side by side.
@Suite("Differences of schemes") struct SchemeDiffTests {
  private let scene: Scene
  private var house: House { scene.house }

  init() throws {
    scene = try Scene(House())
  }

  private func revise(_ months: Int) throws {
    _ = try house.perform(
      ReviseScheme(
        scheme: .code(scene.scheme),
        rules: .init(
          kind: .achievement, course: .code(#require(.init("Origin-of-goods"))), minimumScore: nil,
          validity: .months(months), timeZone: "UTC")))
  }

  private func sentences(from: Int? = nil, to: Int? = nil) throws -> [String] {
    try house.answer(DiffScheme(.code(scene.scheme), from: from, to: to)).differences.map(\.sentence)
  }

  @Test func theVersionInForceIsSetBesideTheOneBefore() throws {
    try revise(24)
    try revise(36)
    #expect(try sentences() == ["the months that it holds: 24 before, now 36"])
    #expect(try sentences(from: 1) == ["the months that it holds: 12 before, now 36"])
    #expect(try sentences(to: 2) == ["the months that it holds: 12 before, now 24"])
    #expect(try sentences(from: 3, to: 1) == ["the months that it holds: 36 before, now 12"])
    #expect(try sentences(to: 1).count == 6, "of the first, all that it says")
    #expect(throws: UnusableValue.self) { try sentences(to: 4) }
  }

  @Test func aDraftIsSetBesideWhatIsInForce() throws {
    let exported = String(
      decoding: try house.answer(ExportScheme(.code(scene.scheme))), as: UTF8.self)
    let draft = exported.replacing(
      "</scheme>",
      with: """
        <version number="2" kind="completion" course="Origin-of-goods" time-zone="UTC"/></scheme>
        """)
    func diff(_ text: String) throws -> DraftDiff {
      try house.registrar.diff(Array(text.utf8), name: "draft.xml", as: .owner)
    }
    let found = try diff(draft)
    #expect(found.diff?.from == 1 && found.diff?.to == 2)
    #expect(
      found.diff?.differences.map(\.sentence) == [
        "what it attests: achievement before, now completion",
        "the months that it holds: 12 before, now nothing",
      ])
    #expect(try diff(exported).diff?.differences == [], "as it is exported, nothing differs")
    #expect(try diff(draft.replacing("Origin-of-goods", with: "NONE")).diff == nil)
    #expect(try house.answer(ShowScheme(.code(scene.scheme))).versions.count == 1)
  }
}
