/// An entry's name, read and made sure to stay below the folder it is put in.
struct EntryName: Hashable {
  /// The name with `/` between its parts and none at its end.
  let text: String
  /// Whether the name ended with a separator.
  let isFolder: Bool
  let hadBackslashes: Bool
  let isCodePage437: Bool

  init(_ octets: [UInt8], isMarkedUTF8: Bool, offset: Int, limits: ZipLimits) throws {
    if octets.count > limits.nameBytes { throw ZipRefusal(.unsafeName(.tooLong), at: offset) }
    let utf8 = String(validating: octets, as: UTF8.self)
    if utf8 == nil && isMarkedUTF8 { throw ZipRefusal(.unsafeName(.notUTF8), at: offset) }
    isCodePage437 = utf8 == nil
    let written = utf8 ?? CodePage437.decode(octets)
    var scalars = Array(written.unicodeScalars)
    hadBackslashes = scalars.contains("\\")
    if hadBackslashes { scalars = scalars.map { $0 == "\\" ? "/" : $0 } }
    let end = scalars.lastIndex { $0 != "/" }.map { $0 + 1 } ?? 0
    isFolder = end < scalars.count
    if let fault = NameFaults.first(in: scalars[..<end]) {
      throw ZipRefusal(.unsafeName(fault), at: offset, entry: written)
    }
    text = isFolder || hadBackslashes ? EntryName.string(scalars[..<end]) : written
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }
}
