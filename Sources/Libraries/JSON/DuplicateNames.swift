extension Scanner {
  /// Refuses two names of one object that are equal once escapes are resolved; equality is that of octets.
  ///
  /// Few names are compared each with each; many go through a table keyed by the process's random seed, so that no
  /// sender can choose names that collide. Linear in the object.
  func refuseDuplicateNames(_ bytes: Span<UInt8>, in container: Int) throws(Flaw) {
    var names = InlineArray<8, Int>(repeating: 0)
    var count = 0
    var index = container + 1
    while index < nodes.count {
      guard count < names.count else { return try refuseDuplicatesAmongMany(bytes, in: container) }
      for earlier in 0..<count where namesAreEqual(nodes[names[earlier]], nodes[index], bytes) {
        throw Flaw(.duplicateName, at: Int(nodes[index].start))
      }
      names[count] = index
      count += 1
      index += 1 + nodes[index + 1].span
    }
  }

  private func refuseDuplicatesAmongMany(_ bytes: Span<UInt8>, in container: Int) throws(Flaw) {
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
