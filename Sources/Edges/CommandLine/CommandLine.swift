internal import Arguments

/// The door for those who own the data folder: words in, operations, words out. It decides nothing.
public struct CommandLine: Sendable {
  /// What a command line needs of the program before it is carried out.
  public enum Need: Sendable, Hashable {
    /// Nothing: help, completions, explanations, and what cannot be understood.
    case nothing
    /// The records of the data folder at an absolute path.
    case records(folder: String, Access)
    /// To serve.
    case serving
  }

  let folders: DataFolders
  let surroundings: Surroundings
  /// The program's version, as `--version` tells it.
  let version: String
  let serve: @Sendable (ServeRequest) throws -> Void

  /// - Parameters:
  ///   - folders: how to come by records.
  ///   - surroundings: everything else that lies outside.
  ///   - version: the program's version.
  ///   - serve: serves until it is told to end; throws where it cannot begin.
  public init(
    folders: DataFolders, surroundings: Surroundings, version: String,
    serve: @escaping @Sendable (ServeRequest) throws -> Void
  ) {
    self.folders = folders
    self.surroundings = surroundings
    self.version = version
    self.serve = serve
  }

  /// What these words need, read without touching anything outside but the environment.
  public func need(of words: [String]) -> Need {
    do {
      switch try understood(words) {
      case .help, .version: return .nothing
      case .errand(let verb, let given):
        switch verb.need(given) {
        case .nothing, .folder: return .nothing
        case .records(let access): return .records(folder: folder(for: given), access)
        case .serving: return .serving
        }
      }
    } catch {
      // `run` says what cannot be understood; saying so needs nothing.
      return .nothing
    }
  }

  /// Carries out the words after the program's name and says how it went: the exit status.
  ///
  /// 0 done, 1 failed, 2 usage, 3 input refused, 4 not found, 5 conflict, 6 not permitted, 7 temporary.
  public func run(_ words: [String]) -> Int32 {
    do {
      return try carryOut(words).rawValue
    } catch is OutputClosed {
      // What was asked for was done, and its reader wanted no more of it.
      return ExitStatus.done.rawValue
    } catch {
      let failure = Failure(error)
      failure.tell(surroundings)
      return failure.status.rawValue
    }
  }
}
