import CommandLine
import Files
import Operations
import PackageFiles
import SQLiteStore
import Synchronization

/// The program: reads the command line, wires the concrete parts, nothing else.
@main
struct Program {
  /// The version that `--version` tells.
  static let version = "0.1.0"

  static func main() {
    TerminationSignal.ignoreFailedWrites()
    do {
      let surroundings = try Surroundings.ofThisProcess().readingInputOnce()
      let program = Program(words: Array(Swift.CommandLine.arguments.dropFirst()), surroundings: surroundings)
      ProcessContext.exit(try program.run())
    } catch is OutputClosed {
      ProcessContext.exit(0)
    } catch {
      failed(error)
    }
  }

  let words: [String]
  let surroundings: Surroundings

  /// Carries the command out here, or hands it to the process that owns the data folder.
  func run() throws -> Int32 {
    switch CommandLine(folders: .none, surroundings: surroundings, version: Program.version, serve: { _ in })
      .need(of: words)
    {
    case .nothing: return door(to: .none).run(words)
    case .records(let folder, .examining): return door(to: .examining(folder)).run(words)
    case .records(let folder, let access): return try runOnRecords(in: folder, access)
    case .serving: return door(to: .none).run(words)
    }
  }

  private func runOnRecords(in path: String, _ access: Access) throws -> Int32 {
    guard try FileStatus.ifPresent(at: path) != nil else {
      return access == .writing
        ? run(on: LazyFolder(path, holding: nil, say: say)) : door(to: .none).run(words)
    }
    if access != .writing, try !DataFolder.isOne(path) { return door(to: .none).run(words) }
    switch try FolderAccess.obtain(path, surroundings: surroundings) {
    case .handOver(let client): return try client.run(words)
    case .own(let lock):
      if access != .writing, try !DataFolder.hasRecords(path) { return door(to: .none).run(words) }
      return run(on: LazyFolder(path, holding: lock, say: say))
    case .held(let held): return door(to: .held(held)).run(words)
    }
  }

  /// Tells whoever runs this a sentence. Where nobody hears it the work goes on.
  @Sendable private func say(_ sentence: String) {
    do {
      try surroundings.messages(Array("registrar: \(sentence)\n".utf8))
    } catch {
      return
    }
  }

  private func run(on folder: LazyFolder) -> Int32 {
    defer { folder.close() }
    return door(to: .owning(folder)).run(words)
  }

  private func door(to folders: DataFolders) -> CommandLine {
    CommandLine(folders: folders, surroundings: surroundings, version: Program.version) { request in
      try Serving(request, surroundings: surroundings).run()
    }
  }

  private static func failed(_ error: any Error) -> Never {
    do {
      try StandardStream.error.write("registrar: \(error)\n")
    } catch {
      // Standard error is closed: nobody can be told, and the exit code still says it.
      ProcessContext.exit(7)
    }
    ProcessContext.exit(7)
  }
}

extension Surroundings {
  /// The same surroundings, where standard input that was read once is given again: a command may be handed to another
  /// process after it was read.
  fileprivate func readingInputOnce() -> Surroundings {
    let kept = Mutex<[UInt8]?>(nil)
    let read = input
    return Surroundings(
      output: output, messages: messages,
      input: { limit in
        if let octets = kept.withLock(\.self) { return octets }
        let octets = try read(limit)
        kept.withLock { $0 = octets }
        return octets
      },
      inputPiece: inputPiece, workingFolder: workingFolder, outputIsTerminal: outputIsTerminal,
      messagesAreTerminal: messagesAreTerminal,
      columns: columns, environment: environment, readFile: readFile, writeFile: writeFile,
      makeFolder: makeFolder)
  }
}
