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
    let octets = Array(name.utf8)
    let checked = try EntryName(octets, isMarkedUTF8: true, offset: offset, limits: ZipLimits())
    if checked.isFolder || checked.hadBackslashes {
      throw ZipRefusal(.unsafeName(.emptyPart), at: offset, entry: name)
    }
    if let reason = collisions.insert(name) { throw ZipRefusal(reason, at: offset, entry: name) }
    let (method, data) = try smallest(content, method)
    try append(
      WrittenEntry(
        name: octets, flags: 0x0800, method: method, checksum: Checksum.of(content),
        compressedBytes: data.count, sizeBytes: content.count, offset: offset), data)
  }

  /// Writes the directory and the end record: the file is whole.
  public consuming func finish() throws {
    let directory = written.flatMap(ZipRecords.centralHeader)
    try write(directory)
    try write(
      ZipRecords.endRecords(
        entryCount: written.count, directoryOffset: offset, directoryBytes: directory.count))
  }

  private func smallest(_ content: [UInt8], _ method: ZipMethod) throws -> (ZipMethod, [UInt8]) {
    guard method == .deflated, !content.isEmpty else { return (.stored, content) }
    let deflated = try Deflation.deflate(content)
    return deflated.count < content.count ? (.deflated, Array(deflated)) : (.stored, content)
  }

  private mutating func append(_ entry: WrittenEntry, _ content: [UInt8]) throws {
    let header = ZipRecords.localHeader(
      name: entry.name, flags: entry.flags, method: entry.method, checksum: entry.checksum,
      compressedBytes: entry.compressedBytes, sizeBytes: entry.sizeBytes)
    try write(header)
    try write(content)
    written.append(entry)
    offset += header.count + content.count
  }
}
