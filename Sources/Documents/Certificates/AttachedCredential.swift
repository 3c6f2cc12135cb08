/// A signed credential within the file of its page: a second part behind the octets of the page (ISO 32000 7.5.6,
/// “Incremental updates”), which takes none of them away.
///
/// What stands behind the page follows from the page, the credential and the language alone. So a file is looked at by
/// making it again: whatever is not as it has to be, wherever, makes it another.
public struct AttachedCredential: Sendable, Hashable {
  /// The octets of the page, as they were before anything was attached.
  public let page: [UInt8]
  /// The credential: letters, digits, `-`, `_` and points.
  public let token: [UInt8]
  /// The language of the page, such as `fr`.
  public let language: String

  public init(page: [UInt8], token: [UInt8], language: String) {
    self.page = page
    self.token = token
    self.language = language
  }

  /// The name under which readers show the credential.
  static let fileName = "credential.jwt"

  /// The file. Nil where the page is none that this house has drawn.
  public var file: [UInt8]? {
    guard let base = PDFStructure(page) else { return nil }
    var update = PDFUpdate(after: page.count)
    let (stream, specification) = (base.size, base.size + 1)
    update.add(
      stream,
      "<< /Type /EmbeddedFile /Subtype /application#2Fvc#2Bjwt /Length \(token.count)"
        + " /Params << /Size \(token.count) >> >>\nstream\n\(String(decoding: token, as: UTF8.self))\nendstream"
    )
    update.add(
      specification,
      "<< /Type /Filespec /F (\(AttachedCredential.fileName)) /UF (\(AttachedCredential.fileName))"
        + " /AFRelationship /Data /Desc (Signed credential, Open Badges 3.0)"
        + " /EF << /F \(stream) 0 R /UF \(stream) 0 R >> >>")
    update.add(
      base.root,
      "<< \(base.catalogue) /Lang (\(language)) /ViewerPreferences << /DisplayDocTitle true >>"
        + " /AF [\(specification) 0 R] /Names << /EmbeddedFiles"
        + " << /Names [(\(AttachedCredential.fileName)) \(specification) 0 R] >> >> >>")
    return page
      + update.finished(
        size: base.size + 2, root: base.root, information: base.information, previous: base.table)
  }

  /// Takes a file apart. Nil where it is not, octet by octet, what these parts make.
  public init?(file: [UInt8]) {
    guard let cut = AttachedCredential.endOfPage(in: file) else { return nil }
    let update = file[cut...]
    guard let token = AttachedCredential.between("\nstream\n", "\nendstream", in: update),
      let language = AttachedCredential.between("/Lang (", ")", in: update), language.count <= 35
    else { return nil }
    self.init(
      page: Array(file[..<cut]), token: Array(token), language: String(decoding: language, as: UTF8.self))
    guard self.file == file else { return nil }
  }

  /// The page ends with the last mark of an end but one.
  private static func endOfPage(in file: [UInt8]) -> Int? {
    let mark = Array("%%EOF\n".utf8)
    guard file.suffix(mark.count).elementsEqual(mark) else { return nil }
    var place = file.count - 2 * mark.count
    while place >= 0 {
      if file[place] == mark[0], file[place..<(place + mark.count)].elementsEqual(mark) {
        return place + mark.count
      }
      place -= 1
    }
    return nil
  }

  private static func between(
    _ before: String, _ after: String, in octets: ArraySlice<UInt8>
  ) -> ArraySlice<UInt8>? {
    guard let start = octets.firstRange(of: Array(before.utf8))?.upperBound,
      let end = octets[start...].firstRange(of: Array(after.utf8))?.lowerBound
    else { return nil }
    return octets[start..<end]
  }
}
