import Foundation
import SQLite
import Synchronization
import Testing

@Suite("One commit for many works")
struct GroupCommitWriterTests {
  static let schema = "CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT"

  @Test("what was acknowledged is there, in the order it was handed over")
  func order() throws {
    let place = try Workplace()
    try place.lay(Self.schema)
    let told = Mutex<[Int]>([])
    let writer = try GroupCommitWriter(at: place.database)
    for number in 1...1_000 {
      try writer.submit {
        try $0.run("INSERT INTO note (text) VALUES (\(String(number)))")
      } then: { result in
        if case .success(1) = result { told.withLock { $0.append(number) } }
      }
    }
    writer.close()
    #expect(told.withLock { $0 } == Array(1...1_000))
    let reader = try Connection.openReader(at: place.database)
    #expect(try reader.all("SELECT text FROM note ORDER BY id") { Int(try $0.text(0)) } == Array(1...1_000))
  }
}
