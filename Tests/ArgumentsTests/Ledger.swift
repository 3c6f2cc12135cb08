import Arguments

/// A made-up program to try command lines on.
let ledger = Grammar(
  program: Command(
    "ledger", summary: "Keeps a ledger.",
    examples: [Example("ledger import book.csv", "Reads a book.")],
    subcommands: [
      Command(
        "import", summary: "Reads books.", discussion: "First paragraph.\n\nSecond paragraph.",
        examples: [
          Example("ledger import book.csv", "Reads one book."),
          Example("ledger import --dry-run *.csv", "Looks at books and changes nothing."),
        ],
        arguments: [Argument("BOOK", .oneOrMore, kind: .file, help: "The books.")],
        options: [
          .flag("dry-run", short: "n", help: "Change nothing."),
          .value("shelf", "DIR", kind: .folder, help: "Where books stand."),
          .value("tag", "TAG", isRepeated: true, help: "A mark to put on them."),
        ]),
      Command(
        "entry", summary: "Entries of the ledger.",
        subcommands: [
          Command(
            "show", summary: "Shows an entry.",
            arguments: [Argument("CODE", kind: .listed(by: ["words", "entry"]), help: "The entry's code.")]),
          Command(
            "list", summary: "Lists entries.", arguments: [Argument("PAGE", .optional, help: "A page.")]),
          Command(
            "count", summary: "Counts entries.", arguments: [Argument("WORD", .anyNumber, help: "Words.")]),
        ]),
      Command(
        "export", summary: "Writes the ledger.",
        options: [
          .value(
            "format", "FORMAT", short: "f", kind: .choice(["csv", "json", "xml"]), isRequired: true,
            help: "The form."),
          .value("limit", "N", help: "The most entries."),
        ]),
      Command("secret", summary: "Is hidden: it's for the builders.", isHidden: true),
    ]),
  globalOptions: [
    .value("data", "DIR", kind: .folder, help: "The ledger's folder."),
    .flag("json", help: "Print JSON."),
  ])
