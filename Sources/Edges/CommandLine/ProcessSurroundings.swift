internal import Files

extension Surroundings {
  /// The surroundings of the process that was called.
  public static func ofThisProcess() throws -> Surroundings {
    Surroundings(
      output: { try StandardStream.output.write($0) },
      messages: { try StandardStream.error.write($0) },
      input: { try StandardStream.input.readAll(limit: $0) },
      workingFolder: try ProcessContext.workingFolder(),
      outputIsTerminal: StandardStream.output.isTerminal,
      messagesAreTerminal: StandardStream.error.isTerminal,
      columns: StandardStream.output.columns,
      environment: { ProcessContext.environment($0) },
      readFile: { try File.read($0, limit: $1) },
      writeFile: { try File.replace($0, with: $1, permissions: 0o644) },
      makeFolder: { try Folder.create($0) })
  }
}
