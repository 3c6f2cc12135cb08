/// Records as they are written (APPNOTE 4.3). Everything is dated 1980-01-01, the first day that the format
/// knows, so that the same content gives the same bytes.
enum ZipRecords {
  static func localHeader(of entry: WrittenEntry) -> [UInt8] {
    localHeader(
      name: entry.name, flags: entry.flags, method: entry.method, checksum: entry.checksum,
      compressedBytes: entry.compressedBytes, sizeBytes: entry.sizeBytes)
  }

  static func localHeader(
    name: [UInt8], flags: Int, method: ZipMethod, checksum: UInt32, compressedBytes: Int, sizeBytes: Int
  ) -> [UInt8] {
    let numbers = [sizeBytes, compressedBytes]
    let extra = zip64Extra(numbers)
    var octets = signature(.localHeader)
    octets += number16(extra.isEmpty ? 20 : 45) + number16(flags) + number16(method.rawValue) + date
    octets +=
      number32(Int(checksum)) + number32(short(compressedBytes, numbers))
      + number32(short(sizeBytes, numbers))
    octets += number16(name.count) + number16(extra.count) + name + extra
    return octets
  }

  static func centralHeader(_ entry: WrittenEntry) -> [UInt8] {
    let numbers = [entry.sizeBytes, entry.compressedBytes, entry.offset]
    let extra = zip64Extra(numbers)
    var octets = signature(.centralHeader)
    // Made by Unix, so that the attributes are read as a regular file's mode, 0644.
    octets += number16(3 << 8 | 45) + number16(extra.isEmpty ? 20 : 45) + number16(entry.flags)
    octets += number16(entry.method.rawValue) + date + number32(Int(entry.checksum))
    octets += number32(short(entry.compressedBytes, numbers)) + number32(short(entry.sizeBytes, numbers))
    octets += number16(entry.name.count) + number16(extra.count) + number16(0) + number16(0) + number16(0)
    octets += number32(0o100644 << 16) + number32(short(entry.offset, numbers)) + entry.name + extra
    return octets
  }

  static func endRecords(
    entryCount: Int, directoryOffset: Int, directoryBytes: Int, commentBytes: Int = 0
  ) -> [UInt8] {
    var octets: [UInt8] = []
    if entryCount >= 0xFFFF || directoryOffset + directoryBytes >= 0xFFFF_FFFF {
      let offset = directoryOffset + directoryBytes
      octets += signature(.zip64EndRecord) + number64(44) + number16(3 << 8 | 45) + number16(45) + number64(0)
      octets +=
        number64(entryCount) + number64(entryCount) + number64(directoryBytes) + number64(directoryOffset)
      octets += signature(.zip64EndLocator) + number32(0) + number64(offset) + number32(1)
    }
    let count = min(entryCount, 0xFFFF)
    octets += signature(.endRecord) + number32(0) + number16(count) + number16(count)
    octets += number32(min(directoryBytes, 0xFFFF_FFFF)) + number32(min(directoryOffset, 0xFFFF_FFFF))
    return octets + number16(commentBytes)
  }

  /// A zip64 field (APPNOTE 4.5.3) with all numbers, where one of them needs it.
  private static func zip64Extra(_ numbers: [Int]) -> [UInt8] {
    guard needsZip64(numbers) else { return [] }
    return number16(0x0001) + number16(8 * numbers.count) + numbers.flatMap(number64)
  }

  private static func short(_ number: Int, _ numbers: [Int]) -> Int {
    needsZip64(numbers) ? 0xFFFF_FFFF : number
  }

  private static func needsZip64(_ numbers: [Int]) -> Bool { numbers.contains { $0 >= 0xFFFF_FFFF } }

  private static let date = number16(0) + number16(1 << 5 | 1)

  private static func signature(_ signature: ZipSignature) -> [UInt8] { number32(signature.rawValue) }

  private static func number16(_ number: Int) -> [UInt8] {
    [UInt8(truncatingIfNeeded: number), UInt8(truncatingIfNeeded: number >> 8)]
  }

  private static func number32(_ number: Int) -> [UInt8] { number16(number) + number16(number >> 16) }

  private static func number64(_ number: Int) -> [UInt8] { number32(number) + number32(number >> 32) }
}

/// What the central directory says about an entry that was written.
struct WrittenEntry {
  let name: [UInt8]
  let flags: Int
  let method: ZipMethod
  let checksum: UInt32
  let compressedBytes: Int
  let sizeBytes: Int
  let offset: Int
}
