/// One command of a program, or a group of commands when it has subcommands.
public struct Command: Sendable {
  /// The word that calls it; for the whole program, the program's name.
  public let name: String
  /// One sentence on what it does.
  public let summary: String
  /// More to know, in paragraphs separated by empty lines.
  public let discussion: String
  /// Ways to call it, shown first in its help.
  public let examples: [Example]
  /// What it takes by place, in order. A group takes nothing by place.
  public let arguments: [Argument]
  /// What it takes by name, besides the program's global options.
  public let options: [Option]
  /// The commands of a group.
  public let subcommands: [Command]
  /// Left out of lists, suggestions and completions, but called like any other.
  public let isHidden: Bool

  /// A command that does something.
  public init(
    _ name: String, summary: String, discussion: String = "", examples: [Example] = [],
    arguments: [Argument] = [], options: [Option] = [], isHidden: Bool = false
  ) {
    self.name = name
    self.summary = summary
    self.discussion = discussion
    self.examples = examples
    self.arguments = arguments
    self.options = options
    self.subcommands = []
    self.isHidden = isHidden
  }

  /// A group of commands, or a whole program.
  public init(
    _ name: String, summary: String, discussion: String = "", examples: [Example] = [],
    subcommands: [Command], isHidden: Bool = false
  ) {
    self.name = name
    self.summary = summary
    self.discussion = discussion
    self.examples = examples
    self.arguments = []
    self.options = []
    self.subcommands = subcommands
    self.isHidden = isHidden
  }
}

/// A way to call a command, and what it does.
public struct Example: Sendable {
  /// The line to type, the program's name included.
  public let line: String
  /// What it does, as a sentence.
  public let meaning: String

  /// An example of this line and meaning.
  public init(_ line: String, _ meaning: String) {
    self.line = line
    self.meaning = meaning
  }
}

extension Command {
  /// The subcommand of this name.
  func subcommand(_ name: String) -> Command? { subcommands.first { $0.name.isSameText(as: name) } }

  var listedSubcommands: [Command] { subcommands.filter { !$0.isHidden } }
}

extension String {
  /// Whether the bytes are the same: `==` would also take a Kelvin sign for a `K`.
  func isSameText(as other: String) -> Bool { utf8.elementsEqual(other.utf8) }
}
