internal import XML

extension PackageReading {
  /// How many things that a schema asks and a manifest does not do are told.
  private static var mostViolations: Int { 200 }

  /// The same reading with what the XML Schemas of a folder say of the manifest. They decide nothing: whatever they say is
  /// a note. Throws what the package's source throws.
  ///
  /// - Parameter schemas: the bytes of each schema by its path in the folder.
  public func noting(_ schemas: [String: [UInt8]]) throws -> PackageReading {
    guard let manifestName else { return self }
    var reading = self
    reading.findings += try PackageReading.notes(
      by: SchemaFolder(schemas), on: contents.bytes(of: manifestName), of: manifestName)
    return reading
  }

  private static func notes(
    by schemas: SchemaFolder, on bytes: [UInt8], of file: String
  ) -> [Finding] {
    let document: XMLDocument
    do throws(XMLError) {
      document = try XMLDocument.ofPackage(bytes, name: file, limits: .standard)
    } catch {
      // The reader has told what is wrong with it, or it is no XML at all.
      return []
    }
    do throws(XMLSchema.Unusable) {
      guard let schema = try XMLSchema(for: document, from: schemas) else {
        return [
          Finding(
            .schemaMissing, "there is no schema for the namespace “\(excerpt(document.root.namespace))”",
            file: file, place: document.root.place)
        ]
      }
      return violations(of: schema, by: bytes, file)
    } catch {
      let reason = error.violations.first.map { ": \(excerpt($0.message))" } ?? ""
      return [Finding(.schemaUnusable, "the schemas cannot be used\(reason)", file: file)]
    }
  }

  private static func violations(
    of schema: borrowing XMLSchema, by bytes: [UInt8], _ file: String
  ) -> [Finding] {
    do throws(XMLError) {
      return try schema.violations(in: bytes, source: file).prefix(mostViolations).map {
        Finding(.schemaViolation, excerpt($0.message), file: file, line: max(1, $0.line))
      }
    } catch {
      return [
        Finding(.schemaUnusable, "the manifest had to be mended, and is not held against them", file: file)
      ]
    }
  }
}

extension FindingCode {
  static let schemaViolation = FindingCode(
    "schema.violation", .note,
    "The manifest does not do what a schema asks. Whether a package is taken is decided by what is read of it, never by a schema.",
    fix: "Mend it where other systems ask for valid manifests.")
  static let schemaMissing = FindingCode(
    "schema.missing", .note, "The folder of schemas has none for the manifest's own namespace.",
    fix: "Put the schemas of the package's specification into the folder.")
  static let schemaUnusable = FindingCode(
    "schema.unusable", .note, "A manifest could not be held against the schemas of the folder.",
    fix: "See that the folder has every schema that the others name.")
}
