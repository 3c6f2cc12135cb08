/// XML Schemas (XSD 1.0) that lie beside each other and include and import one another, held in memory.
///
/// A schema that names another finds it by its path, else by its name if only one file has that. Whatever lies elsewhere is
/// found nowhere: it is had from the folder by its namespace, or not at all.
public struct SchemaFolder: Sendable {
  /// What one schema is for, and what it names.
  private struct Schema {
    let path: String
    let namespace: String
    let includes: [String]
    let imports: [String]

    init?(_ path: String, _ bytes: [UInt8]) {
      do {
        let root = try XMLDocument(bytes: bytes, source: path).root
        guard root.isNamed("schema") else { return nil }
        self.path = path
        namespace = root.attribute("targetNamespace") ?? ""
        includes = root.children("include").compactMap { $0.attribute("schemaLocation").map(lastStep) }
        imports = root.children("import").compactMap { $0.attribute("namespace") }
      } catch {
        // Others may still name it: then libxml2 says what is wrong with it.
        return nil
      }
    }
  }

  private let files: [String: [UInt8]]
  /// The schemas for each namespace: those that no other of it includes first, then the shallowest.
  private let schemas: [String: [Schema]]

  /// Looks at what each file is for.
  ///
  /// - Parameter files: the bytes of each by its path, `/` between folders.
  public init(_ files: [String: [UInt8]]) {
    self.files = files
    schemas = Dictionary(grouping: files.compactMap { Schema($0, $1) }, by: \.namespace).mapValues {
      schemas in
      let included = Set(schemas.flatMap(\.includes))
      func place(_ schema: Schema) -> (Int, Int, String) {
        let depth = schema.path.utf8.count { $0 == UInt8(ascii: "/") }
        return (included.contains(lastStep(of: schema.path)) ? 1 : 0, depth, schema.path)
      }
      return schemas.sorted { place($0) < place($1) }
    }
  }

  /// The bytes of what a schema names.
  func bytes(at path: String) -> [UInt8]? {
    if let bytes = files[path] { return bytes }
    let alike = files.filter { lastStep(of: $0.key) == lastStep(of: path) }
    return alike.count == 1 ? alike.first?.value : nil
  }

  /// A schema that imports those for the namespaces that a document uses and, before each, those that it imports itself.
  /// Nil where there is none for the document's root.
  func driver(for document: XMLDocument) -> [UInt8]? {
    let locations = document.schemaLocations
    guard schema(for: document.root.namespace, locations) != nil else { return nil }
    var (ordered, seen): ([Schema], Set<String>) = ([], [])
    func take(_ namespace: String) {
      guard seen.insert(namespace).inserted, let schema = schema(for: namespace, locations) else { return }
      for imported in schema.imports { take(imported) }
      ordered.append(schema)
    }
    for namespace in [document.root.namespace] + document.declaredNamespaces { take(namespace) }
    var writer = XMLWriter()
    writer.element("xs:schema", ["xmlns:xs": "http://www.w3.org/2001/XMLSchema"]) { writer in
      for schema in ordered {
        let namespace = schema.namespace.isEmpty ? nil : schema.namespace
        writer.element("xs:import", ["namespace": namespace, "schemaLocation": schema.path])
      }
    }
    return writer.finish()
  }

  /// Of several for a namespace the one that the document names, else the first.
  private func schema(for namespace: String, _ locations: [String: String]) -> Schema? {
    let schemas = schemas[namespace] ?? []
    let name = locations[namespace]
    return schemas.first { lastStep(of: $0.path) == name } ?? schemas.first
  }
}

extension XMLDocument {
  /// What the document calls the schema for each namespace: the last step of `xsi:schemaLocation`, no more of which counts.
  fileprivate var schemaLocations: [String: String] {
    let said = root.attribute("schemaLocation", in: "http://www.w3.org/2001/XMLSchema-instance") ?? ""
    let words = said.utf8.split { isXMLSpace($0) }.map { String(Substring($0)) }
    var locations: [String: String] = [:]
    for place in stride(from: 0, to: words.count - 1, by: 2) {
      locations[words[place]] = lastStep(of: words[place + 1])
    }
    return locations
  }
}

/// The last step of a path or address.
private func lastStep(of path: String) -> String {
  path.utf8.split(separator: UInt8(ascii: "/")).last.map { String(Substring($0)) } ?? path
}
