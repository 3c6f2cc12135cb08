/// A group of people, by their numbers, of whom each is counted once.
///
/// Numbers are kept in stretches of 65,536. A stretch that holds few is a list of them, two octets each; one that holds
/// more than 4,096 is a bit for each number, 8 KiB. So a group takes what its people take, and a group of everybody little.
struct Headcount: Hashable {
  private var stretches: [Stretch] = []
  private(set) var count = 0

  /// Counts the person with this number, unless it was counted before.
  mutating func insert(_ number: Int) {
    let place = number >> 16
    while stretches.count <= place { stretches.append(Stretch()) }
    if stretches[place].insert(UInt16(truncatingIfNeeded: number)) { count += 1 }
  }

  /// Counts everybody of another group, unless counted before.
  mutating func formUnion(_ other: Headcount) {
    while stretches.count < other.stretches.count { stretches.append(Stretch()) }
    for (place, stretch) in other.stretches.enumerated() { stretches[place].formUnion(stretch) }
    count = stretches.reduce(0) { $0 + $1.count }
  }

  /// Everybody who belongs to one of some groups.
  static func union(_ groups: some Sequence<Headcount>) -> Headcount {
    groups.reduce(into: Headcount()) { $0.formUnion($1) }
  }

  /// How many belong to this group or to another one, and not to both.
  func differenceCount(from other: Headcount) -> Int {
    count + other.count - 2 * zip(stretches, other.stretches).reduce(0) { $0 + $1.0.commonCount(with: $1.1) }
  }
}

/// The numbers of a group that have all bits but the last 16 in common, by these.
private struct Stretch: Hashable {
  /// As many as take the room of a bit for each number that there can be.
  private static let mostListed = 4096

  /// In their order; empty where there are bits.
  private var listed: [UInt16] = []
  /// A bit for each number; empty while the numbers are listed.
  private var bits: [UInt64] = []
  private(set) var count = 0

  /// Says whether the number is new.
  mutating func insert(_ number: UInt16) -> Bool {
    let isNew = bits.isEmpty ? list(number) : mark(number)
    if isNew { count += 1 }
    if listed.count > Stretch.mostListed { markListed() }
    return isNew
  }

  mutating func formUnion(_ other: Stretch) {
    guard !bits.isEmpty, !other.bits.isEmpty else { return other.forEach { _ = insert($0) } }
    for place in bits.indices { bits[place] |= other.bits[place] }
    count = bits.reduce(0) { $0 + $1.nonzeroBitCount }
  }

  /// How many numbers both have.
  func commonCount(with other: Stretch) -> Int {
    if bits.isEmpty { return listed.reduce(0) { $0 + (other.contains($1) ? 1 : 0) } }
    if other.bits.isEmpty { return other.commonCount(with: self) }
    return zip(bits, other.bits).reduce(0) { $0 + ($1.0 & $1.1).nonzeroBitCount }
  }

  private func contains(_ number: UInt16) -> Bool {
    guard bits.isEmpty else { return bits[Int(number >> 6)] >> UInt64(number & 63) & 1 == 1 }
    let place = place(of: number)
    return place < listed.count && listed[place] == number
  }

  private func forEach(_ body: (UInt16) -> Void) {
    listed.forEach(body)
    for (place, var word) in bits.enumerated() {
      while word != 0 {
        body(UInt16(place << 6 + word.trailingZeroBitCount))
        word &= word - 1
      }
    }
  }

  /// Numbers come mostly in their order: people are numbered as they are met.
  private mutating func list(_ number: UInt16) -> Bool {
    guard let last = listed.last, number <= last else {
      listed.append(number)
      return true
    }
    let place = place(of: number)
    guard listed[place] != number else { return false }
    listed.insert(number, at: place)
    return true
  }

  private mutating func mark(_ number: UInt16) -> Bool {
    let (word, bit) = (Int(number >> 6), UInt64(1) << UInt64(number & 63))
    guard bits[word] & bit == 0 else { return false }
    bits[word] |= bit
    return true
  }

  private mutating func markListed() {
    let numbers = listed
    listed = []
    bits = Array(repeating: 0, count: 1024)
    for number in numbers { _ = mark(number) }
  }

  /// Where a number is listed, or would be: the first place whose number is not less.
  private func place(of number: UInt16) -> Int {
    var (low, high) = (0, listed.count)
    while low < high {
      let middle = (low + high) / 2
      if listed[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
