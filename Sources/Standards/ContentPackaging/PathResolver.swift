/// Finds the file that a reference in a manifest means.
public struct PathResolver: Sendable {
  private let contents: PackageContents

  /// A resolver for the files of one package.
  public init(contents: PackageContents) {
    self.contents = contents
  }

  /// Resolves a reference against the bases around it, outermost first (`xml:base`, RFC 3986 §5).
  ///
  /// In this order: white space around it is dropped, `\` becomes `/`, query and fragment are split off; the path as
  /// written is tried, then percent-decoded, then both with what looked like a query; then a base as if it ended
  /// with `/`; then all of these but for Unicode normalisation and case, where only one file matches. Absolute paths
  /// and those that leave the package are refused, as is every address that is not http or https.
  public func resolve(_ href: String, bases: [String] = []) -> ResolvedReference {
    if let name = PathResolver.plainName(href, bases) {
      return find(Candidate(name: name, suffix: "", repair: nil, isDecoded: false))
        ?? .missing(name: name, suffix: "")
    }
    let reference = URIReference(href)
    if reference.text.isEmpty { return .empty }
    if reference.scheme != nil { return PathResolver.address(reference) }
    var folder: [[UInt8]] = []
    var folderIfSlashed: [[UInt8]] = []
    for base in bases.map(URIReference.init) {
      if base.scheme != nil { return PathResolver.address(base, joining: reference) }
      guard let step = PathResolver.steps(base.body) else { return .refused(.outside) }
      folder += step.dropLast()
      folderIfSlashed += step.last == [] ? step.dropLast() : step
    }
    return resolve(reference, in: folder, otherwise: folderIfSlashed)
  }

  private func resolve(
    _ reference: URIReference, in folder: [[UInt8]], otherwise other: [[UInt8]]
  ) -> ResolvedReference {
    var candidates: [Candidate] = []
    for (base, isRepair) in other == folder ? [(folder, false)] : [(folder, false), (other, true)] {
      for spelling in PathResolver.spellings(of: reference) {
        guard let steps = PathResolver.steps(spelling.path), let name = PathResolver.normalise(base + steps)
        else { return .refused(.outside) }
        let repair = isRepair ? .baseWithoutSlash : spelling.repair
        candidates.append(
          Candidate(
            name: name, suffix: spelling.suffix, repair: repair, isDecoded: spelling.isDecoded))
      }
    }
    for candidate in candidates where contents.contains(candidate.name) {
      return .file(name: candidate.name, suffix: candidate.suffix, repair: candidate.repair)
    }
    return findLeniently(candidates)
  }

  private func findLeniently(_ candidates: [Candidate]) -> ResolvedReference {
    for candidate in candidates {
      if let found = find(candidate) { return found }
    }
    // Where no file decides, the first spelling is meant, percent-decoded.
    let meant = candidates[candidates.count > 1 && candidates[1].isDecoded ? 1 : 0]
    return .missing(name: meant.name, suffix: meant.suffix)
  }

  /// The only file that a candidate names, if but for normalisation and case.
  private func find(_ candidate: Candidate) -> ResolvedReference? {
    switch contents.match(candidate.name) {
    case .exact(let name): .file(name: name, suffix: candidate.suffix, repair: candidate.repair)
    case .normalised(let name): .file(name: name, suffix: candidate.suffix, repair: .normalisation)
    case .differsInCase(let name): .file(name: name, suffix: candidate.suffix, repair: .letterCase)
    case .ambiguous, .none: nil
    }
  }

  /// What nearly every reference is: a path that can be meant in one way only, below folders that can be too. Nil for any
  /// other.
  private static func plainName(_ href: String, _ bases: [String]) -> String? {
    guard isPlain(href.utf8) else { return nil }
    for base in bases {
      guard base.utf8.last == UInt8(ascii: "/"), isPlain(base.utf8.dropLast()) else { return nil }
    }
    return bases.isEmpty ? href : bases.joined() + href
  }

