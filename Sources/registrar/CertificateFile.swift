import CommandLine
import Files
import HTTP
import Operations

/// A certificate's file, or its key's.
enum CertificateFile {
  private static let limitBytes = 1 << 20

  static func read(_ path: String) throws -> [UInt8] {
    try File.read(path, limit: limitBytes)
  }

  /// Reads a key that nobody but its owner may read.
  static func readKey(_ path: String) throws -> [UInt8] {
    let permissions = try FileStatus(at: path, followingLink: true).permissions
    guard permissions & 0o077 == 0 else { throw KeyExposed(path: path, permissions: permissions) }
    return try read(path)
  }
}

extension TLSIdentity {
  /// The identity that two files hold.
  init(_ files: ServeRequest.TLSFiles) throws {
    self.init(
      certificate: try CertificateFile.read(files.certificate), key: try CertificateFile.readKey(files.key))
  }
}

/// A private key's file can be read by others than its owner.
struct KeyExposed: Explainable, CustomStringConvertible {
  let path: String
  let permissions: UInt32

  var description: String {
    "the key \(path) may be read or changed by others than its owner (mode \(String(permissions, radix: 8)))"
  }

  var explanation: Explanation {
    Explanation(.unusable, "key-exposed", description, remedy: "chmod 600 \(path)")
  }
}
