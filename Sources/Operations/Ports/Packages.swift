public import ContentPackaging

/// Opens what a trainer brings: a zip, a folder, a bare manifest.
public protocol PackageOpening: Sendable {
  /// Opens a package, to be spoken of by a name (the last part of its path where nil). A package that cannot be opened
  /// at all throws the `PackageUnusable` that says why.
  func open(_ source: PackageSource, name: String?) throws -> OpenedPackage
}

/// Where a package is had from.
public enum PackageSource: Sendable, Hashable {
  /// A zip, a folder or a bare manifest at a path.
  case path(String)
  /// A zip or a bare manifest, held in memory.
  case octets([UInt8])
}

/// A package that is open for reading.
public struct OpenedPackage: Sendable {
  public let contents: PackageContents
  /// The name that findings are given under, `course.zip`.
  public let name: String
  /// What was noticed while opening: repaired names, files left aside.
  public let findings: [Finding]
  /// The archive that the package came as; nil for a folder and for a bare manifest, whose files are all there is.
  public let archive: (any KeptContent)?

  public init(
    contents: PackageContents, name: String, findings: [Finding], archive: (any KeptContent)? = nil
  ) {
    self.contents = contents
    self.name = name
    self.findings = findings
    self.archive = archive
  }
}

/// Why a package could not be opened: no archive, a hostile one, no manifest.
public struct PackageUnusable: Error, Sendable {
  public let findings: [Finding]

  public init(findings: [Finding]) {
    self.findings = findings
  }
}

/// Keeps files under their digests, durably, before a transaction names them.
public protocol ContentKeeping: Sendable {
  /// Begins to keep files for one change of the records. Until that has ended, nobody removes one of them.
  func begin() throws -> any FileKeeping

  /// The digests, of those given, whose file is missing or no longer has its digest.
  func damaged(among digests: Set<String>) throws -> [String]

  /// What is kept that no record names and no change under way keeps.
  ///
  /// - Parameter named: the digests that records name.
  func unnamed(_ named: () throws -> Set<String>) throws -> UnnamedFiles

  /// Removes, of the contents under these digests, those that no record names and no change under way keeps.
  ///
  /// - Parameter named: the digests that records name; asked when nobody can begin to keep one of these contents.
  /// - Returns: the digests of those that were removed.
  func removeUnnamed(_ digests: [String], named: () throws -> Set<String>) throws -> [String]

  /// Begins a content that comes in pieces. It goes with its last owner unless it is kept.
  func beginContent() throws -> any IncomingContent

  /// Opens the content that is kept under a digest.
  func open(digest: String) throws -> any KeptContent
}

/// Files among those kept that belong to no record.
public struct UnnamedFiles: Sendable, Hashable {
  /// Contents that are kept as they should be, by their digests.
  public let digests: [String]
  /// Files that lie there under no digest, by their paths within the data folder.
  public let strays: [String]

  public init(digests: [String], strays: [String]) {
    self.digests = digests
    self.strays = strays
  }
}

/// A content on its way in. It is used by one thread at a time.
public protocol IncomingContent: AnyObject, Sendable {
  /// Takes the next piece.
  func take(_ piece: [UInt8]) throws
  /// What has come so far, at most so many octets; throws where there are more.
  func octets(limit: Int) throws -> [UInt8]
  /// Keeps what has come and says its digest. When it returns, it is durable. Nothing more can be taken.
  ///
  /// - Parameter claim: is told the digest before it is looked for among what is kept already.
  func keep(for claim: (_ digest: String) throws -> Void) throws -> String
}

/// A content that is kept, open for reading.
public protocol KeptContent: Sendable {
  var sizeBytes: Int { get }
  /// At most so many octets from an offset; none only at the end.
  func octets(at offset: Int, count: Int) throws -> [UInt8]
}

extension KeptContent {
  /// Hands out the whole content in pieces of at most 1 MiB. Throws `ContentCutShort` where it ends before its size, and
  /// what `take` throws.
  public func copy(to take: ([UInt8]) throws -> Void) throws {
    var offset = 0
    while offset < sizeBytes {
      let piece = try octets(at: offset, count: min(1 << 20, sizeBytes - offset))
      guard !piece.isEmpty else { throw ContentCutShort(readBytes: offset, sizeBytes: sizeBytes) }
      try take(piece)
      offset += piece.count
    }
  }
}

/// A file ended before the size that it had when it was opened: somebody shortens it, or its device lost a part.
public struct ContentCutShort: Explainable, Hashable {
  public let readBytes: Int
  public let sizeBytes: Int

  public var explanation: Explanation {
    Explanation(
      .temporary, "content-cut-short",
      "a file of \(sizeBytes) bytes ended after \(readBytes) while it was read",
      remedy: "try again once nobody writes the file; check tells which kept files are damaged")
  }
}

/// Files that are kept for one change of the records. Used by one thread, and ended once, in one of three ways.
public protocol FileKeeping {
  /// Keeps every file of a package and says what it kept, in the order of the paths. Files kept before are not
  /// written again. When it returns, every one of them is durable.
  func keep(_ contents: PackageContents, progress: (Int) throws -> Void) throws -> [PackageFile]

  /// Keeps a content that came in pieces and says its digest. When it returns, it is durable.
  func keep(_ content: any IncomingContent) throws -> String

  /// Keeps a content that can be read at will and says its digest. When it returns, it is durable. Memory does not grow
  /// with it.
  func keep(copying content: any KeptContent) throws -> String

  /// The change was made: the records name the files.
  func finish()

  /// The change was not made: of the files, those are removed that no record names and that nobody else keeps.
  ///
  /// - Parameter named: the digests that records name; asked when nobody can begin to keep one of these files.
  func giveUp(named: () throws -> Set<String>) throws

  /// Nobody knows whether the change was made: that is looked at when the files are next opened.
  func leave()
}