  /// Whether a path has steps only, none of them empty, `.` or `..`, and no octet that could mean anything else.
  private static func isPlain(_ path: some Collection<UInt8>) -> Bool {
    var (length, dots) = (0, 0)
    for octet in path {
      switch octet {
      case UInt8(ascii: "/"):
        guard length > 0, length != dots else { return false }
        (length, dots) = (0, 0)
      case UInt8(ascii: "."): (length, dots) = (length + 1, dots + 1)
      case 0...0x20, UInt8(ascii: "%"), UInt8(ascii: "\\"), UInt8(ascii: "?"), UInt8(ascii: "#"),
        UInt8(ascii: ":"):
        return false
      default: length += 1
      }
    }
    return length > 0 && length != dots
  }

  private struct Candidate {
    let name: String
    let suffix: String
    let repair: ResolvedReference.Repair?
    let isDecoded: Bool
  }

  private struct Spelling {
    let path: String
    let suffix: String
    let repair: ResolvedReference.Repair?
    var isDecoded = false
  }

  /// The ways in which a reference may be meant, likeliest first.
  private static func spellings(of reference: URIReference) -> [Spelling] {
    let hasBackslash = reference.body.utf8.contains(UInt8(ascii: "\\"))
    let cut = withSlashes(reference.body)
    let whole = withSlashes(reference.body + reference.suffix)
    let repair: ResolvedReference.Repair? = hasBackslash ? .backslash : nil
    var spellings = [Spelling(path: cut, suffix: reference.suffix, repair: repair)]
    if let decoded = percentDecoded(cut), !decoded.utf8.elementsEqual(cut.utf8) {
      spellings.append(Spelling(path: decoded, suffix: reference.suffix, repair: repair, isDecoded: true))
    }
    guard !reference.suffix.isEmpty else { return spellings }
    spellings.append(Spelling(path: whole, suffix: "", repair: .queryIsPartOfName))
    if let decoded = percentDecoded(whole), !decoded.utf8.elementsEqual(whole.utf8) {
      spellings.append(Spelling(path: decoded, suffix: "", repair: .queryIsPartOfName, isDecoded: true))
    }
    return spellings
  }

  private static func withSlashes(_ path: String) -> String {
    String(
      decoding: path.utf8.map { $0 == UInt8(ascii: "\\") ? UInt8(ascii: "/") : $0 }, as: UTF8.self)
  }

  /// The steps between `/`; nil for an absolute path, which no reference into a package may be.
  private static func steps(_ path: String) -> [[UInt8]]? {
    let octets = withSlashes(path).utf8
    guard octets.first != UInt8(ascii: "/") else { return nil }
    return octets.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map(Array.init)
  }

  /// The path with `.` and `..` taken out (RFC 3986 §5.2.4); nil where it leaves the root.
  private static func normalise(_ steps: [[UInt8]]) -> String? {
    var kept: [[UInt8]] = []
    for step in steps {
      if step == Array("..".utf8) {
        guard kept.popLast() != nil else { return nil }
      } else if step != Array(".".utf8), !step.isEmpty {
        kept.append(step)
      }
    }
    return String(decoding: Array(kept.joined(separator: [UInt8(ascii: "/")])), as: UTF8.self)
  }

  /// Judges an address; where it is a base, the reference is put behind its folder.
  private static func address(_ address: URIReference, joining relative: URIReference? = nil)
    -> ResolvedReference
  {
    guard address.isHypertext else {
      let scheme = address.scheme ?? ""
      return .refused(scheme.utf8.count == 1 ? .outside : .scheme(scheme))
    }
    guard address.body.utf8.starts(with: "//".utf8) else { return .refused(.host("")) }
    let authority = address.body.utf8.dropFirst(2).prefix { $0 != UInt8(ascii: "/") }
    let host = String(decoding: authority, as: UTF8.self)
    var url = address.text
    if let relative {
      let path = address.body.utf8.dropFirst(2 + authority.count)
      let folder = path.lastIndex(of: UInt8(ascii: "/")).map { path[...$0] }
      url = "\(address.scheme ?? ""):" + "//\(host)"
      url += folder.map { String(decoding: $0, as: UTF8.self) } ?? "/"
      url += withSlashes(relative.body) + relative.suffix
    }
    switch HostReach(authority: authority) {
    case .everyone: return .external(url: url, isPrivate: false)
    case .privateNetwork: return .external(url: url, isPrivate: true)
    case .nobody: return .refused(.host(host))
    }
  }
}
