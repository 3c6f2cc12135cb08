import CLibXML2

/// Builds a tree from libxml2's SAX2 events, and turns its first error into ours.
///
/// Safe because the parser's pointer is held only while `build()` runs, which frees it.
@safe final class TreeBuilder {
  private let text: SourceText
  private let limits: XMLLimits
  private let declarationLength: Int
  private let parsed: [UInt8]
  private let repaired: [Int]
  private var nodes: [XMLTree.Node] = []
  private var attributes: [XMLTree.Attribute] = []
  private var values: [UInt8] = []
  private var names = NameTable()
  /// The elements that are open, outermost first, and the own text of each so far.
  private var open: [Int32] = []
  private var openTexts: [[UInt8]] = []
  private(set) var declaredNamespaces: [String] = []
  private var declared: Set<UInt> = []
  private(set) var warnings: [XMLWarning] = []
  private var failure: XMLError?
  private var context: xmlParserCtxtPtr?

  init(text: SourceText, limits: XMLLimits, declarationLength: Int, repair: AmpersandRepair?) {
    self.text = text
    self.limits = limits
    self.declarationLength = declarationLength
    parsed = repair?.bytes ?? text.bytes
    repaired = repair?.repaired ?? []
  }

  /// Parses the text; throws its first fault.
  func build() throws(XMLError) -> XMLTree {
    guard LibXML2.isReady, let context = unsafe makeContext() else {
      throw XMLError(code: .outOfMemory, message: "the XML parser could not be started", place: nil)
    }
    unsafe self.context = context
    let status = unsafe feed(context)
    unsafe self.context = nil
    unsafe xmlFreeParserCtxt(context)
    if let failure { throw failure }
    guard status == 0, open.isEmpty, !nodes.isEmpty else {
      throw XMLError(
        code: .malformed, message: "the document is not well-formed", place: text.place(at: text.bytes.count))
    }
    return XMLTree(
      source: text, nodes: nodes, attributes: attributes, names: names.names, values: values)
  }

  private func makeContext() -> xmlParserCtxtPtr? {
    var handler = unsafe xmlSAXHandler()
    unsafe handler.initialized = registrar_sax2_magic()
    unsafe handler.startElementNs = startElement
    unsafe handler.endElementNs = endElement
    unsafe handler.characters = characters
    unsafe handler.ignorableWhitespace = characters
    unsafe handler.serror = fault
    let owner = unsafe Unmanaged.passUnretained(self).toOpaque()
    guard let context = unsafe xmlCreatePushParserCtxt(&handler, owner, nil, 0, nil) else { return nil }
    // "Huge" lifts libxml2's limits of 10 MB on one lookup: ours are stricter, and acted before it saw a byte.
    let options = XML_PARSE_NONET.rawValue | XML_PARSE_HUGE.rawValue
    unsafe xmlCtxtUseOptions(context, Int32(options))
    return unsafe context
  }

  /// Hands libxml2 everything behind the XML declaration, whose encoding label no longer holds, in pieces of 1 MiB,
  /// so that it stops soon after the first fault.
  private func feed(_ context: xmlParserCtxtPtr) -> Int32 {
    var start = declarationLength
    var status: Int32 = 0
    repeat {
      let end = min(start + 1_048_576, parsed.count)
      status = unsafe feed(context, start..<end)
      start = end
    } while start < parsed.count && failure == nil && status == 0
    return status
  }

  private func feed(_ context: xmlParserCtxtPtr, _ range: Range<Int>) -> Int32 {
    let isLast: Int32 = range.upperBound == parsed.count ? 1 : 0
    return unsafe parsed.withUnsafeBufferPointer { buffer in
      let piece = unsafe UnsafeBufferPointer(rebasing: buffer[range])
      return unsafe piece.withMemoryRebound(to: CChar.self) { characters in
        unsafe xmlParseChunk(context, characters.baseAddress, Int32(characters.count), isLast)
      }
    }
  }

  // MARK: Places

