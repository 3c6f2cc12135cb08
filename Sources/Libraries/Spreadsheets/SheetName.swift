/// A name that a sheet may have: 1 to 31 UTF-16 units, none of `[]:*?/\`, no apostrophe at either end, unlike that of any
/// other sheet.
struct SheetNames {
  private var taken: Set<String> = []

  /// The name for a title, made fit and unlike those given out before.
  mutating func name(for title: String) -> String {
    let fit = SheetNames.fit(title)
    var (name, count) = (fit, 1)
    while !taken.insert(name.lowercased()).inserted {
      count += 1
      let mark = " (\(count))"
      name = SheetNames.cut(fit, to: SheetNames.mostUnits - mark.utf16.count) + mark
    }
    return name
  }

  private static func fit(_ title: String) -> String {
    let replaced = title.unicodeScalars.map { scalar -> Unicode.Scalar in
      forbidden.contains(scalar) || scalar.properties.generalCategory == .control ? " " : scalar
    }
    var scalars = String.UnicodeScalarView(replaced)[...]
    let isDropped: (Unicode.Scalar) -> Bool = { $0 == "'" || $0.properties.isWhitespace }
    scalars = scalars.drop(while: isDropped)
    while let last = scalars.last, isDropped(last) { scalars = scalars.dropLast() }
    let name = cut(String(scalars), to: mostUnits)
    return name.isEmpty ? "Sheet" : name
  }

  /// The beginning of a text, so many UTF-16 units at the most, with an ellipsis where something is left out.
  static func cut(_ text: String, to most: Int) -> String {
    guard text.utf16.count > most else { return text }
    var (kept, units) = (String.UnicodeScalarView(), 1)
    for scalar in text.unicodeScalars {
      units += scalar.utf16.count
      guard units <= most else { break }
      kept.append(scalar)
    }
    return String(kept) + "…"
  }

  private static let mostUnits = 31
  private static let forbidden: Set<Unicode.Scalar> = ["[", "]", ":", "*", "?", "/", "\\"]
}
