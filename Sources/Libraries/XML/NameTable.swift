import CLibXML2

/// Each name of a document once. libxml2 gives equal names equal pointers, so most look-ups compare no text.
struct NameTable {
  private(set) var names: [XMLTree.Name] = []
  private var known: [PointerTriple: Int32] = [:]

  private struct PointerTriple: Hashable {
    let localName: UInt
    let prefix: UInt
    let namespace: UInt
  }

  mutating func index(of name: StartedName) -> Int32 {
    let triple = unsafe PointerTriple(
      localName: UInt(bitPattern: name.localName), prefix: UInt(bitPattern: name.prefix),
      namespace: UInt(bitPattern: name.namespace))
    if let index = known[triple] { return index }
    let index = Int32(names.count)
    unsafe names.append(
      XMLTree.Name(
        namespace: text(name.namespace), prefix: text(name.prefix), localName: text(name.localName)))
    known[triple] = index
    return index
  }

  private func text(_ pointer: UnsafePointer<xmlChar>?) -> String {
    guard let pointer = unsafe pointer else { return "" }
    return unsafe String(cString: pointer)
  }
}
