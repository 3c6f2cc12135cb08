import Files
import RegistrarXML
import Reports
import Representations
import Testing

/// “JSON with its schema”.
@Suite struct ReportSchemaTests {
  @Test(
    "the schema that is shipped is what the description of the API says of a report",
    arguments: [
      ("certification-report", CertificationReport.schema, RegistrarNamespace.certificationReport),
      ("list-report", ListReport.schema, RegistrarNamespace.listReport),
    ])
  func shipped(name: String, schema: Schema, identity: String) throws {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let shipped = try File.read("/\(root)/Schemas/json/\(name).schema.json", limit: 1 << 20)
    #expect(
      String(decoding: shipped, as: UTF8.self) == String(decoding: schema.document(identity), as: UTF8.self))
  }
}
