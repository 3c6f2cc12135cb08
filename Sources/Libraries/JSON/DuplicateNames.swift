extension Scanner {
  /// Refuses two names of one object that are equal once escapes are resolved; equality is that of octets.
  ///
  /// Few plain names of different outlines, the common case, are told apart at a glance; the rest go through a table
  /// for which no sender can choose names that collide. Linear in the object.
  func refuseDuplicateNames(_ bytes: Span<UInt8>, in container: Int) throws(Flaw) {
    var outlines = InlineArray<8, UInt32>(repeating: 0)
    var count = 0
    var index = container + 1
    while index < nodes.count {
      let name = nodes[index]
      guard count < outlines.count, !name.isMarked else {
        return try refuseEqualNames(bytes, in: container)
      }
      let outline = outline(of: name, bytes)
      for earlier in 0..<count where outlines[earlier] == outline {
        return try refuseEqualNames(bytes, in: container)
      }
      outlines[count] = outline
      count += 1
      index += 1 + nodes[index + 1].span
    }
  }

  /// Length, first and last octet (the quote, if empty) of a name without escapes: where they differ, the names do.
  private func outline(of name: Node, _ bytes: Span<UInt8>) -> UInt32 {
    let text = name.textRange
    return UInt32(truncatingIfNeeded: text.count) << 16
      | UInt32(bytes[text.lowerBound]) << 8 | UInt32(bytes[text.upperBound - 1])
  }

  /// Compares the names themselves, whatever their number, through a table keyed by the process's random seed.
  private func refuseEqualNames(_ bytes: Span<UInt8>, in container: Int) throws(Flaw) {
    let names = memberNames(in: container)
    var slots = 1
    while slots < names.count * 2 { slots *= 2 }
    var table = [Int32](repeating: -1, count: slots)
    for name in names {
      var slot = hash(of: nodes[Int(name)], bytes) & (slots - 1)
      while table[slot] >= 0 {
        if namesAreEqual(nodes[Int(table[slot])], nodes[Int(name)], bytes) {
          throw Flaw(.duplicateName, at: Int(nodes[Int(name)].start))
        }
        slot = (slot + 1) & (slots - 1)
      }
      table[slot] = name
    }
  }

  private func memberNames(in container: Int) -> [Int32] {
    var names: [Int32] = []
    var index = container + 1
    while index < nodes.count {
      names.append(Int32(truncatingIfNeeded: index))
      index += 1 + nodes[index + 1].span
    }
    return names
  }

  private func hash(of name: Node, _ bytes: Span<UInt8>) -> Int {
    var hasher = Hasher()
    if name.isMarked {
      let text = decodedText(bytes, in: name.textRange)
      hash(text.span, into: &hasher)
    } else {
      hash(bytes.extracting(name.textRange), into: &hasher)
    }
    return hasher.finalize()
  }

  private func hash(_ text: Span<UInt8>, into hasher: inout Hasher) {
    unsafe text.withUnsafeBytes { octets in unsafe hasher.combine(bytes: octets) }
  }

  private func namesAreEqual(_ one: Node, _ other: Node, _ bytes: Span<UInt8>) -> Bool {
    if one.isMarked || other.isMarked {
      return decodedText(bytes, in: one.textRange) == decodedText(bytes, in: other.textRange)
    }
    return octetsAreEqual(bytes.extracting(one.textRange), bytes.extracting(other.textRange))
  }
}

/// Whether two runs of octets are the same.
func octetsAreEqual(_ one: Span<UInt8>, _ other: Span<UInt8>) -> Bool {
  guard one.count == other.count else { return false }
  for position in one.indices where one[position] != other[position] { return false }
  return true
}
