/// Links in the web pages of a package that lead to files that are not in it.
public struct LinkScan: Sendable {
  /// One link that leads nowhere.
  public struct BrokenLink: Sendable, Hashable {
    /// The page, by its name in the package.
    public let file: String
    /// The line in it, from 1.
    public let line: Int
    /// The address as written.
    public let address: String
  }

  /// The most octets of a page that are looked at.
  public static let mostOctets = 2 << 20
  /// The most addresses of a page that are looked up.
  public static let mostAddresses = 5_000

  private let resolver: PathResolver
  /// The names of all files, in the order of their bytes, so that those in one folder stand together.
  private let names: [String]

  /// A scan of one package's pages. Cost grows with the number of files.
  public init(_ contents: PackageContents) {
    resolver = PathResolver(contents: contents)
    names = contents.names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Whether a file is a page, by how its name ends.
  public static func isPage(_ name: String) -> Bool {
    let name = lowercased(name.utf8)
    return [".html", ".htm", ".xhtml"].contains { name.utf8.suffix($0.utf8.count).elementsEqual($0.utf8) }
  }

  /// The links of a page's `href` and `src` whose files are not in the package, in the order of the page.
  ///
  /// The page is looked at as octets, not parsed: what scripts put together is not seen, an address that holds a
  /// placeholder (`$`, `{`, `<`, `+`) is passed over, and of references to characters `&amp;` alone is resolved.
  public func brokenLinks(in octets: [UInt8], file: String) -> [BrokenLink] {
    var broken: [BrokenLink] = []
    var seen: Set<String> = []
    for (address, line) in LinkScan.addresses(in: octets.prefix(LinkScan.mostOctets)) {
      guard seen.count < LinkScan.mostAddresses else { break }
      guard LinkScan.isToAFile(address), seen.insert(address).inserted else { continue }
      guard case .missing(let name, _) = resolver.resolve(address, bases: [file]), !name.isEmpty,
        !isFolder(name)
      else { continue }
      broken.append(BrokenLink(file: file, line: line, address: address))
    }
    return broken
  }

  /// Whether files lie in a folder of this name.
  private func isFolder(_ name: String) -> Bool {
    let folder = Array(name.utf8) + [UInt8(ascii: "/")]
    var (low, high) = (0, names.count)
    while low < high {
      let middle = (low + high) / 2
      if names[middle].utf8.lexicographicallyPrecedes(folder) { low = middle + 1 } else { high = middle }
    }
    return low < names.count && names[low].utf8.starts(with: folder)
  }

  private static func isToAFile(_ address: String) -> Bool {
    let octets = Array(address.utf8)
    guard let first = octets.first,
      ![UInt8(ascii: "#"), UInt8(ascii: "/"), UInt8(ascii: "?")].contains(first),
      URIReference(address).scheme == nil
    else { return false }
    return !octets.contains { Array("${<+".utf8).contains($0) }
  }

  /// The values of `href` and `src` with their lines.
  private static func addresses(in octets: ArraySlice<UInt8>) -> [(address: String, line: Int)] {
    var found: [(address: String, line: Int)] = []
    var line = 1
    var index = octets.startIndex
    while index < octets.endIndex {
      if octets[index] == 0x0A { line += 1 }
      if octets[index] <= 0x20, let value = value(in: octets[(index + 1)...]) {
        found.append((unescaped(octets[value]), line))
      }
      index += 1
    }
    return found
  }

  /// The value with each `&amp;` as the `&` that it stands for.
  private static func unescaped(_ value: ArraySlice<UInt8>) -> String {
    var octets: [UInt8] = []
    var rest = value
    while let octet = rest.popFirst() {
      octets.append(octet)
      if octet == UInt8(ascii: "&"), rest.starts(with: "amp;".utf8) { rest = rest.dropFirst(4) }
    }
    return String(decoding: octets, as: UTF8.self)
  }

  private static let attributes = ["href", "src"].map { Array($0.utf8) }

  /// Where the quoted value stands of an attribute that begins here, if it is one of the two.
  private static func value(in octets: ArraySlice<UInt8>) -> Range<Int>? {
    guard let name = attributes.first(where: { isName($0, at: octets) }) else { return nil }
    var index = octets.startIndex + name.count
    while index < octets.endIndex, octets[index] <= 0x20 { index += 1 }
    guard index < octets.endIndex, octets[index] == UInt8(ascii: "=") else { return nil }
    index += 1
    while index < octets.endIndex, octets[index] <= 0x20 { index += 1 }
    guard index < octets.endIndex, [UInt8(ascii: "\""), UInt8(ascii: "'")].contains(octets[index]) else {
      return nil
    }
    let start = index + 1
    let end = octets[start...].prefix(4096).firstIndex(of: octets[index])
    return end.map { start..<$0 }
  }

  private static func isName(_ name: [UInt8], at octets: ArraySlice<UInt8>) -> Bool {
    octets.count >= name.count && zip(octets, name).allSatisfy { $0.0 | 0x20 == $0.1 }
  }
}
