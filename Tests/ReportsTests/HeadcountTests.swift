import People
import Testing
import Values

@testable import Reports

/// “Persons are different people, each counted once” (domain 7.4, 19): groups of people against plain sets, at the limits
/// of how they are kept.
@Suite("Groups of people count each once")
struct HeadcountTests {
  @Test(
    "however many, and in whatever order they are met",
    arguments: [
      // below, how many are drawn, seed
      (10, 40, 1), (4_096, 20_000, 2), (65_536, 4_096, 3), (65_536, 4_097, 4), (65_537, 30_000, 5),
      (300_000, 20_000, 6), (140_000, 100_000, 7),
    ])
  func counted(bound: Int, drawn: Int, seed: UInt64) {
    var numbers = Draws(seed: seed)
    let (one, other) = (numbers.draw(drawn, below: bound), numbers.draw(drawn / 3, below: bound))
    let (first, second) = (Self.people(one), Self.people(other))
    #expect(first.count == Set(one).count)
    #expect(Headcount.union([first, second]).count == Set(one).union(other).count)
    #expect(first.differenceCount(from: second) == Set(one).symmetricDifference(other).count)
    #expect(second.differenceCount(from: first) == Set(one).symmetricDifference(other).count)
  }

  @Test("the same people are the same group, in whatever order they were met")
  func same() {
    var numbers = Draws(seed: 8)
    let drawn = numbers.draw(9_000, below: 100_000)
    #expect(Self.people(drawn) == Self.people(drawn.sorted()))
    #expect(Self.people(drawn) == .union([Self.people(drawn), Self.people(Array(drawn.prefix(50)))]))
  }

  @Test("a person keeps the number of first sight, among any number of people")
  func numbers() {
    var people = PersonNumbers()
    let met = (0..<5_000).map { Identifier<Person>(UUID(high: UInt64($0 % 3), low: UInt64($0 / 3))) }
    #expect(met.map { people.number(of: $0) } == Array(0..<5_000))
    #expect(met.reversed().map { people.number(of: $0) } == (0..<5_000).reversed())
  }

  private static func people(_ numbers: [Int]) -> Headcount {
    var people = Headcount()
    for number in numbers { people.insert(number) }
    return people
  }

  /// Numbers that look drawn and are the same for the same seed.
  private struct Draws {
    var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func draw(_ count: Int, below bound: Int) -> [Int] {
      (0..<count).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % bound
      }
    }
  }
}
