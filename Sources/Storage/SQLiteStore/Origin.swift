internal import SQLite

extension SQLiteStore {
  /// The origin that identifiers of this database begin with: kept at the first call, the same at every later one.
  public func origin(settling wanted: @autoclosure @escaping @Sendable () -> String) throws -> String {
    try connectedWrite { connection in
      if let kept = try connection.first(
        "SELECT value FROM setting WHERE name = 'origin'", { try $0.text(0) })
      {
        return kept
      }
      let origin = wanted()
      try connection.run("INSERT INTO setting (name, value) VALUES ('origin', \(origin))")
      return origin
    }
  }
}
