/// An XML document, parsed safely into a tree of elements with exact places.
///
/// The encoding is found and verified first; limits act and a document type declaration is refused before
/// libxml2 sees a byte; nothing is ever loaded from a file or the network. The same bytes always give the same
/// tree or the same error.
public struct XMLDocument: Sendable {
  /// What the document is called in messages: a file name.
  public let sourceName: String
  /// The outermost element.
  public let root: XMLElement
  /// Every namespace name that the document declares, each once, in order of appearance, used or not.
  public let declaredNamespaces: [String]
  /// What was odd, and how it was read.
  public let warnings: [XMLWarning]

  /// Parses a document.
  ///
  /// - Parameters:
  ///   - bytes: the whole document, in one of the encodings of `XMLError.Code.encodingUnsupported`'s message.
  ///   - source: what to call the document in messages.
  ///   - limits: how much of everything it may hold.
  ///   - repairsBareAmpersands: whether a bare `&` is read as `&amp;`, with a warning for each (at most 100).
  /// - Throws: `XMLError` at the first fault. Cost grows with the number of bytes.
  public init(
    bytes: [UInt8], source: String, limits: XMLLimits = .standard, repairsBareAmpersands: Bool = false
  ) throws(XMLError) {
    try XMLDocument.refuseOversize(bytes.count, limits)
    let decoded = try DecodedText(bytes)
    try XMLDocument.refuseOversize(decoded.bytes.count, limits)
    guard decoded.bytes.contains(where: { !isXMLSpace($0) }) else {
      throw XMLError(code: .empty, message: "the document is empty", place: nil)
    }
    let text = SourceText(bytes: decoded.bytes, bytesBefore: decoded.bytesBefore)
    let repair = repairsBareAmpersands ? AmpersandRepair(decoded.bytes) : nil
    try TagScan.refuseExcess(in: text, from: decoded.declarationLength, limits: limits)
    let builder = TreeBuilder(
      text: text, limits: limits, declarationLength: decoded.declarationLength, repair: repair)
    let tree = try builder.build()
    sourceName = source
    root = XMLElement(tree: tree, index: 0)
    declaredNamespaces = builder.declaredNamespaces
    warnings =
      XMLDocument.labelWarnings(decoded.warning) + XMLDocument.repairWarnings(repair, in: text)
      + builder.warnings
  }

  private static func refuseOversize(_ count: Int, _ limits: XMLLimits) throws(XMLError) {
    guard count > limits.documentBytes else { return }
    throw XMLError(
      code: .documentTooLarge, message: "the document is longer than \(limits.documentBytes) bytes",
      place: nil)
  }

  private static func labelWarnings(_ message: String?) -> [XMLWarning] {
    guard let message else { return [] }
    return [
      XMLWarning(code: .encodingLabel, message: message, place: Place(line: 1, column: 1, byte: 0))
    ]
  }

  private static func repairWarnings(_ repair: AmpersandRepair?, in text: SourceText) -> [XMLWarning] {
    (repair?.repaired.prefix(100) ?? []).map {
      XMLWarning(
        code: .bareAmpersand, message: "a bare “&” was read as “&amp;”", place: text.place(at: $0))
    }
  }
}
