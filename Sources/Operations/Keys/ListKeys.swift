public import Values

/// The keys, without their secrets, in the order they were created.
public struct ListKeys: Inquiry {
  public static let right: Right? = .audit

  public init() {}

  public func answer(_ reading: Reading) throws -> [AccessKey] {
    try reading.records.keys()
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
