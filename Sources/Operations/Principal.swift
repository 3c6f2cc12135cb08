public import Values

/// Who asks for something.
public enum Principal: Sendable, Hashable {
  /// Whoever owns the data folder and uses the command line on it: the administrator.
  case owner
  /// A key that was presented over HTTP.
  case key(KeyID, name: String, scope: KeyScope)

  /// How the actor stands in the history: `owner`, or `key <name>`.
  public var label: String {
    switch self {
    case .owner: "owner"
    case .key(_, let name, _): "key \(name)"
    }
  }

  /// Whether the actor has a right.
  public func has(_ right: Right) -> Bool {
    switch self {
    case .owner: true
    case .key(_, _, let scope): scope.grants(right)
    }
  }
}

/// What somebody may do. Each operation names the one it needs.
public enum Right: String, Sendable, CaseIterable {
  case readRecords = "records:read"
  case changeRecords = "records:write"
  case readStatements = "statements:read"
  case writeStatements = "statements:write"
  case administerKeys = "keys:write"
}

/// How far a key reaches.
public enum KeyScope: String, Sendable, CaseIterable {
  /// Everything that the owner of the data folder may do over HTTP.
  case all
  /// Every record and statement, changing none.
  case read
  /// The record store: statements in and out.
  case xapi
  /// Statements in, none out.
  case xapiWrite = "xapi-write"

  /// The rights that the scope stands for.
  public var rights: Set<Right> { Set(Right.allCases.filter(grants)) }

  /// Whether a right is among those that the scope stands for.
  func grants(_ right: Right) -> Bool {
    switch self {
    case .all: true
    case .read: right == .readRecords || right == .readStatements
    case .xapi: right == .readStatements || right == .writeStatements
    case .xapiWrite: right == .writeStatements
    }
  }
}

/// The identity of a key; also the user name of its HTTP Basic pair.
public typealias KeyID = Identifier<AccessKey>

/// A key for HTTP. Its secret is random and is kept only as a digest.
public struct AccessKey: Sendable, Hashable {
  public let id: KeyID
  /// What people call it.
  public let name: String
  public let scope: KeyScope
  public let createdAt: Instant
  /// When the key stopped working; nil while it works.
  public let revokedAt: Instant?

  public init(id: KeyID, name: String, scope: KeyScope, createdAt: Instant, revokedAt: Instant?) {
    self.id = id
    self.name = name
    self.scope = scope
    self.createdAt = createdAt
    self.revokedAt = revokedAt
  }
}
