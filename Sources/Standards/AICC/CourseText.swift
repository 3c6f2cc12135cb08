import ContentPackaging

/// The text of a course file: UTF-8 where it is that, else windows-1252.
struct CourseText {
  let file: String
  let text: String
  let isUTF8: Bool

  init(file: String, octets: [UInt8]) {
    self.file = file
    let body = octets.starts(with: [0xEF, 0xBB, 0xBF]) ? octets.dropFirst(3) : octets[...]
    let utf8 = String(validating: body, as: UTF8.self)
    isUTF8 = utf8 != nil
    text = utf8 ?? String(String.UnicodeScalarView(body.map(CourseText.scalar)))
  }

  /// The character of an octet in windows-1252; its five octets without one stand for themselves.
  private static func scalar(_ octet: UInt8) -> Unicode.Scalar {
    guard (0x80...0x9F).contains(octet) else { return Unicode.Scalar(octet) }
    return upper[Int(octet) - 0x80]
  }

  private static let upper: [Unicode.Scalar] = [
    "\u{20AC}", "\u{81}", "\u{201A}", "\u{192}", "\u{201E}", "\u{2026}", "\u{2020}", "\u{2021}",
    "\u{2C6}", "\u{2030}", "\u{160}", "\u{2039}", "\u{152}", "\u{8D}", "\u{17D}", "\u{8F}",
    "\u{90}", "\u{2018}", "\u{2019}", "\u{201C}", "\u{201D}", "\u{2022}", "\u{2013}", "\u{2014}",
    "\u{2DC}", "\u{2122}", "\u{161}", "\u{203A}", "\u{153}", "\u{9D}", "\u{17E}", "\u{178}",
  ]
}
