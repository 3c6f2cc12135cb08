/// Something a command takes by name: `--name VALUE`, `--name=VALUE`, or a flag `--name`.
public struct Option: Sendable {
  /// The name without its dashes, lower case.
  public let name: String
  /// A one-letter form without its dash, such as `o` for `-o`.
  public let short: String?
  /// What the value is, in capitals, such as `DIR`; nil for a flag.
  public let valueName: String?
  /// What values are good, and how a shell completes them.
  public let kind: ValueKind
  /// Whether it must be given.
  public let isRequired: Bool
  /// Whether it may be given more than once.
  public let isRepeated: Bool
  /// What it does, in a sentence or two.
  public let help: String
  /// Left out of help, suggestions and completions.
  public let isHidden: Bool

  /// An option with a value.
  public static func value(
    _ name: String, _ valueName: String, short: String? = nil, kind: ValueKind = .text,
    isRequired: Bool = false, isRepeated: Bool = false, help: String, isHidden: Bool = false
  ) -> Option {
    Option(
      name: name, short: short, valueName: valueName, kind: kind, isRequired: isRequired,
      isRepeated: isRepeated, help: help, isHidden: isHidden)
  }

  /// An option that is given or not.
  public static func flag(
    _ name: String, short: String? = nil, help: String, isHidden: Bool = false
  ) -> Option {
    Option(
      name: name, short: short, valueName: nil, kind: .text, isRequired: false, isRepeated: false,
      help: help, isHidden: isHidden)
  }

  /// How it is written: `--name VALUE` or `--name`.
  var usage: String { valueName.map { "--\(name) \($0)" } ?? "--\(name)" }
}

/// Something a command takes by its place.
public struct Argument: Sendable {
  /// How often it is given.
  public enum Occurrence: Sendable, Equatable {
    /// Once.
    case required
    /// Once or not at all.
    case optional
    /// Once or more; the last argument only.
    case oneOrMore
    /// Any number of times; the last argument only.
    case anyNumber
  }

  /// Its name, in capitals, such as `CODE`.
  public let name: String
  /// How often it is given.
  public let occurrence: Occurrence
  /// What values are good, and how a shell completes them.
  public let kind: ValueKind
  /// What it is, in a sentence or two.
  public let help: String

  /// An argument of this name.
  public init(_ name: String, _ occurrence: Occurrence = .required, kind: ValueKind = .text, help: String) {
    self.name = name
    self.occurrence = occurrence
    self.kind = kind
    self.help = help
  }

  /// How it is written: `CODE`, `[CODE]`, `CODE…` or `[CODE…]`.
  var usage: String {
    switch occurrence {
    case .required: name
    case .optional: "[\(name)]"
    case .oneOrMore: "\(name)…"
    case .anyNumber: "[\(name)…]"
    }
  }
}

/// What values are good, and how a shell completes them.
public enum ValueKind: Sendable, Equatable {
  /// Any text; completed by nothing.
  case text
  /// The path of a file or folder.
  case file
  /// The path of a folder.
  case folder
  /// One of these words; anything else is refused.
  case choice([String])
  /// Any text; completed by what the program itself tells when it is called with these words: a line for each good
  /// word, with a tab and its meaning behind it where it has one. The words have no white space and no quotes.
  case listed(by: [String])
}
