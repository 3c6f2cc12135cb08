internal import People
internal import Values

/// Who asks for something.
public enum Principal: Sendable, Hashable {
  /// Whoever owns the data folder and uses the command line on it: the administrator.
  case owner
  /// A key that was presented over HTTP.
  case key(AccessKey)
  /// A unit that was launched, by the token of its session.
  case launch(LaunchPass)

  /// How the actor stands in the history: `owner`, `key <name>`, `launch <session>`.
  public var label: String {
    switch self {
    case .owner: "owner"
    case .key(let key): "key \(key.name)"
    case .launch(let pass): "launch \(pass.session)"
    }
  }

  /// Whether the actor has a right. How far it goes is told by `grant`.
  public func has(_ right: Right) -> Bool {
    switch self {
    case .owner: true
    case .key(let key): key.held.map { $0.role.grants(right) } ?? key.scope.grants(right)
    case .launch: KeyScope.xapi.grants(right)
    }
  }

  /// How far the actor's rights go.
  public var grant: Grant {
    switch self {
    case .owner: .unlimited
    case .key(let key): key.held.map(Grant.init) ?? .unlimited
    case .launch: .nothing
    }
  }
}
