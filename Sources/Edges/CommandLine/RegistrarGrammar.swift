internal import Arguments

/// What stands directly under the program's name.
enum Entry: Sendable {
  case verb(Verb)
  case noun(Noun)

  var command: Command {
    switch self {
    case .verb(let verb): verb.command
    case .noun(let noun): noun.command
    }
  }

  /// Its commands, each with the words that call it.
  var commands: [(words: [String], verb: Verb)] {
    switch self {
    case .verb(let verb): [([verb.command.name], verb)]
    case .noun(let noun): noun.commands
    }
  }

  /// All commands, in the order a newcomer meets them.
  static let all: [Entry] = [
    .verb(.serve), .verb(.importPackage), .verb(.importRoster), .verb(.explain), .noun(.course),
    .noun(.catalogue),
    .noun(.standard),
    .noun(.organisation), .noun(.person), .noun(.session), .noun(.fundingProgramme), .noun(.nomination),
    .noun(.enrolment),
    .noun(.assignment), .noun(.involvement), .noun(.result),
    .noun(.pool), .noun(.accreditation), .noun(.expert), .noun(.release),
    .noun(.rubric), .noun(.observation),
    .noun(.evaluation), .noun(.commitment), .noun(.onwardTraining),
    .noun(.scheme), .noun(.certificate), .verb(.verify), .noun(.report), .verb(.history), .noun(.statement),
    .noun(.forwarding), .noun(.webhook),
    .noun(.key), .noun(.credentialKey),
    .noun(.job),
    .verb(.check),
    .verb(.backUp), .verb(.restore), .verb(.migrate), .noun(.settings),
    .noun(.demo), .verb(.completions), .verb(.manual), .verb(.listWords),
  ]
}

extension Grammar {
  /// The program's command line.
  static let registrar = Grammar(
    program: Command(
      "registrar", summary: "Training records for customs capacity building.",
      discussion: """
        Data goes to standard output, messages to standard error. Exit status: 0 done, 1 failed, 2 usage, 3 input \
        refused, 4 not found, 5 conflict, 6 not permitted, 7 temporary failure.
        """,
      examples: [
        Example("registrar serve", "Serve on 127.0.0.1:8080 with the data in ./registrar-data."),
        Example("registrar import course.zip", "Import a course package."),
        Example("registrar help session plan", "Read about a command."),
      ],
      subcommands: Entry.all.map(\.command)),
    globalOptions: [
      .value(
        "data", "DIR", kind: .folder,
        help: "The data folder; $REGISTRAR_DATA where not given, else ./registrar-data."),
      .value(
        "settings", "FILE", kind: .file,
        help: "The settings file; $REGISTRAR_SETTINGS where not given. The command line goes before it."),
      .flag("json", help: "Tell data as JSON."),
      .flag("version", help: "Tell the program's version."),
    ])

  /// The command of these words.
  static func verb(at path: [String]) -> Verb? {
    verbs[path]
  }

  private static let verbs: [[String]: Verb] = {
    var verbs: [[String]: Verb] = [:]
    for command in Entry.all.flatMap(\.commands) { verbs[command.words] = command.verb }
    return verbs
  }()
}
