/// What two names have in common that a reader cannot tell apart. Names are stored as typed and compared by this, and
/// only to warn: two people may well have one name.
///
/// Alike are names that differ only in how accents are composed (NFC, NFD), in capitals, in white space, in characters
/// that do not show (soft hyphen, zero-width joiner, tag characters), or in letters of Cyrillic and Greek that look like
/// Latin ones. Cost grows with the name's length.
public struct NameLikeness: Sendable, Hashable {
  private let key: String

  public init(of name: String) {
    var scalars = String.UnicodeScalarView()
    for scalar in name.unicodeScalars where !scalar.properties.isDefaultIgnorableCodePoint {
      guard !scalar.properties.isWhitespace else {
        if let last = scalars.last, last != " " { scalars.append(" ") }
        continue
      }
      for folded in scalar.properties.lowercaseMapping.unicodeScalars {
        scalars.append(NameLikeness.lookalikes[folded] ?? folded)
      }
    }
    if scalars.last == " " { scalars.removeLast() }
    // Strings are equal, and hash alike, where they are canonically equivalent.
    key = String(scalars)
  }

  /// Small letters of other scripts that are printed like a Latin one (Unicode Technical Standard #39, the letters that
  /// whole names are written with), and the small forms of capitals that are.
  private static let lookalikes: [Unicode.Scalar: Unicode.Scalar] = [
    "а": "a", "е": "e", "о": "o", "р": "p", "с": "c", "у": "y", "х": "x", "і": "i", "ј": "j", "ѕ": "s",
    "һ": "h", "ԁ": "d", "ԛ": "q", "ԝ": "w", "в": "b", "к": "k", "м": "m", "н": "h", "т": "t",
    "α": "a", "ο": "o", "ν": "v", "ρ": "p", "ι": "i", "κ": "k", "τ": "t", "υ": "u", "χ": "x", "γ": "y",
    "ı": "i", "ſ": "s",
  ]
}
