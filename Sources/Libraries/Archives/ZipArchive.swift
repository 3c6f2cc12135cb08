/// A zip file opened for reading. Everything that can be told without inflating is checked when it is opened;
/// sizes and checksums are checked again while inflating.
///
/// Opening costs a pass over the central directory and one small read for each entry; memory grows with the
/// directory. An entry is read on its own, whichever its place, and from any thread.
public final class ZipArchive: Sendable {
  /// The files, in the order of the central directory. Folders have no entry of their own.
  public let entries: [ZipEntry]
  /// What was put right or looks odd.
  public let notes: [ZipNote]
  private let source: ZipSource
  private let places: [String: Int]

  /// Opens a zip file whose bytes are fetched on demand.
  ///
  /// - Parameters:
  ///   - sizeBytes: the size of the file.
  ///   - limits: what is refused as too much.
  ///   - commentBytes: how long the file's comment has to be; any length where nil.
  ///   - fetch: so many bytes from an offset; fewer only where the file ends. What it throws is thrown on.
  /// - Throws: `ZipRefusal`.
  public convenience init(
    sizeBytes: Int, limits: ZipLimits = ZipLimits(), commentBytes: Int? = nil,
    fetch: @escaping @Sendable (_ offset: Int, _ count: Int) throws -> [UInt8]
  ) throws {
    try self.init(ZipSource(sizeBytes: sizeBytes, fetch: fetch), limits: limits, commentBytes: commentBytes)
  }

  /// Opens a zip file held in memory.
  public convenience init(_ octets: [UInt8], limits: ZipLimits = ZipLimits()) throws {
    try self.init(sizeBytes: octets.count, limits: limits) { Array(octets[$0..<$0 + $1]) }
  }

  private init(_ source: ZipSource, limits: ZipLimits, commentBytes: Int?) throws {
    let directory = try ZipDirectory(readingFrom: source, limits: limits, commentBytes: commentBytes)
    self.source = source
    entries = directory.entries
    notes = directory.notes
    var places: [String: Int] = [:]
    places.reserveCapacity(directory.entries.count)
    for (place, entry) in directory.entries.enumerated() { places[entry.name] = place }
    self.places = places
  }

  /// The file of exactly this name; names equal by Unicode composition are one name.
  public func entry(named name: String) -> ZipEntry? {
    places[name].map { entries[$0] }
  }

  /// An entry's content. Memory for it is taken as its bytes come, not as its header claims.
  public func read(_ entry: ZipEntry) throws -> [UInt8] {
    var content: [UInt8] = []
    content.reserveCapacity(min(entry.sizeBytes, 1 << 20))
    try forEachChunk(of: entry) { chunk in
      unsafe chunk.withUnsafeBufferPointer { unsafe content.append(contentsOf: $0) }
    }
    return content
  }

  /// Hands an entry's content on in pieces; memory does not grow with the entry. An entry that turns out to be
  /// damaged is refused at its end at the latest: what was handed on before is not to be trusted until then.
  public func forEachChunk(of entry: ZipEntry, _ body: (Span<UInt8>) throws -> Void) throws {
    try MemberReader.forEachChunk(of: entry, in: source, body)
  }

  /// What makes a relative path unsafe to keep files under, by the rule for names in zip files; nil where nothing
  /// does. For files that come another way, so that one rule holds for all.
  public static func nameFault(of path: String) -> ZipRefusal.NameFault? {
    NameFaults.first(in: Array(path.unicodeScalars)[...])
  }

  /// Whether a file that begins with these bytes means to be a zip file.
  public static func isZip(beginningWith octets: [UInt8]) -> Bool {
    octets.holds(.localHeader, at: 0) || octets.holds(.endRecord, at: 0)
      || octets.holds(.zip64EndRecord, at: 0)
  }
}
