internal import Arguments

extension Verb {
  /// Prints a script that completes commands in a shell.
  static let completions = Verb(
    "completions", .nothing, summary: "Print a script that completes commands in a shell.",
    examples: [
      Example("source <(registrar completions bash)", "Complete commands in this bash."),
      Example(
        "registrar completions fish > ~/.config/fish/completions/registrar.fish", "Complete commands in fish."
      ),
    ],
    arguments: [Argument("SHELL", kind: .choice(of: Shell.self), help: "bash, zsh or fish.")]
  ) { errand in
    try errand.given.refuseJSON("what is printed is a script")
    let shell: Shell = try errand.given.required("SHELL", .choice())
    try errand.output.bytes(Array(Grammar.registrar.completions(for: shell).utf8))
    return .done
  }
}
