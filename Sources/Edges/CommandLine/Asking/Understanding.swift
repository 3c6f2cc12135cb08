internal import Arguments

/// What words on the command line ask for.
enum Understood {
  /// Help on the command of these words; on the whole program without any.
  case help(path: [String])
  case version
  case errand(Verb, Given)
}

extension CommandLine {
  /// Understands words; throws a `UsageError` where they do not fit.
  func understood(_ words: [String]) throws -> Understood {
    if words.prefix(while: { $0 != "--" }).contains("--version") { return .version }
    switch try Grammar.registrar.parse(words) {
    case .help(let path): return .help(path: path)
    case .invocation(let invocation):
      let given = Given(invocation: invocation)
      guard let verb = Grammar.verb(at: invocation.path) else {
        preconditionFailure("every command of the grammar was made from a verb")
      }
      return .errand(verb, try settled(given, for: verb))
    }
  }

  /// What a command was given, with what the settings file says where the command line says nothing.
  private func settled(_ given: Given, for verb: Verb) throws -> Given {
    let need = verb.need(given)
    guard need != .nothing, let file = try surroundings.settings(named: given.invocation.value("settings"))
    else {
      return given
    }
    var settled = given
    if need == .serving {
      if !file.faults.isEmpty { throw SettingsRefused(path: file.path, faults: file.faults) }
      let words = file.words { $0 == "data" || given.invocation.isGiven($0) }
      settled = try Given(serving: given.invocation.written + words)
    }
    settled.folderBySettings = file.value("data")
    return settled
  }

  /// The absolute path of the data folder.
  func folder(for given: Given) -> String {
    let named =
      given.invocation.value("data") ?? surroundings.environment("REGISTRAR_DATA") ?? given.folderBySettings
    guard let named, !named.isEmpty else { return surroundings.absolute("registrar-data") }
    return surroundings.absolute(named)
  }

  /// Carries out what the words ask for.
  func carryOut(_ words: [String]) throws -> ExitStatus {
    if words.isEmpty { return try tellHowToBegin() }
    switch try understood(words) {
    case .help(let path):
      try tellHelp(on: path)
      return .done
    case .version:
      try surroundings.output(Array("registrar \(version)\n".utf8))
      return .done
    case .errand(let verb, let given):
      return try verb.carryOut(errand(for: verb, given))
    }
  }

  private func errand(for verb: Verb, _ given: Given) -> Errand {
    let access: Access = if case .records(let access) = verb.need(given) { access } else { .reading }
    return Errand(
      given: given,
      output: Output(
        surroundings: surroundings, isJSON: given.flag("json"), place: given.place),
      folders: folders,
      records: OpenRecords(folders, path: folder(for: given), access: access), version: version,
      serving: serve)
  }

  private func tellHelp(on path: [String]) throws {
    let help = Grammar.registrar.help(on: path, width: min(surroundings.columns ?? 80, 100)) ?? ""
    try surroundings.output(Array(help.utf8))
  }

  /// No words are no command: the help goes to the messages.
  private func tellHowToBegin() throws -> ExitStatus {
    let help = Grammar.registrar.help(on: [], width: min(surroundings.columns ?? 80, 100)) ?? ""
    try surroundings.messages(Array(help.utf8))
    return .usage
  }
}
