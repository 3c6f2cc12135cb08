public import Values

/// The keys, without their secrets, in the order they were created.
public struct ListKeys: Inquiry {
  public static let right: Right? = .audit

  /// Only those held in this role.
  public let role: Role?
  /// Only those that were revoked, or only those that were not.
  public let isRevoked: Bool?
  public let page: PageRequest

  public init(role: Role? = nil, isRevoked: Bool? = nil, page: PageRequest = PageRequest()) {
    self.role = role
    self.isRevoked = isRevoked
    self.page = page
  }

  public func answer(_ reading: Reading) throws -> Page<AccessKey> {
    let keys = try reading.records.keys().filter { key in
      (role == nil || key.held?.role == role) && (isRevoked == nil || (key.revokedAt != nil) == isRevoked)
    }
    return try page.page(of: keys) { $0.id.description }
  }
}

/// One key, without its secret.
public struct ShowKey: Inquiry {
  public static let right: Right? = .audit

  public let key: KeyID

  public init(_ key: KeyID) {
    self.key = key
  }

  public func answer(_ reading: Reading) throws -> AccessKey {
    guard let key = try reading.records.key(key) else { throw NotFound(.key, key.description) }
    return key
  }
}
