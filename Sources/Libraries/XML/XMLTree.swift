/// The elements of a document in flat arrays, in document order: built and released without recursion.
final class XMLTree: Sendable {
  /// One element. Its subtree is the run of nodes from its own index to `subtreeEnd`.
  struct Node: Sendable {
    let name: Int32
    let parent: Int32
    var subtreeEnd: Int32
    let firstAttribute: Int32
    let endAttribute: Int32
    var textStart: Int32
    var textEnd: Int32
    /// The byte offset of the start tag's `<`.
    let offset: Int32
  }

  /// One attribute: its name, and where its value lies among the values.
  struct Attribute: Sendable {
    let name: Int32
    let valueStart: Int32
    let valueEnd: Int32
  }

  /// A name as it is used: namespace (empty for none), prefix (empty for none), local part.
  struct Name: Sendable {
    let namespace: String
    let prefix: String
    let localName: String
  }

  let source: SourceText
  let nodes: [Node]
  let attributes: [Attribute]
  let names: [Name]
  /// Texts and attribute values, one behind the other.
  let values: [UInt8]

  init(source: SourceText, nodes: [Node], attributes: [Attribute], names: [Name], values: [UInt8]) {
    self.source = source
    self.nodes = nodes
    self.attributes = attributes
    self.names = names
    self.values = values
  }

  func value(_ start: Int32, _ end: Int32) -> String {
    String(decoding: values[Int(start)..<Int(end)], as: UTF8.self)
  }

  func node(_ index: Int32) -> Node { nodes[Int(index)] }

  func name(_ index: Int32) -> Name { names[Int(index)] }
}

/// Whether two names are the same bytes: canonical equivalence must not make one name of two.
func isSameName(_ one: String, _ other: String) -> Bool {
  one.utf8.count == other.utf8.count && one.utf8.elementsEqual(other.utf8)
}
