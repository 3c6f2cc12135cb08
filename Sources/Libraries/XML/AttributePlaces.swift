extension XMLElement {
  /// Where an attribute's name stands; the tag's own place where the element has no such attribute.
  ///
  /// Cost grows with the length of the start tag.
  public func place(ofAttribute localName: String, in namespace: String = "") -> Place {
    let found = attributes.first {
      isSameName($0.localName, localName) && isSameName($0.namespace, namespace)
    }
    guard let found else { return place }
    let name = found.prefix.isEmpty ? localName : "\(found.prefix):\(localName)"
    let start = Int(tree.node(index).offset)
    let offset = attributeOffsets(in: tree.source.bytes, tag: start, named: name).first
    return tree.source.place(at: offset ?? start)
  }
}

/// The offsets of the attributes of that qualified name in the start tag that begins at `tag`.
func attributeOffsets(in bytes: [UInt8], tag: Int, named name: String) -> [Int] {
  var found: [Int] = []
  var offset = tag + 1
  var quote: UInt8 = 0
  while offset < bytes.count {
    let octet = bytes[offset]
    if quote != 0 {
      if octet == quote { quote = 0 }
    } else if octet == UInt8(ascii: "\"") || octet == UInt8(ascii: "'") {
      quote = octet
    } else if octet == UInt8(ascii: ">") {
      break
    } else if isXMLSpace(bytes[offset - 1]), isAttribute(name, in: bytes, at: offset) {
      found.append(offset)
    }
    offset += 1
  }
  return found
}

/// Whether the name stands at the offset, followed by `=`.
private func isAttribute(_ name: String, in bytes: [UInt8], at offset: Int) -> Bool {
  guard bytes[offset...].starts(with: name.utf8) else { return false }
  return bytes[(offset + name.utf8.count)...].first { !isXMLSpace($0) } == UInt8(ascii: "=")
}
