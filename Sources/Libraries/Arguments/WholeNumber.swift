/// Reads a whole number written in ASCII digits with at most a leading minus.
///
/// Refused: a plus sign, a prefix such as `0x`, separators, spaces, digits of other scripts, `-0`, and numbers
/// that `Int` cannot hold. Leading zeros are taken: `007` is 7.
public func wholeNumber(_ text: String) -> Int? {
  let isNegative = text.utf8.first == UInt8(ascii: "-")
  let digits = text.utf8.dropFirst(isNegative ? 1 : 0)
  guard !digits.isEmpty else { return nil }
  var number = 0
  for digit in digits {
    guard digit >= UInt8(ascii: "0"), digit <= UInt8(ascii: "9") else { return nil }
    let value = Int(digit - UInt8(ascii: "0"))
    let (tens, overflow) = number.multipliedReportingOverflow(by: 10)
    let (sum, carry) = tens.addingReportingOverflow(isNegative ? -value : value)
    guard !overflow, !carry else { return nil }
    number = sum
  }
  return isNegative && number == 0 ? nil : number
}
