public import Cryptography
internal import Files
public import Operations
public import Values

/// Private keys as files of their own in the folder `keys` of a data folder, each readable by its owner alone: `ID.pem`.
public struct CredentialKeyFolder: CredentialKeyKeeping {
  private let folder: String
  /// A key of RSA with 8192 bits takes less.
  private static let limitBytes = 16 << 10

  /// The keys of the data folder at a path. Nothing is created before a key is kept.
  public init(in folder: String) {
    self.folder = CredentialKeyFolder.keys(in: folder)
  }

  /// Where the keys of a data folder lie.
  public static func keys(in folder: String) -> String { folder + "/keys" }

  public func keep(_ key: PrivateKey, for id: CredentialKeyID) throws {
    try Folder.create(folder)
    try File.replace(path(of: id), with: try key.pem(), permissions: 0o600)
  }

  public func key(_ id: CredentialKeyID) throws -> PrivateKey? {
    let path = path(of: id)
    guard let status = try FileStatus.ifPresent(at: path) else { return nil }
    guard status.permissions & 0o077 == 0 else { throw CredentialKeyUnusable(path: path, isExposed: true) }
    guard let key = PrivateKey(pem: try File.read(path, limit: CredentialKeyFolder.limitBytes)) else {
      throw CredentialKeyUnusable(path: path, isExposed: false)
    }
    return key
  }

  private func path(of id: CredentialKeyID) -> String { "\(folder)/\(id).pem" }
}

/// The file of a private key cannot be used as it is.
public struct CredentialKeyUnusable: Explainable, Hashable {
  public let path: String
  /// Whether others than its owner may read it; else it holds no key.
  public let isExposed: Bool

  public var explanation: Explanation {
    isExposed
      ? Explanation(
        .temporary, "credential-key-exposed",
        "the key \(path), which credentials are signed with, may be read or changed by others than its owner",
        remedy: "chmod 600 \(path); where somebody may have read it, make another with credential-key rotate")
      : Explanation(
        .temporary, "credential-key-unusable", "the file \(path) holds no key to sign credentials with",
        remedy: "put the file back, or move it away: another key is made then")
  }
}
