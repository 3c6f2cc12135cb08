/// The character set of names that say nothing else (APPNOTE appendix D).
enum CodePage437 {
  private static let upperHalf = Array(
    ("ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧"
      + "╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{A0}").unicodeScalars)

  static func decode(_ octets: [UInt8]) -> String {
    var text = String.UnicodeScalarView()
    for octet in octets {
      text.append(octet < 0x80 ? Unicode.Scalar(octet) : upperHalf[Int(octet) - 0x80])
    }
    return String(text)
  }
}
