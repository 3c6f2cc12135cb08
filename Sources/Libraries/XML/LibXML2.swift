import CLibXML2

/// The library itself: its one-time set-up, and its errors in our words.
enum LibXML2 {
  /// Whether the library was set up: its tables made, and the loading of files and addresses switched off for good. What
  /// is loaded is what `SchemaLoading` holds in memory.
  static let isReady: Bool = {
    xmlInitParser()
    unsafe xmlSetExternalEntityLoader(SchemaLoading.load)
    return true
  }()

  /// The facts of one report of libxml2.
  struct Fault {
    let number: UInt32
    let isError: Bool
    let detail: String
    /// The first name that the report is about.
    let subject: String?
    let line: Int

    init(_ error: xmlError) {
      number = unsafe UInt32(bitPattern: error.code)
      isError = unsafe error.level.rawValue >= XML_ERR_ERROR.rawValue
      let message = unsafe error.message.map { unsafe String(cString: $0) } ?? ""
      detail = String(decoding: message.utf8.reversed().drop { isXMLSpace($0) }.reversed(), as: UTF8.self)
      subject = unsafe error.str1.map { unsafe String(cString: $0) }
      line = Int(unsafe error.line)
    }

    /// Whether it only complains that a namespace name is no absolute URI: common, and without consequence.
    var isAboutNamespaceName: Bool {
      number == XML_WAR_NS_URI.rawValue || number == XML_WAR_NS_URI_RELATIVE.rawValue
    }

    /// Our kind of fault and our sentence, with libxml2's detail where it adds something.
    func inOurWords(rootHasEnded: Bool) -> (XMLError.Code, String) {
      switch number {
      case XML_ERR_DOCUMENT_END.rawValue, XML_ERR_TAG_NOT_FINISHED.rawValue,
        XML_ERR_DOCUMENT_EMPTY.rawValue:
        rootHasEnded
          ? (.contentAfterRoot, "something follows the end of the root element")
          : (.truncated, "the document ends before its root element does")
      case XML_NS_ERR_UNDEFINED_NAMESPACE.rawValue:
        (.undeclaredPrefix, "a prefix is used that nothing declares: \(detail)")
      case XML_ERR_ATTRIBUTE_REDEFINED.rawValue, XML_NS_ERR_ATTRIBUTE_REDEFINED.rawValue:
        (.duplicateAttribute, "an attribute stands twice in one tag: \(detail)")
      case XML_ERR_TAG_NAME_MISMATCH.rawValue:
        (.mismatchedTags, "an end tag closes another element than the one that is open: \(detail)")
      case XML_ERR_UNDECLARED_ENTITY.rawValue:
        (.undeclaredEntity, "an entity is used that XML does not have: \(detail)")
      case XML_ERR_NAME_REQUIRED.rawValue where detail.utf8.starts(with: "xmlParseEntityRef".utf8),
        XML_ERR_ENTITYREF_SEMICOL_MISSING.rawValue:
        (.bareAmpersand, "a bare “&” must be written “&amp;”")
      case XML_ERR_INVALID_CHAR.rawValue, XML_ERR_INVALID_CHARREF.rawValue,
        XML_ERR_INVALID_HEX_CHARREF.rawValue, XML_ERR_INVALID_DEC_CHARREF.rawValue:
        (.forbiddenCharacter, "a character or character reference is not allowed in XML: \(detail)")
      default:
        (.malformed, "the document is not well-formed: \(detail)")
      }
    }
  }
}
