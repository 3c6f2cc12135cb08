/// The extra fields of a header (APPNOTE 4.5): pieces of two octets of kind, two of length, then content.
struct ExtraFields {
  private let octets: [UInt8]

  init(_ octets: [UInt8]) {
    self.octets = octets
  }

  /// The content of the first field of a kind. What is left over at the end, as some writers pad, is ignored.
  func content(of kind: Int) -> [UInt8]? {
    var place = 0
    while place + 4 <= octets.count {
      let end = place + 4 + octets.number16(at: place + 2)
      guard end <= octets.count else { return nil }
      if octets.number16(at: place) == kind { return Array(octets[place + 4..<end]) }
      place = end
    }
    return nil
  }

  /// Replaces the numbers that a header gives as all ones by those of the zip64 field (APPNOTE 4.5.3), which
  /// holds only these, in this order. Nil where the field is missing or too short.
  func completing(_ numbers: [Int]) -> [Int]? {
    guard numbers.contains(0xFFFF_FFFF) else { return numbers }
    guard let content = content(of: 0x0001) else { return nil }
    var place = 0
    var completed: [Int] = []
    for number in numbers {
      guard number == 0xFFFF_FFFF else {
        completed.append(number)
        continue
      }
      guard place + 8 <= content.count else { return nil }
      completed.append(content.number64(at: place))
      place += 8
    }
    return completed
  }
}
