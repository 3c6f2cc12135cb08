/// Why a document is not read.
public struct XMLError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What kind of fault it is; the raw value is stable.
  public enum Code: String, Sendable, CaseIterable {
    /// Nothing, or only white space.
    case empty
    /// The document has more bytes than the limit.
    case documentTooLarge = "document-too-large"
    /// An encoding that is not read.
    case encodingUnsupported = "encoding-unsupported"
    /// The bytes are not in the encoding that the document names.
    case encodingMismatch = "encoding-mismatch"
    /// Bytes that are no text in the document's encoding.
    case invalidBytes = "invalid-bytes"
    /// A character that XML 1.0 does not allow (§2.2), written out or as a reference.
    case forbiddenCharacter = "forbidden-character"
    /// A document type declaration: never read, so that entities never exist.
    case doctype
    /// Elements nested deeper than the limit.
    case tooDeep = "too-deep"
    /// More elements than the limit.
    case tooManyElements = "too-many-elements"
    /// One element has more attributes than the limit.
    case tooManyAttributes = "too-many-attributes"
    /// One start tag has more bytes than the limit.
    case startTagTooLong = "start-tag-too-long"
    /// One element's own text has more bytes than the limit.
    case textTooLong = "text-too-long"
    /// The document ends before the root element does.
    case truncated
    /// Something follows the root element: a second root, or text.
    case contentAfterRoot = "content-after-root"
    /// A prefix that no `xmlns:` attribute declares.
    case undeclaredPrefix = "undeclared-prefix"
    /// One attribute twice on one element.
    case duplicateAttribute = "duplicate-attribute"
    /// An end tag that closes another element than the one that is open.
    case mismatchedTags = "mismatched-tags"
    /// A reference to an entity other than the five of XML.
    case undeclaredEntity = "undeclared-entity"
    /// A `&` that begins no reference.
    case bareAmpersand = "bare-ampersand"
    /// Any other breach of the rules of XML.
    case malformed
    /// The parser could not get memory.
    case outOfMemory = "out-of-memory"
  }

  /// The kind of fault.
  public let code: Code
  /// What is wrong, as a sentence for the document's author.
  public let message: String
  /// Where it is wrong; nil where the document as a whole is.
  public let place: Place?

  /// An error with its facts.
  public init(code: Code, message: String, place: Place?) {
    self.code = code
    self.message = message
    self.place = place
  }

  /// `line:column: message`.
  public var description: String {
    guard let place else { return message }
    return "\(place): \(message)"
  }
}

/// Something odd in a document that is read all the same.
public struct XMLWarning: Sendable, Hashable {
  /// What kind of oddity it is.
  public enum Code: String, Sendable, CaseIterable {
    /// The declared encoding is not the one the bytes are in; the bytes were believed.
    case encodingLabel = "encoding-label"
    /// A bare `&` was read as `&amp;`.
    case bareAmpersand = "bare-ampersand"
    /// A namespace name that is no URI.
    case namespaceName = "namespace-name"
  }

  /// The kind of oddity.
  public let code: Code
  /// What is odd, and how it was read.
  public let message: String
  /// Where it is; nil where the document as a whole is meant.
  public let place: Place?
}
