/// How many columns of a terminal a text takes, as far as Unicode tells: East Asian wide scalars take two, marks that
/// combine with the one before take none.
func displayWidth(_ text: String) -> Int {
  text.unicodeScalars.reduce(0) { $0 + displayWidth($1) }
}

/// The longest beginning of a text that takes at most so many columns, with `…` as its last where something is cut.
func fitted(_ text: String, columns: Int) -> String {
  guard displayWidth(text) > columns else { return text }
  var kept = String.UnicodeScalarView()
  var taken = 1
  for scalar in text.unicodeScalars {
    taken += displayWidth(scalar)
    if taken > columns { break }
    kept.append(scalar)
  }
  kept.append("…")
  return String(kept)
}

/// A text with spaces behind it up to so many columns.
func padded(_ text: String, columns: Int) -> String {
  text + String(repeating: " ", count: max(0, columns - displayWidth(text)))
}

/// A text that leaves the order of its neighbours alone: between isolates where it has letters that are written from right
/// to left, which would else draw the numbers behind it to their other side.
func isolated(_ text: String) -> String {
  text.unicodeScalars.contains(where: isRightToLeft) ? "\u{2068}\(text)\u{2069}" : text
}

/// The blocks of Hebrew, Arabic and the other scripts of that direction, as blocks.
private func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFE, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
  default: false
  }
}

private func displayWidth(_ scalar: Unicode.Scalar) -> Int {
  if scalar.value < 0x300 { return 1 }
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format: return 0
  default: return isMedialJamo(scalar) ? 0 : isWide(scalar) || isPicture(scalar) ? 2 : 1
  }
}

/// Emoji that are shown as pictures; the letters of flags come in pairs and take one column each.
private func isPicture(_ scalar: Unicode.Scalar) -> Bool {
  scalar.properties.isEmojiPresentation && !(0x1F1E6...0x1F1FF ~= scalar.value)
}

/// The vowels and final consonants of Hangul syllables join the consonant before them.
private func isMedialJamo(_ scalar: Unicode.Scalar) -> Bool {
  0x1160...0x11FF ~= scalar.value
}

/// The blocks that UAX #11 gives the width W or F, as blocks: a few scalars in them are neither.
private func isWide(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
    0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
    0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1FAFF, 0x20000...0x3FFFD:
    true
  default: false
  }
}

/// A text that cannot move the cursor or turn its neighbours round: control characters, line separators and
/// bidirectional overrides are shown by their numbers.
func shown(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: isDisruptive) else { return text }
  var visible = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    if isDisruptive(scalar) {
      visible.append(contentsOf: "\\u{\(String(scalar.value, radix: 16))}".unicodeScalars)
    } else {
      visible.append(scalar)
    }
  }
  return String(visible)
}

private func isDisruptive(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x202A...0x202E, 0x2066...0x2069, 0x2028, 0x2029: true
  default: scalar.properties.generalCategory == .control
  }
}
