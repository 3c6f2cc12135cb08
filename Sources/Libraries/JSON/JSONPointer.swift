extension JSONValue {
  /// Where this value lies in its document, as a JSON Pointer (RFC 6901): `/actor/member/2/mbox`; empty for the
  /// outermost. Found by walking down from the outermost value, so for messages, not for loops.
  public var pointer: String {
    var pointer: [UInt8] = []
    var container = 0
    while container != index {
      container = document.nodes.step(from: container, towards: index, document.bytes, writing: &pointer)
    }
    return String(decoding: pointer, as: UTF8.self)
  }
}

extension [Node] {
  /// Adds one step of a pointer: the child of a container in whose subtree the target lies. Returns that child.
  fileprivate func step(
    from container: Int, towards target: Int, _ bytes: [UInt8], writing pointer: inout [UInt8]
  ) -> Int {
    let isObject = self[container].kind == .object
    var position = 0
    var child = container + 1
    while true {
      let value = isObject ? child + 1 : child
      if target < value + self[value].span {
        pointer.append(UInt8(ascii: "/"))
        if isObject {
          appendEscaped(self[child], bytes, to: &pointer)
        } else {
          pointer += String(position).utf8
        }
        return value
      }
      child = value + self[value].span
      position += 1
    }
  }
}

/// Writes a name as a step of a pointer: `~` as `~0`, `/` as `~1`.
private func appendEscaped(_ name: Node, _ bytes: [UInt8], to pointer: inout [UInt8]) {
  for octet in decodedText(bytes.span, in: name.textRange) {
    switch octet {
    case UInt8(ascii: "~"): pointer += "~0".utf8
    case UInt8(ascii: "/"): pointer += "~1".utf8
    default: pointer.append(octet)
    }
  }
}

extension JSONError {
  /// The whole error for a flaw: its line and column, and the pointer to where the scan had come.
  init(_ flaw: Flaw, innermost: Int?, nodes: [Node], bytes: [UInt8]) {
    reason = flaw.reason
    offset = flaw.offset
    let before = bytes[..<min(flaw.offset, bytes.count)]
    let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    line = 1 + before.count { $0 == 0x0A }
    column = 1 + before[lineStart...].count { $0 & 0xC0 != 0x80 }
    pointer = JSONError.pointer(toUnfinished: innermost, nodes, bytes, offset: flaw.offset)
  }

  /// The pointer to the last value that was begun when the scan stopped within open containers.
  private static func pointer(
    toUnfinished innermost: Int?, _ nodes: [Node], _ bytes: [UInt8], offset: Int
  ) -> String {
    var steps: [[UInt8]] = []
    var container = innermost
    var end = nodes.count
    while let current = container {
      steps.append(step(in: current, before: end, nodes, bytes, offset: offset))
      end = current
      container = current == 0 ? nil : Int(nodes[current].end)
    }
    return String(decoding: steps.reversed().joined(), as: UTF8.self)
  }

  /// The step of a container still open: the last of its children before a node that begins before the offset.
  private static func step(
    in container: Int, before end: Int, _ nodes: [Node], _ bytes: [UInt8], offset: Int
  ) -> [UInt8] {
    var child = container + 1
    guard nodes[container].kind == .object else {
      var position = 0
      while child < end {
        child += nodes[child].span
        position += 1
      }
      return Array("/\(position)".utf8)
    }
    var step: [UInt8] = []
    while child < end, nodes[child].start <= offset {
      step = [UInt8(ascii: "/")]
      appendEscaped(nodes[child], bytes, to: &step)
      child = child + 1 < end ? child + 1 + nodes[child + 1].span : end
    }
    return step
  }
}
