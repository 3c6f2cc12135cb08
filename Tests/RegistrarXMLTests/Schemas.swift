import Files

/// Our schemas as shipped: they are looked for above the sources of this test.
enum Schemas {
  static func standardEdition() throws -> [UInt8] {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    return try File.read("/\(root)/Schemas/xsd/standard-edition.xsd", limit: 1 << 20)
  }
}
