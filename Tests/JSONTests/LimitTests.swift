import JSON
import Testing

struct LimitTests {
  @Test(arguments: [1, 2, 64, 512])
  func depthUpToTheLimitIsAccepted(limit: Int) throws {
    let limits = JSONLimits(depth: limit)
    _ = try JSONDocument(nested(limit), limits: limits)
    #expect(reason(nested(limit + 1), limits) == .depthOverLimit(limit))
  }

  @Test func anEmptyContainerCountsAsALevel() {
    #expect(reason(Array("[{}]".utf8), JSONLimits(depth: 1)) == .depthOverLimit(1))
  }

  @Test func tenMegabytesOfOpeningBracketsAreRefusedAtTheLimit() {
    let refusal = #expect(throws: JSONError.self) {
      try JSONDocument([UInt8](repeating: UInt8(ascii: "["), count: 10 << 20))
    }
    #expect(refusal?.reason == .depthOverLimit(64))
    #expect(refusal?.offset == 64)
  }

  @Test func sizeUpToTheLimitIsAccepted() throws {
    _ = try JSONDocument(Array("[1]".utf8), limits: JSONLimits(sizeBytes: 3))
    #expect(reason(Array("[1] ".utf8), JSONLimits(sizeBytes: 3)) == .sizeOverLimit(3))
  }

  @Test func valuesUpToTheLimitAreAccepted() throws {
    _ = try JSONDocument(Array("[1,{\"a\":2}]".utf8), limits: JSONLimits(values: 4))
    #expect(reason(Array("[1,{\"a\":2}]".utf8), JSONLimits(values: 3)) == .valuesOverLimit(3))
  }

  @Test func manyNamesAreComparedWithoutAQuadraticWalk() throws {
    let document = try JSONDocument(object(names: 100_000))
    #expect(document.root.members?.reduce(0) { count, _ in count + 1 } == 100_000)
    #expect(reason(object(names: 100_000, ending: ",\"n7\":0}")) == .duplicateName)
  }

  @Test func anObjectOfAMillionNamesIsOverTheStandardLimit() {
    #expect(JSONLimits.standard.values == 1_000_000)
    #expect(reason(object(names: 20_000), JSONLimits(values: 20_000)) == .valuesOverLimit(20_000))
  }

  @Test func limitsOutsideTheirRangesAreDrawnIn() {
    let limits = JSONLimits(depth: 9999, sizeBytes: 1 << 40, values: -1)
    #expect(limits.depth == 512)
    #expect(limits.sizeBytes == 268_435_455)
    #expect(limits.values == 1)
    #expect(JSONLimits(depth: 0).depth == 1)
  }

  private func nested(_ levels: Int) -> [UInt8] {
    [UInt8](repeating: UInt8(ascii: "["), count: levels)
      + [UInt8](repeating: UInt8(ascii: "]"), count: levels)
  }

  private func object(names: Int, ending: String = "}") -> [UInt8] {
    var bytes: [UInt8] = [UInt8(ascii: "{")]
    for name in 0..<names { bytes += "\(name == 0 ? "" : ",")\"n\(name)\":0".utf8 }
    return bytes + ending.utf8
  }

  private func reason(_ bytes: [UInt8], _ limits: JSONLimits = .standard) -> JSONError.Reason? {
    #expect(throws: JSONError.self) { try JSONDocument(bytes, limits: limits) }?.reason
  }
}
