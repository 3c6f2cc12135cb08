import Testing

@testable import Reports

/// "suppress or merge cells below an agreed size outside the owning party" (domain 5.3), and "suppressed below
/// threshold, also by differencing" (a filter that isolates one person).
@Suite struct SmallCellsTests {
  @Test(
    "A number is small from 1 to 4",
    arguments: [(0, false), (1, true), (4, true), (5, false), (100, false)])
  func threshold(number: Int, isSmall: Bool) {
    #expect(SmallCells(threshold: 5).isSmall(number) == isSmall)
  }

  struct Row: CustomTestStringConvertible, Sendable {
    let name: String
    let counts: [Int]
    var rests: [Int] = []
    var wholeIsHidden = false
    let hidden: [Bool]
    var testDescription: String { name }
  }

  @Test(arguments: [
    Row(name: "nothing small, nothing hidden", counts: [5, 9], hidden: [false, false]),
    Row(name: "no parts", counts: [], hidden: []),
    Row(
      name: "a single small part takes the next smallest with it", counts: [30, 3, 12],
      hidden: [false, true, true]),
    Row(name: "of equals the first goes", counts: [4, 10, 10], hidden: [true, true, false]),
    Row(
      name: "two small parts that count 5 together are enough", counts: [3, 2, 50],
      hidden: [true, true, false]),
    Row(
      name: "two that count 4 together need a third", counts: [2, 2, 50, 9],
      hidden: [true, true, false, true]),
    Row(
      name: "five parts of one person each are known by a sum of five: they take another",
      counts: [1, 1, 1, 1, 1, 20, 9],
      hidden: [true, true, true, true, true, false, true]),
    Row(name: "a part of nobody is shown", counts: [0, 8, 9], hidden: [false, false, false]),
    Row(name: "a part of nobody protects nobody", counts: [0, 3, 9], hidden: [false, true, true]),
    Row(
      name: "a part that leaves a small rest is hidden, with another", counts: [40, 30], rests: [2, 9],
      hidden: [true, true]),
    Row(
      name: "hidden rests that are small together take another part", counts: [40, 30, 60], rests: [2, 1, 9],
      hidden: [true, true, true]),
    Row(name: "a rest of none is shown", counts: [40, 30], rests: [0, 9], hidden: [false, false]),
    Row(
      name: "a part of nobody hides what another leaves, where there is no third", counts: [7, 0],
      rests: [4, 8],
      hidden: [true, true]),
    Row(
      name: "a part of nobody is shown where others will do", counts: [7, 0, 9], rests: [4, 8, 9],
      hidden: [true, false, true]),
    Row(name: "parts of a hidden whole", counts: [50, 60], wholeIsHidden: true, hidden: [true, true]),
  ])
  func hidden(row: Row) {
    var strangers = Strangers()
    let parts = row.counts.indices.map { part in
      SmallCells.Part(
        people: strangers.next(row.counts[part]),
        rests: row.rests.isEmpty ? [] : [strangers.next(row.rests[part])])
    }
    #expect(SmallCells(threshold: 5).hidden(parts, wholeIsHidden: row.wholeIsHidden) == row.hidden)
  }

  /// People whom no other group has.
  private struct Strangers {
    private var met = 0

    mutating func next(_ count: Int) -> Headcount {
      defer { met += count }
      return SmallCellsTests.people(met..<(met + count))
    }
  }

  private static func people(_ numbers: Range<Int>) -> Headcount {
    var people = Headcount()
    for number in numbers { people.insert(number) }
    return people
  }

  @Test(
    "the same people in two parts are counted once",
    arguments: [
      // who is in the first part, in the second and in the third; which are hidden
      (0..<3, 0..<3, 10..<60, [true, true, true]), (0..<3, 2..<5, 10..<60, [true, true, false]),
      (0..<3, 1..<4, 10..<60, [true, true, true]),
    ])
  func overlapping(first: Range<Int>, second: Range<Int>, third: Range<Int>, hidden: [Bool]) {
    let parts = [first, second, third].map { SmallCells.Part(people: Self.people($0)) }
    #expect(SmallCells(threshold: 5).hidden(parts, wholeIsHidden: false) == hidden)
  }
}
