/// Where the central directory lies, as the record at the end of the file says (APPNOTE 4.3.14 to 4.3.16).
struct EndRecord {
  let entryCount: Int
  let directoryOffset: Int
  let directoryBytes: Int

  /// Finds the one end record and checks that the directory ends where the end records begin.
  ///
  /// The record must end with the file, and be the only one that could: a signature inside its comment, or
  /// one further ahead whose comment would reach the end as well, is refused as a second end record.
  ///
  /// - Parameter commentBytes: how long the file's comment has to be, so that nothing before it is looked at; any length
  ///   where nil.
  init(findingIn source: ZipSource, commentBytes: Int? = nil) throws {
    let tailBytes = min(source.sizeBytes, 22 + (commentBytes ?? 65_535))
    let tailOffset = source.sizeBytes - tailBytes
    let tail = try source.octets(at: tailOffset, count: tailBytes)
    let place = try EndRecord.place(in: tail, tailOffset: tailOffset, source: source)
    let offset = tailOffset + place
    var facts = EndRecord.facts(of: tail, at: place)
    var directoryEnd = offset
    if let zip64 = try Zip64EndRecord(before: offset, in: source) {
      guard facts.agrees(with: zip64.facts) else { throw ZipRefusal(.endRecordDisagrees, at: offset) }
      facts = zip64.facts
      directoryEnd = zip64.offset
    }
    guard facts.volume == 0, facts.directoryVolume == 0, facts.entriesHere == facts.entries else {
      throw ZipRefusal(.severalVolumes, at: offset)
    }
    entryCount = facts.entries
    directoryBytes = facts.directoryBytes
    directoryOffset = facts.directoryOffset
    try checkDirectory(endsAt: directoryEnd)
  }

  /// What both forms of the record state.
  struct Facts {
    let volume, directoryVolume, entriesHere, entries, directoryBytes, directoryOffset: Int

    /// A fact of the short form is the long form's, or all ones in its place.
    func agrees(with long: Facts) -> Bool {
      let short16 = [volume, directoryVolume, entriesHere, entries]
      let long16 = [long.volume, long.directoryVolume, long.entriesHere, long.entries]
      let short32 = [directoryBytes, directoryOffset]
      let long32 = [long.directoryBytes, long.directoryOffset]
      return zip(short16, long16).allSatisfy { $0 == $1 || $0 == 0xFFFF }
        && zip(short32, long32).allSatisfy { $0 == $1 || $0 == 0xFFFF_FFFF }
    }
  }

  private func checkDirectory(endsAt end: Int) throws {
    guard directoryBytes <= end, directoryOffset <= end - directoryBytes else {
      throw ZipRefusal(.endRecordDisagrees, at: end)
    }
    let bytesInFront = end - directoryBytes - directoryOffset
    if bytesInFront > 0 { throw ZipRefusal(.bytesInFront(count: bytesInFront), at: 0) }
  }

  private static func facts(of tail: [UInt8], at place: Int) -> Facts {
    Facts(
      volume: tail.number16(at: place + 4), directoryVolume: tail.number16(at: place + 6),
      entriesHere: tail.number16(at: place + 8), entries: tail.number16(at: place + 10),
      directoryBytes: tail.number32(at: place + 12), directoryOffset: tail.number32(at: place + 16))
  }

  /// Where the end record begins in the tail. One pass from the back.
  private static func place(in tail: [UInt8], tailOffset: Int, source: ZipSource) throws -> Int {
    var found: Int?
    var last: Int?
    for place in stride(from: tail.count - 22, through: 0, by: -1) where tail.holds(.endRecord, at: place) {
      if last == nil { last = place }
      guard place + 22 + tail.number16(at: place + 20) == tail.count else { continue }
      if found != nil { throw ZipRefusal(.secondEndRecord, at: tailOffset + place) }
      found = place
    }
    guard let last else { throw try refusalWithoutEndRecord(source) }
    guard let found else {
      let end = last + 22 + tail.number16(at: last + 20)
      throw end > tail.count
        ? ZipRefusal(.cutShort, at: source.sizeBytes)
        : ZipRefusal(.bytesBehind(count: tail.count - end), at: tailOffset + end)
    }
    if found != last { throw ZipRefusal(.secondEndRecord, at: tailOffset + last) }
    return found
  }

  private static func refusalWithoutEndRecord(_ source: ZipSource) throws -> ZipRefusal {
    let start = try source.octets(at: 0, count: min(4, source.sizeBytes))
    return ZipArchive.isZip(beginningWith: start)
      ? ZipRefusal(.cutShort, at: source.sizeBytes) : ZipRefusal(.notAZip, at: 0)
  }
}

/// The end record for sizes above 4 GiB or counts above 65,535 (APPNOTE 4.3.14), found through its locator.
private struct Zip64EndRecord {
  let offset: Int
  let facts: EndRecord.Facts

  /// Nil where no locator stands before the end record.
  init?(before endOffset: Int, in source: ZipSource) throws {
    guard endOffset >= 20 else { return nil }
    let locatorOffset = endOffset - 20
    let locator = try source.octets(at: locatorOffset, count: 20)
    guard locator.holds(.zip64EndLocator, at: 0) else { return nil }
    offset = locator.number64(at: 8)
    guard offset <= locatorOffset - 56 else {
      throw ZipRefusal(.recordMissing(.zip64EndRecord), at: locatorOffset)
    }
    let record = try source.octets(at: offset, count: 56)
    guard record.holds(.zip64EndRecord, at: 0), record.number64(at: 4) == locatorOffset - offset - 12 else {
      throw ZipRefusal(.recordMissing(.zip64EndRecord), at: offset)
    }
    guard locator.number32(at: 4) == 0, locator.number32(at: 16) <= 1 else {
      throw ZipRefusal(.severalVolumes, at: locatorOffset)
    }
    facts = EndRecord.Facts(
      volume: record.number32(at: 16), directoryVolume: record.number32(at: 20),
      entriesHere: record.number64(at: 24), entries: record.number64(at: 32),
      directoryBytes: record.number64(at: 40), directoryOffset: record.number64(at: 48))
  }
}
