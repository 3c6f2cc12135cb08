import Catalogue
import Testing
import Values

@Suite struct CourseVersionStateTests {
  private static let refused: CourseVersionState? = nil

  private static let table: [(CourseVersionState, CourseVersionState.Event, CourseVersionState?)] = [
    (.accepted, .publish, .published),
    (.accepted, .supersede, refused),
    (.accepted, .retire, .retired),

    (.published, .publish, refused),
    (.published, .supersede, .superseded),
    (.published, .retire, .retired),

    (.superseded, .publish, refused),
    (.superseded, .supersede, refused),
    (.superseded, .retire, .retired),

    (.retired, .publish, refused),
    (.retired, .supersede, refused),
    (.retired, .retire, refused),
  ]

  @Test("From a state, by an event, to a state or refused", arguments: table)
  func transition(from: CourseVersionState, event: CourseVersionState.Event, to: CourseVersionState?) throws {
    if let to {
      #expect(try from.after(event) == to)
    } else {
      #expect(throws: CourseVersionState.Refusal.notFrom(from, event)) { try from.after(event) }
    }
  }

  @Test func everyPairIsStatedOnce() {
    let pairs = Set(Self.table.map { "\($0.0) \($0.1)" })
    #expect(Self.table.count == CourseVersionState.allCases.count * CourseVersionState.Event.allCases.count)
    #expect(pairs.count == Self.table.count)
  }

  /// "Accepted as an outline: it cannot be published until the files are there."
  @Test(
    "Publishing a version",
    arguments: [
      (.accepted, 0, nil), (.accepted, 1, .outline(missingFiles: 1)),
      (.accepted, 12, .outline(missingFiles: 12)),
      (.published, 0, .notFrom(.published, .publish)), (.retired, 0, .notFrom(.retired, .publish)),
    ] as [(CourseVersionState, Int, CourseVersionState.Refusal?)])
  func publishing(state: CourseVersionState, missingFiles: Int, refusal: CourseVersionState.Refusal?) throws {
    let version = Example.version(missingFiles: missingFiles, state: state)
    #expect(version.isOutline == (missingFiles > 0))
    if let refusal {
      #expect(throws: refusal) { try version.published() }
    } else {
      #expect(try version.published() == .published)
    }
  }
}
