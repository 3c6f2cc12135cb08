internal import ContentPackaging

extension FindingCode {
  /// Why a single file that is no zip cannot be a manifest; nil where it may be XML.
  static func refusing(singleFile octets: [UInt8]) -> FindingCode? {
    if octets.starts(with: [0x1F, 0x8B]) { return .gzip }
    guard let first = octets.first(where: isMeaningful) else { return .empty }
    return first == UInt8(ascii: "<") ? nil : .notAPackage
  }

  /// Octets that say nothing about what a text is: white space, byte order marks, the zeros of UTF-16.
  private static func isMeaningful(_ octet: UInt8) -> Bool {
    ![0x00, 0x09, 0x0A, 0x0D, 0x20, 0xEF, 0xBB, 0xBF, 0xFE, 0xFF].contains(octet)
  }

  /// The end of a sentence that begins with the file's name.
  var what: String {
    switch self {
    case .gzip: "a gzip file"
    case .empty: "empty"
    default: "neither a zip nor an XML file"
    }
  }
}
