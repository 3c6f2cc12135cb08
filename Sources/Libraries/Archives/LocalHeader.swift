/// An entry's header before its bytes (APPNOTE 4.3.7), compared with the central directory's.
struct LocalHeader {
  /// Where the entry's bytes begin.
  let dataOffset: Int
  private let hasDataDescriptor: Bool

  /// Reads the header and refuses it where name, method, encryption, sizes or checksum differ.
  init(of entry: CentralHeader, in source: ZipSource) throws {
    let refused = { ZipRefusal($0, at: entry.localOffset, entry: entry.name.text) }
    let fixed = 30 + entry.nameOctets.count
    guard entry.localOffset <= source.sizeBytes - fixed else { throw refused(.recordMissing(.localHeader)) }
    let octets = try source.octets(at: entry.localOffset, count: fixed)
    guard octets.holds(.localHeader, at: 0) else { throw refused(.recordMissing(.localHeader)) }
    guard octets.number16(at: 26) == entry.nameOctets.count, octets[30...].elementsEqual(entry.nameOctets)
    else { throw refused(.localHeaderDisagrees(.name)) }
    guard octets.number16(at: 8) == entry.method.rawValue else {
      throw refused(.localHeaderDisagrees(.method))
    }
    let flags = octets.number16(at: 6)
    if flags & 0x2041 != 0 { throw refused(.localHeaderDisagrees(.encryption)) }
    hasDataDescriptor = flags & 0x0008 != 0
    let extraBytes = octets.number16(at: 28)
    dataOffset = entry.localOffset + fixed + extraBytes
    var numbers = [octets.number32(at: 22), octets.number32(at: 18)]
    if numbers.contains(0xFFFF_FFFF) {
      let extra = ExtraFields(try source.octets(at: entry.localOffset + fixed, count: extraBytes))
      guard let completed = extra.completing(numbers) else { throw refused(.recordMissing(.zip64ExtraField)) }
      numbers = completed
    }
    let checksum = octets.number32(at: 14)
    guard agree(checksum, Int(entry.checksum)) else { throw refused(.localHeaderDisagrees(.checksum)) }
    guard agree(numbers[0], entry.sizeBytes), agree(numbers[1], entry.compressedBytes) else {
      throw refused(.localHeaderDisagrees(.size))
    }
  }

  /// With a data descriptor the header may leave any of its facts open as zero; some writers leave only some.
  private func agree(_ local: Int, _ central: Int) -> Bool {
    local == central || hasDataDescriptor && local == 0
  }

  /// Where the entry ends, its data descriptor included.
  ///
  /// - Parameter limit: where the next record begins.
  func end(of entry: CentralHeader, in source: ZipSource, before limit: Int) throws -> Int {
    let refused = { ZipRefusal($0, at: entry.localOffset, entry: entry.name.text) }
    guard dataOffset <= limit, entry.compressedBytes <= limit - dataOffset else { throw refused(.overlap) }
    let dataEnd = dataOffset + entry.compressedBytes
    guard hasDataDescriptor else { return dataEnd }
    let octets = try source.octets(at: dataEnd, count: min(24, limit - dataEnd))
    guard let count = LocalHeader.descriptorBytes(octets, of: entry) else {
      throw refused(.localHeaderDisagrees(.size))
    }
    return dataEnd + count
  }

  /// The length of the data descriptor (APPNOTE 4.3.9): with a signature or not, with sizes of four or eight
  /// octets. The longest form that states the directory's facts is taken; nil where none does.
  private static func descriptorBytes(_ octets: [UInt8], of entry: CentralHeader) -> Int? {
    for (start, width) in [(4, 8), (4, 4), (0, 8), (0, 4)] {
      let end = start + 4 + 2 * width
      guard octets.count >= end, start == 0 || octets.holds(.dataDescriptor, at: 0) else { continue }
      let number = { width == 8 ? octets.number64(at: $0) : octets.number32(at: $0) }
      let facts = [octets.number32(at: start), number(start + 4), number(start + 4 + width)]
      if facts == [Int(entry.checksum), entry.compressedBytes, entry.sizeBytes] { return end }
    }
    return nil
  }
}
