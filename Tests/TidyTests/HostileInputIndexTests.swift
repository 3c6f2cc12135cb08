import Testing

/// The index is read as it is written, and an entry that is wrong is found.
@Suite struct HostileInputIndexTests {
  private static let tests = """
    @Suite struct SeatTests {
      struct Row: Sendable {
        func plain() {}
      }

      @Test(arguments: [
        ("one", 1),
      ])
      func seats(_ name: String) {}

      @Test func `names, and more`() throws {}
      private func helps() {}
    }

    struct OtherTests {
      @Test("Told") func told() {}
    }
    """

  @Test func `the tests of a file are found with their suites`() {
    #expect(
      declaredTests(in: HostileInputIndexTests.tests, target: "SeatsTests") == [
        "SeatsTests/SeatTests/seats", "SeatsTests/SeatTests/names, and more", "SeatsTests/OtherTests/told",
      ])
  }

  @Test(arguments: [
    ("| 7 | much | `SeatsTests/SeatTests/seats` `SeatsTests/OtherTests/told` |", [String]()),
    ("| 7 | much | Not yet: it is not built. |", []),
    ("| 7 | much | |", ["row 7 names no test"]),
    ("| 7 | much | nothing |", ["row 7 names no test"]),
    ("| 7 | much | `SeatsTests/SeatTests/gone` |", ["there is no test SeatsTests/SeatTests/gone"]),
    ("| 8 | much | `SeatsTests/SeatTests/seats` |", ["row 7 is missing"]),
  ])
  func `a row that is missing or wrong is found`(line: String, words: [String]) {
    let known = Set(declaredTests(in: HostileInputIndexTests.tests, target: "SeatsTests"))
    let index = HostileInputIndex("| row | input | tests |\n|---|---|---|\n" + line, path: "INDEX.md")
    #expect(index.offences(expecting: [7], among: known).map(\.words) == words)
  }
}
