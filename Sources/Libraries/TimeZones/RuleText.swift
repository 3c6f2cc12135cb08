/// The text of a rule, read from front to back.
struct RuleText {
  private var rest: ArraySlice<UInt8>

  init(_ octets: some Collection<UInt8>) {
    rest = Array(octets)[...]
  }

  var isAtEnd: Bool { rest.isEmpty }

  func isNext(_ sign: Unicode.Scalar) -> Bool { rest.first == UInt8(ascii: sign) }

  mutating func skip(_ sign: Unicode.Scalar) -> Bool {
    guard isNext(sign) else { return false }
    rest.removeFirst()
    return true
  }

  /// Skips the name of a local time: three letters or more, or anything of letters, digits and signs in `<>`.
  mutating func skipName() -> Bool {
    if skip("<") {
      let name = rest.prefix {
        isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-")
      }
      rest = rest.dropFirst(name.count)
      return name.count >= 3 && skip(">")
    }
    let name = rest.prefix(while: isLetter)
    rest = rest.dropFirst(name.count)
    return name.count >= 3
  }

  /// Reads `[+|-]hh[:mm[:ss]]` as seconds.
  mutating func readTime(hours most: Int) -> Int? {
    let isNegative = skip("-")
    if !isNegative { _ = skip("+") }
    guard let hours = readNumber(0...most) else { return nil }
    var seconds = hours * 3600
    if skip(":") {
      guard let minutes = readNumber(0...59) else { return nil }
      seconds += minutes * 60
      if skip(":") {
        guard let last = readNumber(0...59) else { return nil }
        seconds += last
      }
    }
    return isNegative ? -seconds : seconds
  }

  /// Reads a number of one to three digits within a range.
  mutating func readNumber(_ range: ClosedRange<Int>) -> Int? {
    let digits = rest.prefix(while: isDigit)
    guard (1...3).contains(digits.count) else { return nil }
    rest = rest.dropFirst(digits.count)
    let number = digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    return range.contains(number) ? number : nil
  }

  private func isLetter(_ octet: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(octet | 0x20)
  }

  private func isDigit(_ octet: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(octet)
  }
}
