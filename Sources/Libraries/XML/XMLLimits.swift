/// How much of everything a document may hold. Each is tested before libxml2 sees the tag concerned.
public struct XMLLimits: Sendable, Hashable {
  /// Bytes of the document as it arrives, and of its UTF-8 form.
  public var documentBytes: Int
  /// Bytes of one start tag, from `<` to `>`.
  public var startTagBytes: Int
  /// Attributes on one element, namespace declarations included.
  public var attributesPerElement: Int
  /// Elements inside one another; the root is at depth 1.
  public var depth: Int
  /// Elements altogether.
  public var elements: Int
  /// UTF-8 bytes of one element's own text.
  public var textBytesPerElement: Int

  /// Limits for one kind of document; what is not given is as in `standard`.
  public init(
    documentBytes: Int = 16 * 1024 * 1024, startTagBytes: Int = 64 * 1024, attributesPerElement: Int = 256,
    depth: Int = 100, elements: Int = 500_000, textBytesPerElement: Int = 1024 * 1024
  ) {
    self.documentBytes = documentBytes
    self.startTagBytes = startTagBytes
    self.attributesPerElement = attributesPerElement
    self.depth = depth
    self.elements = elements
    self.textBytesPerElement = textBytesPerElement
  }

  /// 16 MiB, start tags of 64 KiB, 256 attributes, depth 100, 500,000 elements, 1 MiB of text an element.
  public static let standard = XMLLimits()
}
