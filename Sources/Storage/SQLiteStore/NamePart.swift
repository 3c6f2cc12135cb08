/// A part of a name that is looked for: letters in either case, accents composed or not (NFC, NFD).
///
/// The database compares bytes, so that it is asked for the plain letters only; the rest is compared here.
struct NamePart {
  private let letters: [Character]
  private let scalars: [Unicode.Scalar]
  /// The longest run of ASCII letters, digits and other printable characters that stands in every name which holds the
  /// part, in small letters; nil where there is none.
  let plainLetters: String?

  init(_ text: String) {
    let folded = text.lowercased()
    letters = Array(folded)
    scalars = Array(folded.unicodeScalars)
    plainLetters = NamePart.longestPlainRun(in: scalars)
  }

  /// Whether a name holds the part. Characters are equal where they are canonically equivalent; a part of a character,
  /// such as a consonant without its vowel sign, is found as it is written.
  func isHeld(by name: String) -> Bool {
    let folded = name.lowercased()
    return holds(Array(folded), letters) || holds(Array(folded.unicodeScalars), scalars)
  }

  private func holds<Element: Equatable>(_ whole: [Element], _ part: [Element]) -> Bool {
    guard part.count <= whole.count else { return false }
    return (0...(whole.count - part.count)).contains { whole[$0..<$0 + part.count].elementsEqual(part) }
  }

  /// A letter before a mark that combines with it is no plain one: composed, the two are another letter.
  private static func longestPlainRun(in scalars: [Unicode.Scalar]) -> String? {
    var (longest, run) = (String.UnicodeScalarView(), String.UnicodeScalarView())
    for (place, scalar) in scalars.enumerated() {
      let combines =
        place + 1 < scalars.count && scalars[place + 1].properties.canonicalCombiningClass != .notReordered
      if scalar.isASCII, !combines { run.append(scalar) } else { run = String.UnicodeScalarView() }
      if run.count > longest.count { longest = run }
    }
    return longest.isEmpty ? nil : String(longest)
  }
}
