/// Writes a zip file entry by entry. The same entries in the same order give the same bytes.
public struct ZipWriter: ~Copyable {
  private let write: ([UInt8]) throws -> Void
  private var written: [WrittenEntry] = []
  private var collisions = NameCollisions(expecting: 0)
  private var offset = 0

  /// - Parameter write: takes the next bytes of the file.
  public init(write: @escaping ([UInt8]) throws -> Void) {
    self.write = write
  }

  /// Adds a file.
  ///
  /// - Parameters:
  ///   - name: a relative path with `/` between its parts; one that `ZipArchive` would refuse is refused.
  ///   - content: the file's bytes, wholly in memory.
  ///   - method: content that does not become smaller is stored in any case.
  public mutating func add(
    _ name: String, _ content: [UInt8], method: ZipMethod = .deflated
  ) throws {
    let octets = try claim(name)
    let (method, data) = try smallest(content, method)
    try append(
      WrittenEntry(
        name: octets, flags: 0x0800, method: method, checksum: Checksum.of(content),
        compressedBytes: data.count, sizeBytes: content.count, offset: offset), data)
  }

  /// Adds a file as it stands, without deflating it. Memory does not grow with it.
  ///
  /// - Parameters:
  ///   - name: as for `add(_:_:method:)`.
  ///   - pieces: hands every piece of the content to the function it is given. It is asked twice, once for size and
  ///     checksum and once for the bytes.
  /// - Throws: `ArchiveError` where the content was not the same both times.
  public mutating func addStored(
    _ name: String, pieces: (_ take: (Span<UInt8>) throws -> Void) throws -> Void
  ) throws {
    let octets = try claim(name)
    var measured = Measure()
    try pieces { measured.add($0) }
    let entry = WrittenEntry(
      name: octets, flags: 0x0800, method: .stored, checksum: measured.checksum.value,
      compressedBytes: measured.sizeBytes, sizeBytes: measured.sizeBytes, offset: offset)
    let header = ZipRecords.localHeader(of: entry)
    try write(header)
    var again = Measure()
    try pieces { [write] piece in
      again.add(piece)
      try write(unsafe piece.withUnsafeBufferPointer { unsafe Array($0) })
    }
    guard again.sizeBytes == entry.sizeBytes, again.checksum.value == entry.checksum else {
      throw ArchiveError.contentChanged
    }
    written.append(entry)
    offset += header.count + entry.sizeBytes
  }

  /// Writes the directory and the end record: the file is whole.
  ///
  /// - Parameters:
  ///   - commentBytes: the length of the comment that the file ends with, at most 65,535.
  ///   - comment: makes the comment, when everything before it is written.
  public consuming func finish(commentBytes: Int = 0, comment: () throws -> [UInt8] = { [] }) throws {
    let directory = written.flatMap(ZipRecords.centralHeader)
    try write(directory)
    try write(
      ZipRecords.endRecords(
        entryCount: written.count, directoryOffset: offset, directoryBytes: directory.count,
        commentBytes: commentBytes))
    let comment = try comment()
    precondition(comment.count == commentBytes, "the comment has the length that its record states")
    if !comment.isEmpty { try write(comment) }
  }

  /// The octets of a name that is safe and not taken yet.
  private mutating func claim(_ name: String) throws -> [UInt8] {
    let octets = Array(name.utf8)
    let checked = try EntryName(octets, isMarkedUTF8: true, offset: offset, limits: ZipLimits())
    if checked.isFolder || checked.hadBackslashes {
      throw ZipRefusal(.unsafeName(.emptyPart), at: offset, entry: name)
    }
    if let reason = collisions.insert(name) { throw ZipRefusal(reason, at: offset, entry: name) }
    return octets
  }

  private func smallest(_ content: [UInt8], _ method: ZipMethod) throws -> (ZipMethod, [UInt8]) {
    guard method == .deflated, !content.isEmpty else { return (.stored, content) }
    let deflated = try Deflation.deflate(content)
    return deflated.count < content.count ? (.deflated, Array(deflated)) : (.stored, content)
  }

  private mutating func append(_ entry: WrittenEntry, _ content: [UInt8]) throws {
    let header = ZipRecords.localHeader(of: entry)
    try write(header)
    try write(content)
    written.append(entry)
    offset += header.count + content.count
  }
}

/// Size and checksum of content that comes in pieces.
private struct Measure {
  private(set) var sizeBytes = 0
  private(set) var checksum = Checksum()

  mutating func add(_ piece: Span<UInt8>) {
    sizeBytes += piece.count
    checksum.update(piece)
  }
}
