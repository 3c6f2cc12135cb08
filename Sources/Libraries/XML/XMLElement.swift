/// An element of a document: a light view, cheap to copy, that keeps its document alive.
public struct XMLElement: Sendable {
  let tree: XMLTree
  let index: Int32

  private var node: XMLTree.Node { tree.node(index) }

  /// The namespace name; empty for an element in none.
  public var namespace: String { tree.name(node.name).namespace }
  /// The name without its prefix.
  public var localName: String { tree.name(node.name).localName }
  /// The prefix as written; empty for none. It means nothing: only the namespace does.
  public var prefix: String { tree.name(node.name).prefix }

  /// Where the start tag's `<` stands.
  public var place: Place { tree.source.place(at: Int(node.offset)) }

  /// The element's own text, references resolved, CDATA included; that of its children not.
  ///
  /// White space between children is left out where nothing else stands there.
  public var text: String { tree.value(node.textStart, node.textEnd) }

  /// The attributes in the order of the document, namespace declarations apart.
  public var attributes: [XMLAttribute] {
    (node.firstAttribute..<node.endAttribute).map { XMLAttribute(tree: tree, index: $0) }
  }

  /// The child elements in the order of the document.
  public var children: XMLChildren { XMLChildren(tree: tree, upcoming: index + 1, end: node.subtreeEnd) }

  /// The element that this one is a child of; nil for the root.
  public var parent: XMLElement? {
    node.parent < 0 ? nil : XMLElement(tree: tree, index: node.parent)
  }

  /// This element and all below it, in the order of the document.
  public var subtree: some Sequence<XMLElement> {
    (index..<node.subtreeEnd).lazy.map { [tree] in XMLElement(tree: tree, index: $0) }
  }

  /// Whether the local name is this one, whatever the namespace.
  public func isNamed(_ localName: String) -> Bool {
    isSameName(self.localName, localName)
  }

  /// The child elements of a local name, whatever their namespace.
  public func children(_ localName: String) -> some Sequence<XMLElement> {
    children.lazy.filter { $0.isNamed(localName) }
  }

  /// The first child element of a local name, whatever its namespace.
  public func child(_ localName: String) -> XMLElement? {
    children.first { $0.isNamed(localName) }
  }

  /// The value of an attribute, in no namespace unless one is given; nil where it is absent.
  public func attribute(_ localName: String, in namespace: String = "") -> String? {
    attributes.first { isSameName($0.localName, localName) && isSameName($0.namespace, namespace) }?.value
  }

  /// Names from the root to here, numbered where siblings share one: `manifest/organizations/item[2]`.
  ///
  /// Cost grows with the number of siblings that stand before each ancestor.
  public var path: String {
    var steps: [String] = []
    var current: XMLElement? = self
    while let element = current {
      steps.append(element.step)
      current = element.parent
    }
    return steps.reversed().joined(separator: "/")
  }

  private var step: String {
    guard let parent else { return localName }
    var position = 0
    var count = 0
    for sibling in parent.children where sibling.isNamed(localName) {
      count += 1
      if sibling.index == index { position = count }
      if position > 0, count > 1 { break }
    }
    return count > 1 ? "\(localName)[\(position)]" : localName
  }
}

extension XMLElement: Equatable {
  /// Whether both are views of the same element of the same document.
  public static func == (one: XMLElement, other: XMLElement) -> Bool {
    one.tree === other.tree && one.index == other.index
  }
}

/// The child elements of an element, found one by one without making an array.
public struct XMLChildren: Sequence, IteratorProtocol, Sendable {
  let tree: XMLTree
  var upcoming: Int32
  let end: Int32

  /// The next child; nil behind the last.
  public mutating func next() -> XMLElement? {
    guard upcoming < end else { return nil }
    defer { upcoming = tree.node(upcoming).subtreeEnd }
    return XMLElement(tree: tree, index: upcoming)
  }
}

/// One attribute of an element.
public struct XMLAttribute: Sendable {
  let tree: XMLTree
  let index: Int32

  private var record: XMLTree.Attribute { tree.attributes[Int(index)] }

  /// The namespace name; empty for an attribute without prefix.
  public var namespace: String { tree.name(record.name).namespace }
  /// The name without its prefix.
  public var localName: String { tree.name(record.name).localName }
  /// The prefix as written; empty for none.
  public var prefix: String { tree.name(record.name).prefix }
  /// The value, references resolved and white space normalised as XML 1.0 §3.3.3 tells.
  public var value: String { tree.value(record.valueStart, record.valueEnd) }
}
