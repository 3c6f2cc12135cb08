internal import ContentPackaging

extension PackageOpening {
  /// The XML Schemas in a folder by their paths, to hold manifests against. Throws `SchemasUnusable` where there are none, or too many.
  func schemas(in folder: String) throws -> [String: [UInt8]] {
    let contents: PackageContents
    do {
      contents = try open(.path(folder), name: nil).contents
    } catch let unusable as PackageUnusable {
      throw SchemasUnusable(folder: folder, reason: unusable.findings.first?.message ?? "it cannot be read")
    }
    let schemas = contents.entries.filter { $0.name.lowercased().utf8.suffix(4).elementsEqual(".xsd".utf8) }
    guard !schemas.isEmpty else {
      throw SchemasUnusable(folder: folder, reason: "no file in it ends with .xsd")
    }
    guard schemas.reduce(0, { $0 + $1.sizeBytes }) <= SchemasUnusable.mostBytes else {
      throw SchemasUnusable(
        folder: folder, reason: "its schemas have more than \(SchemasUnusable.mostBytes) bytes")
    }
    return Dictionary(try schemas.map { ($0.name, try contents.bytes(of: $0.name)) }) { first, _ in first }
  }
}

/// The folder of schemas that was named cannot be used.
public struct SchemasUnusable: Explainable, Hashable {
  /// How many bytes the schemas of a folder may have, together.
  static let mostBytes = 32 << 20

  public let folder: String
  public let reason: String

  public var explanation: Explanation {
    Explanation(
      .unusable, "schemas-unusable", "the folder of schemas “\(folder)” cannot be used: \(reason)",
      remedy: "name a folder that holds the schemas of the packages' specifications", field: "schemas")
  }
}
