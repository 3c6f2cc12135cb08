import Testing
import XML

/// “XSD results are notes, only where the operator points at the standards' schemas”: schemas that name each other, from
/// a folder and from nowhere else.
@Suite struct SchemaFolderTests {
  /// A schema with a part that it includes and one of another namespace, which it imports from an address elsewhere.
  private static let files = [
    "course.xsd": """
    <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:course" xmlns:t="urn:title"
        targetNamespace="urn:course" elementFormDefault="qualified">
      <xs:include schemaLocation="parts/unit.xsd"/>
      <xs:import namespace="urn:title" schemaLocation="http://schemas.example/title.xsd"/>
      <xs:element name="course"><xs:complexType><xs:sequence>
        <xs:element ref="t:title"/><xs:element name="unit" type="unit" maxOccurs="unbounded"/>
      </xs:sequence></xs:complexType></xs:element>
    </xs:schema>
    """,
    "parts/unit.xsd": """
    <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:course">
      <xs:complexType name="unit"><xs:attribute name="id" type="xs:NCName" use="required"/></xs:complexType>
    </xs:schema>
    """,
    "title.xsd": """
    <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:title">
      <xs:element name="title" type="xs:string"/>
    </xs:schema>
    """,
  ]

  private static func bytes(_ files: [String: String]) -> [String: [UInt8]] {
    files.mapValues { Array($0.utf8) }
  }

  private static func violations(
    _ document: String, _ files: [String: String] = files
  ) throws -> [XMLSchema.Violation]? {
    let octets = Array(document.utf8)
    let parsed = try XMLDocument(bytes: octets, source: "course.xml")
    guard let schema = try XMLSchema(for: parsed, from: SchemaFolder(bytes(files))) else { return nil }
    return try schema.violations(in: octets, source: "course.xml")
  }

  @Test(
    "A document is held against all the schemas that it needs",
    arguments: [
      ("valid", "<t:title>A</t:title><unit id=\"u\"/>", []),
      ("against the schema itself", "<unit id=\"u\"/>", [2]),
      ("against what is included", "<t:title>A</t:title>\n<unit id=\"1\"/>", [3]),
      ("against what is imported", "<t:title><b/></t:title><unit id=\"u\"/>", [2]),
    ] as [(String, String, [Int])])
  func heldAgainst(_ name: String, _ content: String, _ lines: [Int]) throws {
    let document = "<course xmlns=\"urn:course\" xmlns:t=\"urn:title\">\n\(content)</course>"
    let found = try #require(try SchemaFolderTests.violations(document))
    #expect(found.map(\.line) == lines, "\(name): \(found)")
  }

  @Test("A document of a namespace that no schema is for is held against none")
  func none() throws {
    #expect(try SchemaFolderTests.violations("<course xmlns=\"urn:other\"/>") == nil)
  }

  @Test(
    "Of several schemas for a namespace, a document is held against the one that it names, by its name only")
  func named() throws {
    let schema = { (element: String) in
      "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' targetNamespace='urn:n'><xs:element name='\(element)'/></xs:schema>"
    }
    let files = ["a.xsd": schema("one"), "b.xsd": schema("two")]
    let document = { (element: String, location: String) in
      """
      <\(element) xmlns="urn:n" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
        xsi:schemaLocation="urn:n \(location)"/>
      """
    }
    #expect(try SchemaFolderTests.violations(document("one", "c.xsd"), files)?.count == 0)
    #expect(try SchemaFolderTests.violations(document("two", "c.xsd"), files)?.count == 1)
    #expect(try SchemaFolderTests.violations(document("two", "http://x.example/b.xsd"), files)?.count == 0)
  }

  @Test(
    "Nothing is loaded from a file or an address",
    arguments: ["/etc/passwd", "file:///etc/passwd", "http://127.0.0.1:9/a.xsd", "../../etc/passwd"])
  func nothingElse(_ location: String) throws {
    let schema = """
      <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:n">
        <xs:include schemaLocation="\(location)"/><xs:element name="a"/>
      </xs:schema>
      """
    #expect(throws: XMLSchema.Unusable.self) {
      try SchemaFolderTests.violations("<a xmlns=\"urn:n\"/>", ["a.xsd": schema])
    }
  }

  @Test("What is no schema is passed over, and one that cannot be compiled is told")
  func broken() throws {
    let files = SchemaFolderTests.files.merging(["x.xsd": "no schema", "y.xsd": "<a/>"]) { first, _ in first }
    let document = "<course xmlns=\"urn:course\" xmlns:t=\"urn:title\"><t:title/><unit id=\"u\"/></course>"
    #expect(try SchemaFolderTests.violations(document, files)?.count == 0)
    let lacking = files.filter { $0.key != "title.xsd" }
    #expect(throws: XMLSchema.Unusable.self) { try SchemaFolderTests.violations(document, lacking) }
  }
}
