import JSON
import Files
import Glibc
import ProgramDriver
import Synchronization

/// The program as a record store, started once for every row and ended with this process.
final class StoreUnderTest: Sendable {
  static let shared = Result { try StoreUnderTest() }

  let port: UInt16
  let key: Key
  private let process: Int32
  private let folder: String
  private let server: Mutex<RunningServer>
  private let visits = Atomic(0)

  private init() throws {
    let made = try TemporaryFolder(in: ProcessContext.environment("TMPDIR") ?? P_tmpdir)
    folder = made.path + "-store"
    let program = try Program(data: folder + "/data")
    let running = try RunningServer(program)
    (port, process) = (running.port, running.process.id)
    key = try Key.create(program)
    server = Mutex(running)
    atexit { StoreUnderTest.end() }
  }

  /// What nobody else would end, and its records.
  private static func end() {
    guard case .success(let store) = shared else { return }
    kill(store.process, SIGKILL)
    removeTree(store.folder)
  }

  /// A number that no other visit has.
  func nextVisit() -> Int { visits.add(1, ordering: .relaxed).newValue }
}
