/// A member of a zip file written octet by octet, with every fact open to a lie.
struct Member {
  var name: [UInt8]
  var content: [UInt8] = []
  var method = 0
  var flags = 0
  var attributes = 0
  var extra: [UInt8] = []
  /// What the local header says instead.
  var localName: [UInt8]?
  var localMethod: Int?
  var localFlags: Int?
  var localChecksum: Int?
  var localSize: Int?
  var localExtra: [UInt8] = []
  /// What the central header says instead.
  var checksum: Int?
  var sizeBytes: Int?
  var compressedBytes: Int?
  var offset: Int?
  /// What follows the member's bytes.
  var descriptor: Descriptor?
  /// What stands behind all of it and belongs to no record.
  var gap: [UInt8] = []

  enum Descriptor { case signed, bare, signedZip64, bareZip64, lying }

  init(_ name: String, _ content: String = "", method: Int = 0) {
    self.name = Array(name.utf8)
    self.content = Array(content.utf8)
    self.method = method
  }

  /// A member changed in one respect.
  func with<Value>(_ fact: WritableKeyPath<Member, Value>, _ value: Value) -> Member {
    var changed = self
    changed[keyPath: fact] = value
    return changed
  }

  /// The bytes in the file: as they are, or as one stored block of a deflate stream (RFC 1951 §3.2.4).
  var data: [UInt8] {
    guard method == 8 else { return content }
    let (low, high) = (UInt8(content.count & 255), UInt8(content.count >> 8))
    return [1, low, high, ~low, ~high] + content
  }
}

func number16(_ number: Int) -> [UInt8] { [UInt8(number & 255), UInt8(number >> 8 & 255)] }
func number32(_ number: Int) -> [UInt8] { number16(number) + number16(number >> 16) }
func number64(_ number: Int) -> [UInt8] { number32(number) + number32(number >> 32) }

/// CRC-32 bit by bit.
func checksum(_ octets: [UInt8]) -> Int {
  var register: UInt32 = ~0
  for octet in octets {
    register ^= UInt32(octet)
    for _ in 0..<8 { register = register & 1 == 1 ? register >> 1 ^ 0xEDB8_8320 : register >> 1 }
  }
  return Int(~register)
}

/// What surrounds the members of a zip file.
struct Frame {
  var prefix: [UInt8] = []
  var suffix: [UInt8] = []
  var comment: [UInt8] = []
  var entryCount: Int?
  var directoryBytes: Int?
  var directoryOffset: Int?
  var volume = 0
  var isZip64 = false
  var zip64Count: Int?
}

/// The octets of a zip file.
func zipFile(_ members: [Member], _ frame: Frame = Frame()) -> [UInt8] {
  var file = frame.prefix
  var directory: [UInt8] = []
  for member in members {
    directory += centralHeader(member, offset: file.count)
    file += localHeader(member) + member.data + descriptor(member) + member.gap
  }
  let start = file.count
  file += directory
  let count = frame.entryCount ?? members.count
  let bytes = frame.directoryBytes ?? directory.count
  let offset = frame.directoryOffset ?? start
  if frame.isZip64 {
    let place = file.count
    let long = frame.zip64Count ?? count
    file += number32(0x0606_4b50) + number64(44) + number16(45) + number16(45) + number64(0)
    file += number64(long) + number64(long) + number64(bytes) + number64(offset)
    file += number32(0x0706_4b50) + number32(0) + number64(place) + number32(1)
  }
  file += number32(0x0605_4b50) + number16(frame.volume) + number16(frame.volume)
  file += (number16(count) + number16(count) + number32(bytes) + number32(offset))
  return file + number16(frame.comment.count) + frame.comment + frame.suffix
}

private func localHeader(_ member: Member) -> [UInt8] {
  let name = member.localName ?? member.name
  let isOpen = member.descriptor != nil
  var flags = member.localFlags ?? member.flags
  if isOpen { flags |= 8 }
  var octets = number32(0x0403_4b50) + number16(20) + number16(flags)
  octets += number16(member.localMethod ?? member.method) + number32(0)
  octets += number32(member.localChecksum ?? (isOpen ? 0 : member.checksum ?? checksum(member.content)))
  octets += number32(isOpen ? 0 : member.compressedBytes ?? member.data.count)
  octets += number32(member.localSize ?? (isOpen ? 0 : member.sizeBytes ?? member.content.count))
  return octets + number16(name.count) + number16(member.localExtra.count) + name + member.localExtra
}

private func centralHeader(_ member: Member, offset: Int) -> [UInt8] {
  var octets = number32(0x0201_4b50) + number16(3 << 8 | 20) + number16(20)
  octets +=
    number16(member.flags | (member.descriptor != nil ? 8 : 0)) + number16(member.method) + number32(0)
  octets += number32(member.checksum ?? checksum(member.content))
  octets += number32(member.compressedBytes ?? member.data.count)
  octets += number32(member.sizeBytes ?? member.content.count)
  octets +=
    number16(member.name.count) + number16(member.extra.count) + number16(0) + number16(0) + number16(0)
  octets += number32(member.attributes) + number32(member.offset ?? offset)
  return octets + member.name + member.extra
}

private func descriptor(_ member: Member) -> [UInt8] {
  let crc = number32(checksum(member.content))
  let (inFile, size) = (member.data.count, member.content.count)
  let signature = number32(0x0807_4b50)
  return switch member.descriptor {
  case nil: []
  case .signed: signature + crc + number32(inFile) + number32(size)
  case .bare: crc + number32(inFile) + number32(size)
  case .signedZip64: signature + crc + number64(inFile) + number64(size)
  case .bareZip64: crc + number64(inFile) + number64(size)
  case .lying: signature + crc + number32(inFile) + number32(size + 1)
  }
}
