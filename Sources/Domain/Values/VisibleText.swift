extension Unicode.Scalar {
  /// Whether something of it is seen.
  public var isVisible: Bool {
    !properties.isWhitespace && !properties.isDefaultIgnorableCodePoint && !isControl
  }

  /// Control characters, line separators and the bidirectional overrides that make a text print as another.
  public var isControl: Bool { breaksLine || turnsDirection }

  /// Control characters and line separators.
  public var breaksLine: Bool {
    value == 0x2028 || value == 0x2029 || properties.generalCategory == .control
  }

  /// The embeddings, overrides and isolates of the bidirectional algorithm (UAX #9).
  public var turnsDirection: Bool {
    switch value {
    case 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}

extension String {
  /// Whether something of it is seen; one letter is enough.
  public var isVisible: Bool { unicodeScalars.contains(where: \.isVisible) }

  /// Whether it is one line of text of which something is seen: a title, a name.
  public var isVisibleLine: Bool { isVisible && !unicodeScalars.contains(where: \.isControl) }

  /// Whether it is the address of a page, of http or https: it is shown, and never fetched.
  public var isPageAddress: Bool {
    ["http://", "https://"].contains { utf8.starts(with: $0.utf8) }
      && utf8.allSatisfy { (0x21...0x7E).contains($0) }
  }
}
