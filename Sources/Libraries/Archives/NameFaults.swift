/// What makes a path unsafe on some system that a package may be unpacked on.
///
/// Paths are looked at by scalars: to a `Character`, `/` followed by a combining mark is no `/`.
enum NameFaults {
  typealias Fault = ZipRefusal.NameFault

  static func first(in path: ArraySlice<Unicode.Scalar>) -> Fault? {
    guard let start = path.first else { return .empty }
    if path.contains(where: isControl) { return .controlCharacter }
    if start == "/" { return .absolute }
    if path.dropFirst().first == ":", start.isASCII, start.properties.isAlphabetic { return .driveLetter }
    for part in path.split(separator: "/", omittingEmptySubsequences: false) {
      if let fault = first(inPart: part) { return fault }
    }
    return nil
  }

  private static func first(inPart part: ArraySlice<Unicode.Scalar>) -> Fault? {
    guard let start = part.first, let end = part.last else { return .emptyPart }
    if isMark(start) { return .leadingMark }
    let visible = part.contains(where: { !$0.isASCII }) ? part.filter { !isInvisible($0) }[...] : part
    if visible.allSatisfy({ $0 == "." }) && visible.count < 3 { return .dotPart }
    if end == "." || end.properties.isWhitespace { return .trailingDotOrSpace }
    if isDevice(visible) { return .reservedDevice }
    return nil
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || (0x2028...0x2029).contains(scalar.value)
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return false }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: return true
    default: return false
    }
  }

  /// Marks, and what some systems leave out of a name altogether.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    isMark(scalar) || scalar.properties.isDefaultIgnorableCodePoint
  }

  /// The device names of DOS and Windows, alone or before the first dot, in any case.
  private static func isDevice(_ part: ArraySlice<Unicode.Scalar>) -> Bool {
    var base = part.prefix { $0 != "." }
    while base.last == " " { base.removeLast() }
    guard (3...7).contains(base.count) else { return false }
    var name = String.UnicodeScalarView()
    name.append(contentsOf: base)
    return devices.contains(String(name).uppercased())
  }

  private static let devices: Set<String> = {
    let numbers = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "\u{B9}", "\u{B2}", "\u{B3}"]
    let numbered = ["COM", "LPT"].flatMap { port in numbers.map { port + $0 } }
    return Set(["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", "CLOCK$"] + numbered)
  }()
}
