import Enrolment
import JSON
import Operations
import Testing
import Values

/// A statement "is considered voided if and only if it is not itself a voiding Statement and the LRS also contains a
/// voiding Statement referring to it" (xAPI 1.0.3 Data 2.3.2): in whatever order the two came.
@Suite struct VoidingOrderTests {
  /// `T` says that the lesson was passed, `V` voids T, `X` voids T under an id that `W` voids.
  enum Letter: String, CaseIterable {
    case target = "T"
    case voiding = "V"
    case voided = "X"
    case other = "W"

    var id: String { "0197f000-0000-7000-8000-00000000000\(Letter.allCases.firstIndex(of: self) ?? 0)" }
  }

  @Test(
    "Requests with a space between them, each of one or several statements",
    arguments: [
      ("T", .completed), ("T V", .started), ("V T", .started), ("TV", .started), ("VT", .started),
      ("V T T", .started),
      ("W T X", .started), ("W X T", .started), ("T WX", .started), ("WX T", .started), ("WXT", .started),
      ("WTX", .started), ("TWX", .started), ("X T", .started), ("XT", .started), ("W T", .completed),
    ] as [(String, EnrolmentState)])
  func order(requests: String, state: EnrolmentState) throws {
    let scene = try Scene(House())
    try scene.send(verb: "completed")
    for request in requests.split(separator: " ") { try send(String(request), scene) }
    #expect(try scene.state == state)
    for letter in Letter.allCases where requests.contains(letter.rawValue) {
      let isVoided = letter == .target && state == .started
      let found = try scene.house.answer(GetStatement(id: #require(UUID(letter.id)), isVoided: isVoided))
      #expect(found != nil, "\(letter.rawValue) \(isVoided ? "is" : "is not") voided")
    }
    #expect(try scene.house.registrar.check(databaseFaults: [], as: .owner).faults.isEmpty)
  }

  @Test(
    "What voids a voiding statement that is stored is refused, and all that came with it",
    arguments: ["X W", "XW", "X WT", "X TW"])
  func ofAVoidingStatement(requests: String) throws {
    let scene = try Scene(House())
    try scene.send(verb: "completed")
    #expect(throws: VoidingRefused.self) {
      for request in requests.split(separator: " ") { try send(String(request), scene) }
    }
    #expect(try scene.state == .started)
    #expect(try scene.house.registrar.check(databaseFaults: [], as: .owner).faults.isEmpty)
  }

  private func send(_ letters: String, _ scene: Scene) throws {
    let texts = letters.compactMap { Letter(rawValue: String($0)) }.map { letter in
      switch letter {
      case .target: scene.statement(verb: "passed", scaled: "0.9", id: letter.id)
      case .voiding, .voided: Scene.voiding(Letter.target.id, id: letter.id)
      case .other: Scene.voiding(Letter.voided.id, id: letter.id)
      }
    }
    try scene.send(texts)
  }
}
