/// Whether a text is an ISO 8601 duration with designators: `P3Y6M4DT12H30M5.25S`, or weeks alone, `P4W`.
///
/// At least one component, in order, each at most once, and one behind every `T`; only the last may have decimals,
/// behind a point or a comma. No sign.
func isDuration(_ text: Span<UInt8>) -> Bool {
  guard text.count >= 3, text[0] == UInt8(ascii: "P") else { return false }
  var components = DurationComponents()
  var position = 1
  while position < text.count {
    if text[position] == UInt8(ascii: "T") {
      guard components.beginTime() else { return false }
      position += 1
      continue
    }
    guard let number = endOfNumber(text, from: position), number.end < text.count,
      components.take(text[number.end], hasDecimals: number.hasDecimals)
    else { return false }
    position = number.end + 1
  }
  return components.isComplete
}

/// How far a duration has come; the order of components is that of their ranks.
private struct DurationComponents {
  private var rank = 0
  private var isInTime = false
  private var isClosed = false
  private(set) var isComplete = false

  mutating func beginTime() -> Bool {
    guard !isInTime, !isClosed else { return false }
    (isInTime, isComplete) = (true, false)
    return true
  }

  mutating func take(_ designator: UInt8, hasDecimals: Bool) -> Bool {
    guard !isClosed, let next = rank(of: designator), next > rank else { return false }
    if designator == UInt8(ascii: "W"), rank > 0 { return false }
    rank = next
    isClosed = hasDecimals || designator == UInt8(ascii: "W")
    isComplete = true
    return true
  }

  private func rank(of designator: UInt8) -> Int? {
    switch (designator, isInTime) {
    case (UInt8(ascii: "Y"), false): 1
    case (UInt8(ascii: "M"), false): 2
    case (UInt8(ascii: "W"), false): 3
    case (UInt8(ascii: "D"), false): 4
    case (UInt8(ascii: "H"), true): 5
    case (UInt8(ascii: "M"), true): 6
    case (UInt8(ascii: "S"), true): 7
    default: nil
    }
  }
}

/// Where the number that begins here ends; nil where none does.
private func endOfNumber(_ text: Span<UInt8>, from start: Int) -> (end: Int, hasDecimals: Bool)? {
  let whole = endOfDigits(text, from: start)
  guard whole > start else { return nil }
  guard whole < text.count, text[whole] == UInt8(ascii: ".") || text[whole] == UInt8(ascii: ",") else {
    return (whole, false)
  }
  let decimals = endOfDigits(text, from: whole + 1)
  return decimals > whole + 1 ? (decimals, true) : nil
}

private func endOfDigits(_ text: Span<UInt8>, from start: Int) -> Int {
  var position = start
  while position < text.count, isDigit(text[position]) { position += 1 }
  return position
}
