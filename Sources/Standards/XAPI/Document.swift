public import JSON

/// A document: octets of any kind, kept and given back as they were sent (xAPI 1.0.3 Communication 2.2).
public struct Document: Sendable, Hashable {
  /// The value of `Content-Type`, as it was sent.
  public let contentType: String
  /// The contents.
  public let bytes: [UInt8]

  /// A document as it was sent.
  public init(contentType: String, bytes: [UInt8]) {
    (self.contentType, self.bytes) = (contentType, bytes)
  }

  /// Whether it says of itself that it is JSON.
  public var isJSON: Bool {
    let essence = contentType.utf8.prefix { $0 != UInt8(ascii: ";") }.filter { $0 != 0x20 && $0 != 0x09 }
    return essence.elementsEqual("application/json".utf8) { $0 == $1 || $0 | 0x20 == $1 && isLetter($0) }
  }

  /// Throws where it is posted as JSON and is none.
  public func checkPosted() throws(DocumentRefusal) {
    guard isJSON else { return }
    do {
      _ = try JSONDocument(bytes)
    } catch {
      throw .postedMalformed(error)
    }
  }

  /// The document as it is once another was posted on it (Communication 2.2, JSON Procedure): both are JSON objects;
  /// each member of the posted one takes the place of the member of that name, as a whole.
  public func merged(with posted: Document) throws(DocumentRefusal) -> Document {
    guard posted.isJSON else { throw .postedIsNoJSON }
    guard isJSON else { throw .keptIsNoJSON }
    let (kept, added) = (try keptObject(), try posted.postedObject())
    var writer = JSONWriter()
    writer.merged(kept, added) { writer, _, _, value in writer.raw(value.raw) }
    return Document(contentType: contentType, bytes: writer.bytes)
  }

  private func keptObject() throws(DocumentRefusal) -> JSONValue {
    do {
      let value = try JSONDocument(bytes).root
      if value.kind == .object { return value }
    } catch {
      throw .keptIsNoObject
    }
    throw .keptIsNoObject
  }

  private func postedObject() throws(DocumentRefusal) -> JSONValue {
    let value: JSONValue
    do {
      value = try JSONDocument(bytes).root
    } catch {
      throw .postedMalformed(error)
    }
    guard value.kind == .object else { throw .postedIsNoObject }
    return value
  }
}

/// Why a document cannot be posted; the one that is there stays (Communication 2.2).
public enum DocumentRefusal: Error, Hashable, Sendable {
  /// It says it is JSON and is not.
  case postedMalformed(JSONError)
  /// There is a document already, and the posted one is no JSON.
  case postedIsNoJSON
  /// There is a document already, and the posted one is JSON and no object.
  case postedIsNoObject
  /// The document that is there is no JSON.
  case keptIsNoJSON
  /// The document that is there says it is JSON and is no object.
  case keptIsNoObject
}
