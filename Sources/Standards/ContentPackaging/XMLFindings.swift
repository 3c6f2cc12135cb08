import XML

extension FindingCode {
  /// The code for each reason why XML is not read: `xml.doctype`, `xml.truncated` …
  static func unreadableXML(_ code: XMLError.Code) -> FindingCode {
    FindingCode(
      "xml.\(code.rawValue)", .error, explanation(of: code),
      fix: code == .outOfMemory ? nil : "Export the package again, or correct the file at the place named.")
  }

  /// One code for each reason.
  static let xmlCodes: [FindingCode] = XMLError.Code.allCases.map(unreadableXML)

  private static func explanation(of code: XMLError.Code) -> String {
    switch code {
    case .empty: "The file is empty."
    case .documentTooLarge: "The file is larger than 16 MiB."
    case .encodingUnsupported: "Read are UTF-8, UTF-16, ISO-8859-1 and windows-1252."
    case .encodingMismatch: "The bytes are not in the encoding that the file names."
    case .invalidBytes: "Some bytes are no text in the file's encoding: it is damaged or wrongly labelled."
    case .forbiddenCharacter: "XML 1.0 (§2.2) does not allow this character, nor a reference to it."
    case .doctype:
      "Document type declarations are refused: through them a file could read other files or blow itself up, and "
        + "no course manifest needs one."
    case .tooDeep: "Elements are nested more than 100 deep."
    case .tooManyElements: "The file has more than 500,000 elements."
    case .tooManyAttributes: "One element has more than 256 attributes."
    case .startTagTooLong: "One start tag is longer than 64 KiB."
    case .textTooLong: "The text of one element is longer than 1 MiB."
    case .truncated: "The file ends before its root element does: it was cut, perhaps while it was copied."
    case .contentAfterRoot: "A document has one root element, and only comments may follow it."
    case .undeclaredPrefix: "Each prefix must be declared by an xmlns attribute (Namespaces in XML §5)."
    case .duplicateAttribute: "An attribute may stand only once on an element (XML 1.0 §3.1)."
    case .mismatchedTags: "Each end tag must close the element that was opened last (XML 1.0 §3)."
    case .undeclaredEntity:
      "XML knows only &amp; &lt; &gt; &quot; and &apos;; write other characters as they are."
    case .bareAmpersand: "XML wants every “&” written as “&amp;”."
    case .malformed: "The file breaks a rule of XML 1.0."
    case .outOfMemory: "The parser could not get memory."
    }
  }
}
