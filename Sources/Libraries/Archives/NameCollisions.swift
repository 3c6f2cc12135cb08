/// Finds names that would fall together on a system that ignores case or Unicode composition.
struct NameCollisions {
  /// Swift's own equality of strings is canonical equivalence, so composition needs no work of ours.
  private var files: [String: String] = [:]
  private var folders: [String: String] = [:]

  init(expecting count: Int) {
    files.reserveCapacity(count)
  }

  /// Takes the next file's name; the reason to refuse it, or nil.
  mutating func insert(_ name: String) -> ZipRefusal.Reason? {
    let folded = NameCollisions.folded(name)
    if let other = files.updateValue(name, forKey: folded) {
      return other.utf8.elementsEqual(name.utf8) ? .duplicateName : .nameCollision(with: other)
    }
    if let other = folders[folded] { return .nameCollision(with: other) }
    return insertFolders(of: folded, name: name)
  }

  private mutating func insertFolders(of folded: String, name: String) -> ZipRefusal.Reason? {
    var above = folded[...]
    while let slash = above.utf8.lastIndex(of: UInt8(ascii: "/")) {
      above = above[..<slash]
      let folder = String(above)
      if let other = files[folder] { return .nameCollision(with: other) }
      if folders.updateValue(name, forKey: folder) != nil { break }
    }
    return nil
  }

  /// Every letter as the small form of its capital, where each is one scalar.
  static func folded(_ name: String) -> String {
    if name.utf8.allSatisfy({ $0 < 0x80 }) { return name.lowercased() }
    var text = String.UnicodeScalarView()
    for scalar in name.unicodeScalars {
      let capital = single(scalar.properties.uppercaseMapping) ?? scalar
      text.append(single(capital.properties.lowercaseMapping) ?? capital)
    }
    return String(text)
  }

  private static func single(_ text: String) -> Unicode.Scalar? {
    text.unicodeScalars.count == 1 ? text.unicodeScalars.first : nil
  }
}
