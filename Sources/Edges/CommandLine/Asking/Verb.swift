internal import Arguments

/// One command: how it is called, what it wants of the data folder, and what it does.
struct Verb: Sendable {
  /// What a command needs before it can do anything.
  enum Need: Sendable, Equatable {
    case nothing
    /// The path of a data folder, and nothing that is in it.
    case folder
    case records(Access)
    case serving
  }

  let command: Command
  let need: @Sendable (Given) -> Need
  let carryOut: @Sendable (Errand) throws -> ExitStatus

  /// A command that always needs the same.
  init(
    _ name: String, _ need: Need, summary: String, discussion: String = "", examples: [Example] = [],
    arguments: [Argument] = [], options: [Option] = [],
    carryOut: @escaping @Sendable (Errand) throws -> ExitStatus
  ) {
    self.init(
      Command(
        name, summary: summary, discussion: discussion, examples: examples, arguments: arguments,
        options: options),
      need: { _ in need }, carryOut: carryOut)
  }

  /// A command whose need depends on what it was given.
  init(
    _ command: Command, need: @escaping @Sendable (Given) -> Need,
    carryOut: @escaping @Sendable (Errand) throws -> ExitStatus
  ) {
    self.command = command
    self.need = need
    self.carryOut = carryOut
  }

  /// A command that changes records.
  static func changing(
    _ name: String, summary: String, discussion: String = "", examples: [Example] = [],
    arguments: [Argument] = [], options: [Option] = [], carryOut: @escaping @Sendable (Errand) throws -> Void
  ) -> Verb {
    Verb(
      name, .records(.writing), summary: summary, discussion: discussion, examples: examples,
      arguments: arguments, options: options
    ) { errand in
      try carryOut(errand)
      return .done
    }
  }

  /// A command that shows records.
  static func showing(
    _ name: String, summary: String, discussion: String = "", examples: [Example] = [],
    arguments: [Argument] = [], options: [Option] = [], carryOut: @escaping @Sendable (Errand) throws -> Void
  ) -> Verb {
    Verb(
      name, .records(.reading), summary: summary, discussion: discussion, examples: examples,
      arguments: arguments, options: options
    ) { errand in
      try carryOut(errand)
      return .done
    }
  }
}

/// A group of commands about one kind of thing.
struct Noun: Sendable {
  let name: String
  let summary: String
  let verbs: [Verb]
  /// Groups within it, about what belongs to such a thing.
  var parts: [Noun] = []

  var command: Command {
    Command(name, summary: summary, subcommands: verbs.map(\.command) + parts.map(\.command))
  }

  /// Its commands, those of its parts included, each with the words that call it.
  var commands: [(words: [String], verb: Verb)] {
    let own = verbs.map { (words: [name, $0.command.name], verb: $0) }
    return own + parts.flatMap(\.commands).map { (words: [name] + $0.words, verb: $0.verb) }
  }
}