  /// How far libxml2 has read, as an offset in the text that it was given.
  private var consumed: Int {
    guard let context = unsafe context else { return declarationLength }
    return min(declarationLength + max(0, unsafe xmlByteConsumed(context)), parsed.count)
  }

  /// The `<` of the tag that libxml2 has just read. A well-formed tag has none inside.
  private var tagOffset: Int {
    var offset = min(consumed, parsed.count - 1)
    while offset > declarationLength, parsed[offset] != UInt8(ascii: "<") { offset -= 1 }
    return offset
  }

  /// The offset in the document for one in the text that was parsed, in which repairs have added bytes.
  private func original(_ offset: Int) -> Int {
    var (low, high) = (0, repaired.count)
    while low < high {
      let middle = (low + high) / 2
      if repaired[middle] + 4 * middle < offset { low = middle + 1 } else { high = middle }
    }
    return offset - 4 * low
  }

  private func place(at offset: Int) -> Place {
    text.place(at: original(offset))
  }

  private func fail(_ code: XMLError.Code, _ message: String, at offset: Int) {
    guard failure == nil else { return }
    failure = XMLError(code: code, message: message, place: place(at: offset))
  }

  // MARK: Events

  fileprivate func start(_ name: StartedName, attributes count: Int, from given: StartedAttributes) {
    guard failure == nil else { return }
    let first = Int32(attributes.count)
    for position in 0..<count { unsafe append(given, position) }
    let index = Int32(nodes.count)
    nodes.append(
      XMLTree.Node(
        name: unsafe names.index(of: name), parent: open.last ?? -1, subtreeEnd: index + 1,
        firstAttribute: first, endAttribute: Int32(attributes.count), textStart: 0, textEnd: 0,
        offset: Int32(original(tagOffset))))
    open.append(index)
    if openTexts.count < open.count { openTexts.append([]) }
  }

  /// Takes one attribute of the five pointers that libxml2 gives for each.
  private func append(_ given: StartedAttributes, _ position: Int) {
    guard let given = unsafe given else { return }
    let fields = unsafe given + 5 * position
    let name = unsafe StartedName(localName: fields[0], prefix: fields[1], namespace: fields[2])
    guard let start = unsafe fields[3], let end = unsafe fields[4] else { return }
    let valueStart = Int32(values.count)
    unsafe appendValue(UnsafeBufferPointer(start: start, count: end - start))
    attributes.append(
      XMLTree.Attribute(
        name: unsafe names.index(of: name), valueStart: valueStart, valueEnd: Int32(values.count)))
  }

  /// Takes an attribute's value. Where entities are not substituted, libxml2 gives each `&` as `&#38;`.
  private func appendValue(_ value: UnsafeBufferPointer<UInt8>) {
    var rest = unsafe value[...]
    while let ampersand = unsafe rest.firstIndex(of: UInt8(ascii: "&")) {
      unsafe values.append(contentsOf: rest[...ampersand])
      unsafe rest = rest[(ampersand + 1)...]
      if unsafe rest.starts(with: "#38;".utf8) { unsafe rest = rest.dropFirst(4) }
    }
    unsafe values.append(contentsOf: rest)
  }

  /// Takes a namespace name that is declared; equal names have equal pointers.
  fileprivate func declare(_ namespace: UnsafePointer<xmlChar>) {
    guard declared.insert(UInt(bitPattern: namespace)).inserted else { return }
    unsafe declaredNamespaces.append(String(cString: namespace))
  }

  fileprivate func add(_ run: UnsafeBufferPointer<UInt8>) {
    guard failure == nil, !open.isEmpty else { return }
    let depth = open.count - 1
    guard openTexts[depth].count + run.count <= limits.textBytesPerElement else {
      let most = limits.textBytesPerElement
      return fail(.textTooLong, "the text of one element is longer than \(most) bytes", at: consumed)
    }
    unsafe openTexts[depth].append(contentsOf: run)
  }

