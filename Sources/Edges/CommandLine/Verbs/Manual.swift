internal import Arguments
internal import Operations

extension Verb {
  /// Prints the manual pages that `man` shows.
  static let manual = Verb(
    "manual", .nothing, summary: "Print the manual pages.",
    discussion: "The same words as --help, in the form that man reads.",
    examples: [
      Example("registrar manual | man -l -", "Read the manual of the program."),
      Example("registrar manual session plan | man -l -", "Read about one command."),
      Example("registrar manual --out man/man1", "Write a page for each command into a folder."),
    ],
    arguments: [Argument("COMMAND", .anyNumber, help: "Whose page to print; the program's where not given.")],
    options: [.value("out", "DIR", kind: .folder, help: "Write every page into this folder, which is made.")]
  ) { errand in
    try errand.given.refuseJSON("manual pages are for man")
    let path = errand.given.invocation.values("COMMAND")
    if try errand.given.optional("out", .text) != nil {
      try errand.writeManual(into: errand.path("out", "a folder: the pages are several files"))
    } else {
      guard let page = Grammar.registrar.manual(on: path, version: errand.version) else {
        throw CommandUnknown(words: path)
      }
      try errand.output.bytes(Array(page.utf8))
    }
    return .done
  }
}

extension Errand {
  fileprivate func writeManual(into folder: String) throws {
    let grammar = Grammar.registrar
    let place = surroundings.absolute(folder)
    try surroundings.makeFolder(place)
    for path in grammar.manualPaths {
      guard let page = grammar.manual(on: path, version: version) else { continue }
      try surroundings.writeFile("\(place)/\(grammar.manualName(of: path)).1", Array(page.utf8))
    }
    try output.say("Wrote \(counted(grammar.manualPaths.count, "page")) to \(folder).")
  }
}

/// There is no command of these words.
private struct CommandUnknown: Explainable {
  let words: [String]

  var explanation: Explanation {
    Explanation(
      .notFound, "command-unknown", "there is no command “\(words.joined(separator: " "))”",
      remedy: "registrar --help lists them")
  }
}
