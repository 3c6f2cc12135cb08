/// The central directory and all local headers, read and compared.
struct ZipDirectory {
  private(set) var entries: [ZipEntry] = []
  private(set) var notes: [ZipNote] = []

  init(readingFrom source: ZipSource, limits: ZipLimits, commentBytes: Int?) throws {
    let end = try EndRecord(findingIn: source, commentBytes: commentBytes)
    let headers = try ZipDirectory.headers(end, in: source, limits: limits)
    try ZipDirectory.checkSizes(of: headers, archiveBytes: source.sizeBytes, limits: limits)
    let dataOffsets = try claimBytes(of: headers, before: end.directoryOffset, in: source)
    entries.reserveCapacity(headers.count)
    var collisions = NameCollisions(expecting: headers.count)
    for (header, dataOffset) in zip(headers, dataOffsets) where !header.isFolder {
      if let reason = collisions.insert(header.name.text) {
        throw ZipRefusal(reason, at: header.offset, entry: header.name.text)
      }
      append(header, dataOffset: dataOffset)
    }
  }

  private mutating func append(_ header: CentralHeader, dataOffset: Int) {
    let name = header.name.text
    if header.name.hadBackslashes { notes.append(.backslashes(entry: name)) }
    if header.name.isCodePage437 { notes.append(.readAsCodePage437(entry: name)) }
    entries.append(
      ZipEntry(
        name: name, sizeBytes: header.sizeBytes, compressedBytes: header.compressedBytes,
        checksum: header.checksum, offset: header.localOffset, dataOffset: dataOffset, method: header.method))
  }

  private static func headers(
    _ end: EndRecord, in source: ZipSource, limits: ZipLimits
  ) throws -> [CentralHeader] {
    if end.entryCount > limits.entries {
      throw ZipRefusal(.tooManyEntries(limit: limits.entries), at: end.directoryOffset)
    }
    if end.directoryBytes > limits.directoryBytes {
      throw ZipRefusal(.tooManyBytes(limit: limits.directoryBytes), at: end.directoryOffset)
    }
    let directory = try source.octets(at: end.directoryOffset, count: end.directoryBytes)
    var headers: [CentralHeader] = []
    headers.reserveCapacity(end.entryCount)
    var place = 0
    while headers.count < end.entryCount {
      let header = try CentralHeader(
        in: directory, at: place, directoryOffset: end.directoryOffset, limits: limits)
      headers.append(header)
      place += header.byteCount
    }
    guard place == directory.count else {
      throw ZipRefusal(.endRecordDisagrees, at: end.directoryOffset + place)
    }
    return headers
  }

  private static func checkSizes(
    of headers: [CentralHeader], archiveBytes: Int, limits: ZipLimits
  ) throws {
    var total = 0
    for header in headers {
      let refused = { ZipRefusal($0, at: header.offset, entry: header.name.text) }
      guard header.sizeBytes <= limits.inflatedBytes - total else {
        throw refused(.tooManyBytes(limit: limits.inflatedBytes))
      }
      total += header.sizeBytes
      let (allowed, isBeyondCounting) = archiveBytes.multipliedReportingOverflow(by: limits.ratio)
      if total > limits.ratioFreeBytes && !isBeyondCounting && total > allowed {
        throw refused(.inflatesTooFar(ratio: limits.ratio))
      }
    }
  }

  /// Gives every entry its bytes, in the order of the file, and refuses a byte given twice. The result is
  /// where each entry's bytes begin, in the order of the headers.
  private mutating func claimBytes(
    of headers: [CentralHeader], before directoryOffset: Int, in source: ZipSource
  ) throws -> [Int] {
    let order = headers.indices.sorted { headers[$0].localOffset < headers[$1].localOffset }
    var dataOffsets = [Int](repeating: 0, count: headers.count)
    var claimed = 0
    for (turn, place) in order.enumerated() {
      let header = headers[place]
      guard header.localOffset >= claimed, header.localOffset < directoryOffset else {
        throw ZipRefusal(.overlap, at: header.localOffset, entry: header.name.text)
      }
      try noteGap(from: claimed, to: header.localOffset, in: source)
      let local = try LocalHeader(of: header, in: source)
      let next = turn + 1 < order.count ? headers[order[turn + 1]].localOffset : directoryOffset
      claimed = try local.end(of: header, in: source, before: next)
      dataOffsets[place] = local.dataOffset
    }
    try noteGap(from: claimed, to: directoryOffset, in: source)
    return dataOffsets
  }

  /// Bytes that no entry claims: refused before the first entry, and where an entry hides in them.
  private mutating func noteGap(from start: Int, to end: Int, in source: ZipSource) throws {
    if start == end { return }
    if start == 0 { throw ZipRefusal(.bytesInFront(count: end), at: 0) }
    let octets = try source.octets(at: start, count: min(4, end - start))
    if octets.holds(.localHeader, at: 0) { throw ZipRefusal(.unlistedEntry, at: start) }
    notes.append(.unclaimedBytes(offset: start, count: end - start))
  }
}
