/// What a package says beyond the neutral model, kept as it was said: an element with its attributes, text and parts.
///
/// Names are the specification's own (`sequencing`, `controlMode`); prefixes and namespaces are left out.
public struct Detail: Sendable, Hashable {
  /// One attribute, as written.
  public struct Attribute: Sendable, Hashable {
    public let name: String
    public let value: String

    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// The element's name.
  public let name: String
  /// The attributes, in the order written.
  public let attributes: [Attribute]
  /// The text without white space around it; nil where there is none.
  public let text: String?
  /// The elements within, in the order written.
  public let parts: [Detail]

  public init(_ name: String, attributes: [Attribute] = [], text: String? = nil, parts: [Detail] = []) {
    self.name = name
    self.attributes = attributes
    self.text = text
    self.parts = parts
  }

  /// The first part of a name.
  public func part(_ name: String) -> Detail? { parts.first { $0.name == name } }

  /// The value of an attribute.
  public func attribute(_ name: String) -> String? { attributes.first { $0.name == name }?.value }
}