  fileprivate func end() {
    guard failure == nil, let index = open.popLast() else { return }
    let depth = open.count
    let hasChildren = nodes.count > Int(index) + 1
    let isWanted = !hasChildren || openTexts[depth].contains { !isXMLSpace($0) }
    nodes[Int(index)].textStart = Int32(values.count)
    if isWanted { values.append(contentsOf: openTexts[depth]) }
    nodes[Int(index)].textEnd = Int32(values.count)
    nodes[Int(index)].subtreeEnd = Int32(nodes.count)
    openTexts[depth].removeAll(keepingCapacity: true)
  }

  // MARK: Errors

  fileprivate func report(_ error: LibXML2.Fault) {
    guard failure == nil else { return }
    if error.isAboutNamespaceName {
      guard warnings.count < 100 else { return }
      warnings.append(
        XMLWarning(
          code: .namespaceName, message: "a namespace name is no URI: \(error.detail)",
          place: place(at: tagOffset)))
      return
    }
    guard error.isError else { return }
    let (code, message) = error.inOurWords(rootHasEnded: open.isEmpty && !nodes.isEmpty)
    switch code {
    case .undeclaredPrefix, .mismatchedTags: fail(code, message, at: tagOffset)
    case .duplicateAttribute: fail(code, message, at: offsetOfSecond(error.subject))
    default: fail(code, message, at: consumed)
    }
  }

  /// Where an attribute stands for the second time in the tag just read.
  private func offsetOfSecond(_ attribute: String?) -> Int {
    guard let attribute else { return tagOffset }
    let offsets = attributeOffsets(in: parsed, tag: tagOffset, named: attribute)
    return offsets.count > 1 ? offsets[1] : tagOffset
  }
}

/// The pointers that libxml2 gives for a name; they live as long as its parser and are equal for equal names.
@unsafe struct StartedName {
  let localName: UnsafePointer<xmlChar>?
  let prefix: UnsafePointer<xmlChar>?
  let namespace: UnsafePointer<xmlChar>?
}

/// The pointers that libxml2 gives for the attributes of an element, five for each.
private typealias StartedAttributes = UnsafeMutablePointer<UnsafePointer<xmlChar>?>?

// MARK: What libxml2 calls

private func startElement(
  _ owner: UnsafeMutableRawPointer?, _ localName: UnsafePointer<xmlChar>?, _ prefix: UnsafePointer<xmlChar>?,
  _ namespace: UnsafePointer<xmlChar>?, _ namespaceCount: Int32,
  _ namespaces: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, _ attributeCount: Int32,
  _ defaulted: Int32, _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
) {
  guard let builder = unsafe builder(owner) else { return }
  for position in 0..<Int(namespaceCount) {
    guard let declared = unsafe namespaces?[2 * position + 1] else { continue }
    unsafe builder.declare(declared)
  }
  let name = unsafe StartedName(localName: localName, prefix: prefix, namespace: namespace)
  unsafe builder.start(name, attributes: Int(attributeCount), from: attributes)
}

private func endElement(
  _ owner: UnsafeMutableRawPointer?, _ localName: UnsafePointer<xmlChar>?, _ prefix: UnsafePointer<xmlChar>?,
  _ namespace: UnsafePointer<xmlChar>?
) {
  unsafe builder(owner)?.end()
}

private func characters(
  _ owner: UnsafeMutableRawPointer?, _ run: UnsafePointer<xmlChar>?, _ length: Int32
) {
  unsafe builder(owner)?.add(UnsafeBufferPointer(start: run, count: Int(length)))
}

private func fault(_ owner: UnsafeMutableRawPointer?, _ error: xmlErrorPtr?) {
  guard let error = unsafe error else { return }
  unsafe builder(owner)?.report(LibXML2.Fault(error.pointee))
}

private func builder(_ owner: UnsafeMutableRawPointer?) -> TreeBuilder? {
  guard let owner = unsafe owner else { return nil }
  return unsafe Unmanaged<TreeBuilder>.fromOpaque(owner).takeUnretainedValue()
}
