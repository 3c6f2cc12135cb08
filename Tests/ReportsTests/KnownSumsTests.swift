import Testing

@testable import Reports

@Suite struct KnownSumsTests {
  @Test(
    "A figure follows from sums where no other has a part in what is left of them",
    arguments: [
      ([[1, 2]], [[1, 2]]), ([[1, 2], [2]], [[1], [2]]), ([[1, 2], [1, 2]], [[1, 2]]),
      // Of four, two together and a third are known.
      ([[1, 2, 3, 4], [1, 2], [3]], [[1, 2], [3], [4]]),
      // Three pairs tell of each; two pairs tell what parts their ends, and of nobody.
      ([[1, 2], [2, 3], [1, 3]], [[1], [2], [3]]), ([[1, 2], [2, 3]], [[2, 3]]),
      ([[1, 2, 3], [3, 4, 5], [1, 2, 4, 5], [4]], [[1, 2], [3], [4], [5]]), ([[]], []), ([], []),
    ] as [([Set<Int>], Set<Set<Int>>)])
  func told(_ sums: [Set<Int>], _ told: Set<Set<Int>>) {
    #expect(KnownSums(sums).told == told)
  }
}
