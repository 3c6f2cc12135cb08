import Files

/// Our schemas as shipped: they are looked for above the sources of this test.
enum Schemas {
  static func standardEdition() throws -> [UInt8] { try named("standard-edition") }

  static func named(_ name: String) throws -> [UInt8] { try shipped("Schemas/xsd/\(name).xsd") }

  /// A file by its path from the package's root.
  static func shipped(_ path: String) throws -> [UInt8] {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    return try File.read("/\(root)/\(path)", limit: 1 << 20)
  }
}
