public import XAPI

/// A document is not changed because of the one that is there (xAPI 1.0.3 Communication 3.1).
public enum DocumentConflict: Explainable, Hashable {
  /// It is not the one that was meant.
  case preconditionFailed
  /// One is there, and nothing shows that the sender knows it.
  case documentThere
  /// The sender has to say whether it knows of one.
  case preconditionMissing

  public var explanation: Explanation {
    switch self {
    case .preconditionFailed:
      Explanation(
        .conflict, "precondition-failed", "the document that is there is not the one that was meant",
        remedy: "look at the document as it is now, and decide again")
    case .documentThere:
      Explanation(
        .conflict, "document-exists", "there is a document of this id already",
        remedy: "look at the document as it is now, and send its entity tag as If-Match")
    case .preconditionMissing:
      Explanation(
        .unusable, "precondition-missing", "a profile is put with If-Match or If-None-Match",
        remedy: "send If-None-Match: * for a new one")
    }
  }
}

extension DocumentPrecondition {
  /// Throws unless the change is granted.
  func require(
    on method: Method, of resource: DocumentResource, tag: String?
  ) throws(DocumentConflict) {
    switch verdict(on: method, of: resource, tag: tag) {
    case .granted: return
    case .failed: throw .preconditionFailed
    case .documentThere: throw .documentThere
    case .missing: throw .preconditionMissing
    }
  }
}

extension DocumentRefusal: Explainable {
  public var explanation: Explanation {
    switch self {
    case .postedMalformed(let error):
      Explanation(.unusable, "json-malformed", "the document is not JSON as RFC 8259 has it: \(error)")
    case .postedIsNoJSON:
      Explanation(
        .unusable, "document-not-json", "there is a document already, and only JSON can be added to it",
        remedy: "send the members to be added as application/json")
    case .postedIsNoObject:
      Explanation(
        .unusable, "document-not-object",
        "there is a document already, and only a JSON object can be added to it")
    case .keptIsNoJSON:
      Explanation(
        .unusable, "kept-document-not-json", "the document that is there is no JSON, so nothing can be added",
        remedy: "put the whole document in its place")
    case .keptIsNoObject:
      Explanation(
        .unusable, "kept-document-not-object",
        "the document that is there is no JSON object, so nothing can be added",
        remedy: "put the whole document in its place")
    }
  }
}
