internal import Archives
internal import Cryptography
internal import JSON
internal import Operations
internal import Values

/// The members of a backup: what the parts of the zip file are called, and how the two that are texts read.
enum BackupMembers {
  /// What the backup says of itself.
  static let facts = "backup.json"
  static let records = "records.sqlite"
  /// The SHA-256 of every other member, as `sha256sum` writes and checks it.
  static let sums = "SHA256SUMS"

  /// The zip file's comment: the SHA-256 of every byte before it, in hexadecimal.
  static let sealBytes = 64
  /// The longest that `backup.json` may be, in bytes.
  static let factsBytes = 64 << 10

  static func object(_ digest: Digest) -> String {
    let digits = digest.hexadecimal
    return "objects/\(digits.prefix(2))/\(digits.dropFirst(2))"
  }

  /// The digest that an object is named by; nil for another name.
  static func digest(ofObject name: String) -> Digest? {
    guard name.utf8.starts(with: "objects/".utf8) else { return nil }
    let digits = String(decoding: name.utf8.dropFirst(8).filter { $0 != UInt8(ascii: "/") }, as: UTF8.self)
    guard let digest = Digest(hexadecimal: digits), object(digest) == name else { return nil }
    return digest
  }

  static func sumLine(_ digest: Digest, _ name: String) -> String {
    "\(digest.hexadecimal)  \(name)\n"
  }

  /// The digest of each member by its name; nil where a line is no such line, or a name comes twice.
  static func sums(in octets: [UInt8]) -> [String: Digest]? {
    var sums: [String: Digest] = [:]
    for line in octets.split(separator: UInt8(ascii: "\n")) {
      guard line.count > 66, line[line.startIndex + 64] == 0x20, line[line.startIndex + 65] == 0x20,
        let digest = Digest(hexadecimal: String(decoding: line.prefix(64), as: UTF8.self))
      else { return nil }
      let name = String(decoding: line.dropFirst(66), as: UTF8.self)
      guard sums.updateValue(digest, forKey: name) == nil else { return nil }
    }
    return sums
  }
}

extension BackupFacts {
  /// `{"format": "registrar-backup", "version": 1, "id", "madeAt", "latestRecord", "schema", "origin", "program",
  /// "records": {kind: number}}`.
  var octets: [UInt8] {
    var writer = JSONWriter(.indented)
    writer.object { json in
      json.member("format", "registrar-backup")
      json.member("version", 1)
      json.member("id", id.description)
      json.member("madeAt", madeAt.description)
      json.member("latestRecord", latestRecord?.description)
      json.member("schema", schema)
      json.member("origin", origin)
      json.member("program", program)
      json.member("records") { records in
        records.object { object in for count in counts { object.member(count.kind, count.number) } }
      }
    }
    return writer.bytes
  }

  /// Reads what `octets` wrote; nil where it is something else.
  init?(_ octets: [UInt8]) throws {
    let root = try JSONDocument(octets).root
    guard root["format"]?.string == "registrar-backup", root["version"]?.number?.int64 == 1,
      let id = root["id"]?.string.flatMap({ UUID($0) }),
      let madeAt = root["madeAt"]?.string.flatMap({ Instant($0) }),
      let schema = root["schema"]?.number?.int64, let origin = root["origin"]?.string,
      let program = root["program"]?.string, let records = root["records"]?.members
    else { return nil }
    var counts: [Count] = []
    for member in records {
      guard let number = member.value.number?.int64 else { return nil }
      counts.append(Count(kind: member.name.string, number: Int(number)))
    }
    self.init(
      id: id, madeAt: madeAt, latestRecord: root["latestRecord"]?.string.flatMap { Instant($0) },
      schema: Int(schema), origin: origin, program: program, counts: counts)
  }
}
