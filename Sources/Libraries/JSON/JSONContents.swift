/// The elements of an array, in order.
public struct JSONElements: Sequence, Sendable {
  let document: JSONDocument
  let array: Int

  /// Starts at the first element.
  public func makeIterator() -> Iterator {
    Iterator(document: document, position: array + 1, end: array + document.nodes[array].span)
  }

  /// Whether the array is empty; needs no walk.
  public var isEmpty: Bool { document.nodes[array].span == 1 }

  /// Goes from element to element, passing over what each contains.
  public struct Iterator: IteratorProtocol {
    let document: JSONDocument
    var position: Int
    let end: Int

    /// The next element; nil behind the last.
    public mutating func next() -> JSONValue? {
      guard position < end else { return nil }
      defer { position += document.nodes[position].span }
      return JSONValue(document: document, index: position)
    }
  }
}

/// The members of an object, in the order they were sent. No two have the same name.
public struct JSONMembers: Sequence, Sendable {
  let document: JSONDocument
  let object: Int

  /// Starts at the first member.
  public func makeIterator() -> Iterator {
    Iterator(document: document, position: object + 1, end: object + document.nodes[object].span)
  }

  /// Whether the object is empty; needs no walk.
  public var isEmpty: Bool { document.nodes[object].span == 1 }

  /// Goes from member to member, passing over what each value contains.
  public struct Iterator: IteratorProtocol {
    let document: JSONDocument
    var position: Int
    let end: Int

    /// The next member; nil behind the last.
    public mutating func next() -> JSONMember? {
      guard position < end else { return nil }
      defer { position += 1 + document.nodes[position + 1].span }
      return JSONMember(document: document, index: position)
    }
  }
}

/// A name and its value within an object.
public struct JSONMember: Sendable {
  let document: JSONDocument
  let index: Int

  /// The member's name, unique within its object.
  public var name: JSONText { JSONText(document: document, index: index) }

  /// What the name stands for.
  public var value: JSONValue { JSONValue(document: document, index: index + 1) }

  /// Offsets of the whole member in the document, from the name's opening quote to behind the value.
  public var range: Range<Int> {
    Int(document.nodes[index].start)..<Int(document.nodes[index + 1].end)
  }
}
