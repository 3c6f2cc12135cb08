import JSON
import Testing

/// The checker of schemas finds what is wrong, and nothing else.
@Suite struct SchemaCheckingTests {
  @Test(arguments: [
    (#"{"type": "string"}"#, #""a""#, true), (#"{"type": "string"}"#, "1", false),
    (#"{"type": "integer", "minimum": 1, "maximum": 3}"#, "3", true),
    (#"{"type": "integer", "minimum": 1}"#, "0", false), (#"{"type": "integer", "maximum": 3}"#, "4", false),
    (#"{"type": "integer"}"#, "1.5", false), (#"{"type": "number"}"#, "1.5", true),
    (#"{"type": "string", "enum": ["a", "b"]}"#, #""c""#, false),
    (#"{"type": "string", "pattern": "^[a-z]+$"}"#, #""A""#, false),
    (#"{"type": "array", "items": {"type": "boolean"}}"#, "[true, 1]", false),
    (#"{"anyOf": [{"type": "null"}, {"type": "boolean"}]}"#, "null", true),
    (#"{"anyOf": [{"type": "null"}, {"type": "boolean"}]}"#, "1", false),
    (
      #"{"type": "object", "properties": {"a": {}}, "required": ["a"], "additionalProperties": false}"#,
      #"{"a": 1}"#, true
    ),
    (
      #"{"type": "object", "properties": {"a": {}}, "required": ["a"], "additionalProperties": false}"#, "{}",
      false
    ),
    (#"{"type": "object", "properties": {"a": {}}, "additionalProperties": false}"#, #"{"b": 1}"#, false),
    (#"{"type": "object", "additionalProperties": {"type": "string"}}"#, #"{"b": 1}"#, false),
    (##"{"$ref": "#/a"}"##, "1", false), (##"{"$ref": "#/a"}"##, #""x""#, true),
  ])
  func aFaultIsFound(_ schema: String, _ value: String, _ isSound: Bool) throws {
    let document = try JSONDocument(Array(#"{"a": {"type": "string"}}"#.utf8)).root
    let faults = SchemaChecking(document: document).faults(
      of: try JSONDocument(Array(value.utf8)).root, against: try JSONDocument(Array(schema.utf8)).root)
    #expect(faults.isEmpty == isSound, "\(faults)")
  }
}
