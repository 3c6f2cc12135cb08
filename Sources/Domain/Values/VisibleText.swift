extension Unicode.Scalar {
  /// Whether something of it is seen.
  public var isVisible: Bool {
    !properties.isWhitespace && !properties.isDefaultIgnorableCodePoint && !isControl
  }

  /// Control characters, line separators and the bidirectional overrides that make a text print as another.
  public var isControl: Bool {
    switch value {
    case 0x202A...0x202E, 0x2066...0x2069, 0x2028, 0x2029: true
    default: properties.generalCategory == .control
    }
  }
}

extension String {
  /// Whether something of it is seen; one letter is enough.
  public var isVisible: Bool { unicodeScalars.contains(where: \.isVisible) }

  /// Whether it is one line of text of which something is seen: a title, a name.
  public var isVisibleLine: Bool { isVisible && !unicodeScalars.contains(where: \.isControl) }
}
