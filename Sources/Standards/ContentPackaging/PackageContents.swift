/// What a reader sees of a package: the names of its files, and their bytes on demand.
///
/// What operating systems leave behind (`__MACOSX`, `._…`, `.DS_Store`, `Thumbs.db`, `desktop.ini`) is not seen.
public struct PackageContents: Sendable {
  /// What the package came as, which decides what a missing file means.
  public enum Kind: Sendable, Hashable {
    /// An archive: everything that is launched must be in it.
    case zip
    /// A folder: what is missing may still come.
    case folder
    /// Only the manifest, under this name.
    case bareManifest(name: String)

    /// Whether files may be missing, so that the course is an outline until they come.
    public var mayBeOutline: Bool { self != .zip }
  }

  /// One file of the package.
  public struct Entry: Sendable, Hashable {
    /// The path from the package's root, with `/` between folders.
    public let name: String
    /// How many bytes the file has.
    public let sizeBytes: Int

    /// A file by its name and size.
    public init(name: String, sizeBytes: Int) {
      self.name = name
      self.sizeBytes = sizeBytes
    }
  }

  /// What a name finds.
  enum Match: Hashable {
    case exact(String)
    /// The only file whose name differs in Unicode normalisation.
    case normalised(String)
    /// The only file whose name differs in case.
    case differsInCase(String)
    case ambiguous([String])
    case none
  }

  /// What the package came as.
  public let kind: Kind
  /// The package's files, in the order given.
  public let entries: [Entry]
  /// What is taken off the front of every stored name: a common top folder with its `/`.
  private let topFolder: String
  private let read: @Sendable (String) throws -> [UInt8]
  /// Where the files lie whose names are the same in lower case; keys are equal in any normalisation.
  private let positions: [String: [Int]]

  /// - Parameters:
  ///   - entries: every file, folders left out.
  ///   - reading: gives the bytes of the file stored under a name; throws where the world fails.
  public init(kind: Kind, entries: [Entry], reading: @escaping @Sendable (String) throws -> [UInt8]) {
    self.init(kind: kind, entries: entries.filter { !isLeftBehind($0.name) }, topFolder: "", read: reading)
  }

  private init(
    kind: Kind, entries: [Entry], topFolder: String, read: @escaping @Sendable (String) throws -> [UInt8]
  ) {
    self.kind = kind
    self.entries = entries
    self.topFolder = topFolder
    self.read = read
    var positions: [String: [Int]] = [:]
    for (position, entry) in entries.enumerated() {
      positions[entry.name.lowercased(), default: []].append(position)
    }
    self.positions = positions
  }

  /// The names of all files, in the order given.
  public var names: [String] { entries.map(\.name) }

  /// Whether there is a file of exactly this name, byte for byte.
  public func contains(_ name: String) -> Bool { entry(name) != nil }

  /// The size of the file of exactly this name; nil where there is none.
  public func sizeBytes(of name: String) -> Int? { entry(name)?.sizeBytes }

  /// The name under which the file lies in what the package came as: with the top folder that was taken off.
  public func storedName(of name: String) -> String { topFolder + name }

  /// The bytes of a file. Throws what the package's source throws.
  public func bytes(of name: String) throws -> [UInt8] {
    try read(topFolder + name)
  }

  /// The file that a name means: exactly, else but for normalisation, else but for case, if only one does.
  func match(_ name: String) -> Match {
    let candidates = (positions[name.lowercased()] ?? []).map { entries[$0].name }
    if let exact = candidates.first(where: { $0.utf8.elementsEqual(name.utf8) }) { return .exact(exact) }
    let normalised = candidates.filter { $0 == name }
    if normalised.count == 1 { return .normalised(normalised[0]) }
    switch candidates.count {
    case 0: return .none
    case 1: return .differsInCase(candidates[0])
    default: return .ambiguous(candidates)
    }
  }

  /// The same package without its one top folder; nil where not everything lies in one.
  func withoutTopFolder() -> PackageContents? {
    guard let first = entries.first?.name, let end = first.utf8.firstIndex(of: UInt8(ascii: "/")) else {
      return nil
    }
    let folder = Array(first.utf8[...end])
    guard entries.allSatisfy({ $0.name.utf8.starts(with: folder) }) else { return nil }
    let inner = entries.map {
      Entry(
        name: String(decoding: $0.name.utf8.dropFirst(folder.count), as: UTF8.self), sizeBytes: $0.sizeBytes)
    }
    let prefix = topFolder + String(decoding: folder, as: UTF8.self)
    return PackageContents(kind: kind, entries: inner, topFolder: prefix, read: read)
  }

  private func entry(_ name: String) -> Entry? {
    guard case .exact(let found) = match(name) else { return nil }
    return positions[found.lowercased()]?.lazy.map { entries[$0] }
      .first { $0.name.utf8.elementsEqual(found.utf8) }
  }
}

/// Whether an operating system left the file behind.
private func isLeftBehind(_ name: String) -> Bool {
  let steps = name.utf8.split(separator: UInt8(ascii: "/"))
  guard let last = steps.last else { return true }
  if steps.contains(where: { $0.elementsEqual("__MACOSX".utf8) }) || last.starts(with: "._".utf8) {
    return true
  }
  return [".DS_Store", "Thumbs.db", "desktop.ini"].contains { last.elementsEqual($0.utf8) }
}
