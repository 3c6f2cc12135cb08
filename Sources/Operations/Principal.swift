internal import People
internal import Values

/// Who asks for something.
public enum Principal: Sendable, Hashable {
  /// Whoever owns the data folder and uses the command line on it: the administrator.
  case owner
  /// A key that was presented over HTTP.
  case key(AccessKey)

  /// How the actor stands in the history: `owner`, or `key <name>`.
  public var label: String {
    switch self {
    case .owner: "owner"
    case .key(let key): "key \(key.name)"
    }
  }

  /// Whether the actor has a right. How far it goes is told by `grant`.
  public func has(_ right: Right) -> Bool {
    switch self {
    case .owner: true
    case .key(let key): key.held.map { $0.role.grants(right) } ?? key.scope.grants(right)
    }
  }

  /// How far the actor's rights go.
  public var grant: Grant {
    switch self {
    case .owner: .unlimited
    case .key(let key): key.held.map(Grant.init) ?? .unlimited
    }
  }
}
