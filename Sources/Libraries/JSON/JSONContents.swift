/// The elements of an array, in order.
public struct JSONElements: Sequence, Sendable {
  @usableFromInline let document: JSONDocument
  @usableFromInline let array: Int

  @inlinable init(document: JSONDocument, array: Int) {
    (self.document, self.array) = (document, array)
  }

  /// Starts at the first element.
  @inlinable public func makeIterator() -> Iterator {
    Iterator(document: document, position: array + 1, end: array + document.nodes[array].span)
  }

  /// Whether the array is empty; needs no walk.
  public var isEmpty: Bool { document.nodes[array].span == 1 }

  /// Goes from element to element, passing over what each contains.
  public struct Iterator: IteratorProtocol {
    @usableFromInline let document: JSONDocument
    @usableFromInline var position: Int
    @usableFromInline let end: Int

    @inlinable init(document: JSONDocument, position: Int, end: Int) {
      (self.document, self.position, self.end) = (document, position, end)
    }

    /// The next element; nil behind the last.
    @inlinable public mutating func next() -> JSONValue? {
      guard position < end else { return nil }
      defer { position += document.nodes[position].span }
      return JSONValue(document: document, index: position)
    }
  }
}

/// The members of an object, in the order they were sent. No two have the same name.
public struct JSONMembers: Sequence, Sendable {
  @usableFromInline let document: JSONDocument
  @usableFromInline let object: Int

  @inlinable init(document: JSONDocument, object: Int) {
    (self.document, self.object) = (document, object)
  }

  /// Starts at the first member.
  @inlinable public func makeIterator() -> Iterator {
    Iterator(document: document, position: object + 1, end: object + document.nodes[object].span)
  }

  /// Whether the object is empty; needs no walk.
  public var isEmpty: Bool { document.nodes[object].span == 1 }

  /// Goes from member to member, passing over what each value contains.
  public struct Iterator: IteratorProtocol {
    @usableFromInline let document: JSONDocument
    @usableFromInline var position: Int
    @usableFromInline let end: Int

    @inlinable init(document: JSONDocument, position: Int, end: Int) {
      (self.document, self.position, self.end) = (document, position, end)
    }

    /// The next member; nil behind the last.
    @inlinable public mutating func next() -> JSONMember? {
      guard position < end else { return nil }
      defer { position += 1 + document.nodes[position + 1].span }
      return JSONMember(document: document, index: position)
    }
  }
}

/// A name and its value within an object.
public struct JSONMember: Sendable {
  @usableFromInline let document: JSONDocument
  @usableFromInline let index: Int

  @inlinable init(document: JSONDocument, index: Int) {
    (self.document, self.index) = (document, index)
  }

  /// The member's name, unique within its object.
  @inlinable public var name: JSONText { JSONText(document: document, index: index) }

  /// What the name stands for.
  @inlinable public var value: JSONValue { JSONValue(document: document, index: index + 1) }

  /// Offsets of the whole member in the document, from the name's opening quote to behind the value.
  public var range: Range<Int> {
    Int(document.nodes[index].start)..<Int(document.nodes[index + 1].end)
  }
}
