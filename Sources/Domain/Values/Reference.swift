/// How people point at a thing that has a code: by its code or by its identifier.
public enum Reference<Subject>: Sendable, Hashable, CustomStringConvertible {
  case id(Identifier<Subject>)
  case code(Code<Subject>)

  /// Reads an identifier where the text is one, else a code; nil where it is neither.
  public init?(_ text: some StringProtocol) {
    if let id = Identifier<Subject>(text) {
      self = .id(id)
    } else if let code = Code<Subject>(text) {
      self = .code(code)
    } else {
      return nil
    }
  }

  public var description: String {
    switch self {
    case .id(let id): id.description
    case .code(let code): code.description
    }
  }
}
