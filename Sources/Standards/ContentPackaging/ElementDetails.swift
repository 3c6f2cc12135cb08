public import Catalogue
public import XML

extension Detail {
  /// The most elements that one detail keeps; what lies beyond is left out, the original file is kept anyway.
  static let mostParts = 20_000

  /// An element with everything in it, as it was written. The tree is at most as deep as the XML limits allow.
  ///
  /// - Parameter isKept: which elements are kept; one that is not takes along what is in it.
  public init(_ element: XMLElement, keeping isKept: (XMLElement) -> Bool = { _ in true }) {
    var room = Detail.mostParts
    self.init(element, &room, isKept)
  }

  private init(_ element: XMLElement, _ room: inout Int, _ isKept: (XMLElement) -> Bool) {
    var parts: [Detail] = []
    for child in element.children where room > 0 && isKept(child) {
      room -= 1
      parts.append(Detail(child, &room, isKept))
    }
    let text = String(decoding: trimmed(element.text), as: UTF8.self)
    self.init(
      element.localName,
      attributes: element.attributes.map { Attribute($0.localName, $0.value) },
      text: text.isEmpty ? nil : text, parts: parts)
  }
}
