import CLibXML2

/// An XML Schema (XSD 1.0) held in memory, to validate documents against.
///
/// Nothing is loaded but from a folder of schemas: a schema by itself that includes or imports another by location is
/// refused.
@safe public struct XMLSchema: ~Copyable {
  /// What a schema or a document does wrong.
  public struct Violation: Sendable, Hashable, CustomStringConvertible {
    /// The line where the element's start tag ends, from 1; 0 where libxml2 names none.
    public let line: Int
    /// libxml2's sentence.
    public let message: String

    /// `line: message`.
    public var description: String { "\(line): \(message)" }
  }

  /// A schema that cannot be used, and why.
  public struct Unusable: Error, Sendable {
    /// What is wrong, in the order of the schema.
    public let violations: [Violation]
  }

  private let schema: xmlSchemaPtr

  /// Compiles a schema. Throws `Unusable`.
  public init(_ bytes: [UInt8]) throws(Unusable) {
    let found = Violations()
    let isReady = LibXML2.isReady
    let compiled = unsafe bytes.withUnsafeBytes { buffer -> xmlSchemaPtr? in
      guard isReady, let base = buffer.baseAddress else { return nil }
      let start = unsafe base.assumingMemoryBound(to: CChar.self)
      guard let parser = unsafe xmlSchemaNewMemParserCtxt(start, Int32(buffer.count)) else { return nil }
      defer { unsafe xmlSchemaFreeParserCtxt(parser) }
      unsafe xmlSchemaSetParserStructuredErrors(parser, recordViolation, found.asOwner)
      return unsafe xmlSchemaParse(parser)
    }
    guard let compiled = unsafe compiled, found.list.isEmpty else {
      unsafe xmlSchemaFree(compiled)
      throw Unusable(violations: found.list)
    }
    unsafe schema = compiled
  }

  /// Compiles the schemas of a folder that a document needs: those for the namespaces that it uses, and what they import.
  /// Nil where the folder has none for the document's root. Throws `Unusable`.
  public init?(for document: XMLDocument, from folder: SchemaFolder) throws(Unusable) {
    guard let driver = folder.driver(for: document) else { return nil }
    let found = Violations()
    let isReady = LibXML2.isReady
    let compiled = unsafe SchemaLoading.with(folder, driver: driver) { address -> xmlSchemaPtr? in
      guard isReady, let parser = unsafe xmlSchemaNewParserCtxt(address) else { return nil }
      defer { unsafe xmlSchemaFreeParserCtxt(parser) }
      unsafe xmlSchemaSetParserStructuredErrors(parser, recordViolation, found.asOwner)
      return unsafe xmlSchemaParse(parser)
    }
    guard let compiled = unsafe compiled else { throw Unusable(violations: found.list) }
    unsafe schema = compiled
  }

  deinit {
    unsafe xmlSchemaFree(schema)
  }

  /// What a document does wrong; empty where it is valid. At most 1,000 violations are told.
  ///
  /// The document is first read as `XMLDocument` reads it, so that no hostile document reaches the validator.
  /// Throws `XMLError` where it cannot be read at all.
  public func violations(in document: [UInt8], source: String) throws(XMLError) -> [Violation] {
    _ = try XMLDocument(bytes: document, source: source)
    let found = Violations()
    let status = unsafe document.withUnsafeBytes { unsafe validate($0, found) }
    guard status >= 0 else {
      throw XMLError(code: .outOfMemory, message: "the validator could not be started", place: nil)
    }
    return found.list
  }

  /// 0 for valid, above 0 for invalid, below 0 where the validator failed.
  private func validate(_ buffer: UnsafeRawBufferPointer, _ found: Violations) -> Int32 {
    let options = Int32(
      XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
        | XML_PARSE_BIG_LINES.rawValue)
    guard let base = buffer.baseAddress else { return -1 }
    let start = unsafe base.assumingMemoryBound(to: CChar.self)
    guard let tree = unsafe xmlReadMemory(start, Int32(buffer.count), nil, nil, options) else { return -1 }
    defer { unsafe xmlFreeDoc(tree) }
    guard let validator = unsafe xmlSchemaNewValidCtxt(schema) else { return -1 }
    defer { unsafe xmlSchemaFreeValidCtxt(validator) }
    unsafe xmlSchemaSetValidStructuredErrors(validator, recordViolation, found.asOwner)
    return unsafe xmlSchemaValidateDoc(validator, tree)
  }
}

/// Collects what libxml2 reports during one call.
private final class Violations {
  private(set) var list: [XMLSchema.Violation] = []

  var asOwner: UnsafeMutableRawPointer {
    unsafe Unmanaged.passUnretained(self).toOpaque()
  }

  func add(_ fault: LibXML2.Fault) {
    guard list.count < 1000 else { return }
    list.append(XMLSchema.Violation(line: fault.line, message: fault.detail))
  }
}

private func recordViolation(_ owner: UnsafeMutableRawPointer?, _ error: xmlErrorPtr?) {
  guard let owner = unsafe owner, let error = unsafe error else { return }
  unsafe Unmanaged<Violations>.fromOpaque(owner).takeUnretainedValue().add(LibXML2.Fault(error.pointee))
}
