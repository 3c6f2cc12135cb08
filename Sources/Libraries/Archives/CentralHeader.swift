/// An entry's header in the central directory (APPNOTE 4.3.12).
struct CentralHeader {
  /// Where the header stands in the file.
  let offset: Int
  /// How long the header is.
  let byteCount: Int
  let flags: Int
  let method: ZipMethod
  let checksum: UInt32
  let compressedBytes: Int
  let sizeBytes: Int
  let localOffset: Int
  let nameOctets: [UInt8]
  let name: EntryName
  let isFolder: Bool

  init(in directory: [UInt8], at place: Int, directoryOffset: Int, limits: ZipLimits) throws {
    let offset = directoryOffset + place
    guard directory.holds(.centralHeader, at: place), place + 46 <= directory.count else {
      throw ZipRefusal(.recordMissing(.centralHeader), at: offset)
    }
    let nameEnd = place + 46 + directory.number16(at: place + 28)
    let extraEnd = nameEnd + directory.number16(at: place + 30)
    byteCount = extraEnd + directory.number16(at: place + 32) - place
    guard place + byteCount <= directory.count else {
      throw ZipRefusal(.recordMissing(.centralHeader), at: offset)
    }
    self.offset = offset
    nameOctets = Array(directory[place + 46..<nameEnd])
    flags = directory.number16(at: place + 8)
    name = try EntryName(nameOctets, isMarkedUTF8: flags & 0x0800 != 0, offset: offset, limits: limits)
    let refused = { [name] in ZipRefusal($0, at: offset, entry: name.text) }
    // Encryption, strong encryption, masked headers (APPNOTE 4.4.4).
    if flags & 0x2041 != 0 { throw refused(.encrypted) }
    let methodNumber = directory.number16(at: place + 10)
    guard let method = ZipMethod(rawValue: methodNumber) else { throw refused(.unknownMethod(methodNumber)) }
    self.method = method
    checksum = UInt32(directory.number32(at: place + 16))
    let extra = ExtraFields(Array(directory[nameEnd..<extraEnd]))
    let short = [24, 20, 42].map { directory.number32(at: place + $0) }
    guard let numbers = extra.completing(short) else { throw refused(.recordMissing(.zip64ExtraField)) }
    (sizeBytes, compressedBytes, localOffset) = (numbers[0], numbers[1], numbers[2])
    let volume = directory.number16(at: place + 34)
    if volume != 0 && volume != 0xFFFF { throw refused(.severalVolumes) }
    let kind = CentralHeader.kind(ofAttributes: directory.number32(at: place + 38))
    if kind == .special { throw refused(.notRegularFile) }
    isFolder = name.isFolder || kind == .folder
    if isFolder && sizeBytes != 0 { throw refused(.folderWithContent) }
    if method == .stored && sizeBytes != compressedBytes { throw refused(.localHeaderDisagrees(.size)) }
  }

  private enum Kind { case file, folder, special }

  /// The kind by the Unix mode in the upper half of the attributes, whatever system claims to have written
  /// them; a mode of 0 is no mode.
  private static func kind(ofAttributes attributes: Int) -> Kind {
    switch attributes >> 16 & 0o170000 {
    case 0, 0o100000: .file
    case 0o040000: .folder
    default: .special
    }
  }
}
