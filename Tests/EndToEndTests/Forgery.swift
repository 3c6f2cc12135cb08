import Archives
import Cryptography
import Files
import Foundation
import ProgramDriver
import SQLite
import Synchronization
import Testing

/// A backup whose digests are all right and whose content is not.
struct Forgery: Sendable, CustomTestStringConvertible {
  let testDescription: String
  /// What the refusal has to say.
  let words: String
  let change: @Sendable ([(name: String, bytes: [UInt8])]) throws -> [(name: String, bytes: [UInt8])]

  static let all = [
    Forgery(testDescription: "a name that leads out of the folder", words: "it holds “objects/") { members in
      members + [("objects/aa/" + String(repeating: "b", count: 61), [1])]
    },
    Forgery(testDescription: "a member that a backup does not have", words: "it holds “run.sh”") { members in
      members + [("run.sh", Array("true".utf8))]
    },
    Forgery(testDescription: "an object that is named by another digest", words: "does not have the SHA-256")
    {
      members in members + [("objects/aa/" + String(repeating: "b", count: 62), [1])]
    },
    Forgery(testDescription: "a package file left out", words: "is named by the records") { members in
      members.filter { !$0.name.hasPrefix("objects/") }
    },
    Forgery(testDescription: "no records", words: "it has no records.sqlite") { members in
      members.filter { $0.name != "records.sqlite" }
    },
    Forgery(testDescription: "records that are no database", words: "not as this program keeps them") {
      members in
      members.map { $0.name == "records.sqlite" ? ($0.name, Array("not a database at all".utf8)) : $0 }
    },
    Forgery(testDescription: "records with a trigger of their own", words: "trigger meddling") { members in
      try members.map { member in
        guard member.name == "records.sqlite" else { return member }
        return (
          member.name,
          try changed(
            member.bytes,
            by: {
              try $0.run("CREATE TRIGGER meddling AFTER INSERT ON person BEGIN SELECT 1; END")
            })
        )
      }
    },
    Forgery(testDescription: "fewer records than it says", words: "states other facts") { members in
      try members.map { member in
        guard member.name == "records.sqlite" else { return member }
        return (member.name, try changed(member.bytes, by: { try $0.run("DELETE FROM history") }))
      }
    },
    Forgery(testDescription: "a later version's records", words: "a later version") { members in
      members.map { member in
        guard member.name == "backup.json" else { return member }
        let text = String(decoding: member.bytes, as: UTF8.self)
        return (member.name, Array(text.replacing(#/"schema": \d+/#, with: "\"schema\": 999").utf8))
      }
    },
    Forgery(testDescription: "a backup of a format to come", words: "its backup.json") { members in
      members.map { member in
        guard member.name == "backup.json" else { return member }
        let text = String(decoding: member.bytes, as: UTF8.self)
        return (member.name, Array(text.replacing("\"version\": 1", with: "\"version\": 2").utf8))
      }
    },
  ]
}

/// The database's bytes after something that only a stranger would do.
private func changed(_ bytes: [UInt8], by change: (Connection) throws -> Void) throws -> [UInt8] {
  let folder = try TemporaryFolder()
  let path = try folder.write("forged.sqlite", bytes)
  try change(Connection.openWriter(at: path))
  return try File.read(path, limit: 1 << 24)
}

/// A backup of these members, with their digests and its seal.
func sealed(_ members: [(name: String, bytes: [UInt8])]) throws -> [UInt8] {
  let bytes = Mutex<[UInt8]>([])
  var sums = ""
  try withoutActuallyEscaping({ (piece: [UInt8]) in bytes.withLock { $0 += piece } }) { take in
    var zip = ZipWriter { take($0) }
    for member in members {
      try zip.add(member.name, member.bytes, method: .stored)
      sums += "\(try SHA256.digest(of: member.bytes).hexadecimal)  \(member.name)\n"
    }
    try zip.add("SHA256SUMS", Array(sums.utf8), method: .stored)
    try zip.finish(commentBytes: 64) {
      Array(try SHA256.digest(of: bytes.withLock { $0 }).hexadecimal.utf8)
    }
  }
  return bytes.withLock { $0 }
}

/// Whether something has happened, told from one thread to others.
final class Flag: Sendable {
  private let raised = Mutex(false)
  var isRaised: Bool { raised.withLock { $0 } }
  func raise() { raised.withLock { $0 = true } }
}

/// Waits.
func usleepMilliseconds(_ count: Int) -> Int32 { usleep(UInt32(count) * 1000) }
