/// The bytes of a zip file, fetched on demand.
struct ZipSource: Sendable {
  let sizeBytes: Int
  let fetch: @Sendable (_ offset: Int, _ count: Int) throws -> [UInt8]

  /// Exactly so many bytes from an offset; a file that ends before them is refused as cut short.
  func octets(at offset: Int, count: Int) throws -> [UInt8] {
    guard offset >= 0, count >= 0, offset <= sizeBytes - count else {
      throw ZipRefusal(.cutShort, at: max(0, min(offset, sizeBytes)))
    }
    let octets = try fetch(offset, count)
    guard octets.count == count else { throw ZipRefusal(.cutShort, at: offset + octets.count) }
    return octets
  }
}

extension [UInt8] {
  /// The little-endian number of two octets.
  func number16(at place: Int) -> Int {
    Int(self[place]) | Int(self[place + 1]) << 8
  }

  /// The little-endian number of four octets.
  func number32(at place: Int) -> Int {
    number16(at: place) | number16(at: place + 2) << 16
  }

  /// The little-endian number of eight octets; one above `Int.max`, which no file reaches, becomes that.
  func number64(at place: Int) -> Int {
    let high = number32(at: place + 4)
    return high > Int(Int32.max) ? Int.max : high << 32 | number32(at: place)
  }

  /// Whether the octets of a record's signature stand here.
  func holds(_ signature: ZipSignature, at place: Int) -> Bool {
    place >= 0 && place + 4 <= count && number32(at: place) == signature.rawValue
  }
}

/// What each record begins with, as a little-endian number (APPNOTE 4.3).
enum ZipSignature: Int {
  case localHeader = 0x0403_4b50
  case centralHeader = 0x0201_4b50
  case dataDescriptor = 0x0807_4b50
  case endRecord = 0x0605_4b50
  case zip64EndRecord = 0x0606_4b50
  case zip64EndLocator = 0x0706_4b50
}
