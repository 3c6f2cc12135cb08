/// Why a zip file is not read: where, which entry, what.
public struct ZipRefusal: Error, Hashable, Sendable {
  public enum Reason: Hashable, Sendable {
    case notAZip
    /// The file ends before a record does.
    case cutShort
    /// Bytes before the first record: their number.
    case bytesInFront(count: Int)
    /// Bytes after the last record: their number.
    case bytesBehind(count: Int)
    /// Two records could both be the end record.
    case secondEndRecord
    /// The archive is split over several files.
    case severalVolumes
    /// A record's signature is not where another record says it is.
    case recordMissing(Record)
    /// The end record states other facts than the directory has, or than its zip64 record states.
    case endRecordDisagrees
    /// The local header or the data descriptor states another fact than the central directory.
    case localHeaderDisagrees(Fact)
    /// A local header that the central directory does not list.
    case unlistedEntry
    /// The bytes of this entry are also those of another, or of the directory.
    case overlap
    case encrypted
    /// A compression method other than stored (0) and deflated (8).
    case unknownMethod(Int)
    /// A symbolic link, device, pipe or socket.
    case notRegularFile
    /// A folder's entry that carries bytes.
    case folderWithContent
    case unsafeName(NameFault)
    /// A second entry of the same name.
    case duplicateName
    /// A name that differs from this one by case or Unicode composition alone, or that needs a file and a
    /// folder at one place.
    case nameCollision(with: String)
    case tooManyEntries(limit: Int)
    case tooManyBytes(limit: Int)
    case inflatesTooFar(ratio: Int)
    /// The entry's bytes cannot be inflated, or are not those of its size and checksum.
    case corruptData(String)
  }

  /// The kinds of reasons, without their facts: short texts that do not change, for programs.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case notAZip = "not-a-zip"
    case cutShort = "cut-short"
    case bytesInFront = "bytes-in-front"
    case bytesBehind = "bytes-behind"
    case secondEndRecord = "second-end-record"
    case severalVolumes = "several-volumes"
    case recordMissing = "record-missing"
    case endRecordDisagrees = "end-record-disagrees"
    case localHeaderDisagrees = "local-header-disagrees"
    case unlistedEntry = "unlisted-entry"
    case overlap = "overlap"
    case encrypted = "encrypted"
    case unknownMethod = "unknown-method"
    case notRegularFile = "not-regular-file"
    case folderWithContent = "folder-with-content"
    case unsafeName = "unsafe-name"
    case duplicateName = "duplicate-name"
    case nameCollision = "name-collision"
    case tooManyEntries = "too-many-entries"
    case tooManyBytes = "too-many-bytes"
    case inflatesTooFar = "inflates-too-far"
    case corruptData = "corrupt-data"
  }

  /// The kinds of records of a zip file.
  public enum Record: String, Hashable, Sendable {
    case localHeader = "local header"
    case centralHeader = "central directory header"
    case zip64EndRecord = "zip64 end record"
    case zip64ExtraField = "zip64 extra field"
  }

  /// What is stated twice in a zip file.
  public enum Fact: String, Hashable, Sendable {
    case name, method, size, checksum, encryption
  }

  /// What makes a name unusable.
  public enum NameFault: String, Hashable, Sendable {
    case empty = "it is empty"
    case tooLong = "it is too long"
    case notUTF8 = "it says it is UTF-8 and is not"
    case controlCharacter = "it holds a control character"
    case absolute = "it is absolute"
    case driveLetter = "it names a drive"
    case emptyPart = "it has an empty part"
    case dotPart = "it has a part that leads elsewhere"
    case leadingMark = "a part begins with a combining mark"
    case trailingDotOrSpace = "a part ends with a dot or space"
    case reservedDevice = "a part is the name of a device"
  }

  public let reason: Reason
  /// The byte of the file that the refusal is about, from 0.
  public let offset: Int
  /// The entry's name as far as it is known.
  public let entry: String?

  public init(_ reason: Reason, at offset: Int, entry: String? = nil) {
    self.reason = reason
    self.offset = offset
    self.entry = entry
  }
}

extension ZipRefusal: CustomStringConvertible {
  /// One sentence with the entry and the byte. Control and formatting characters of a name are escaped.
  public var description: String {
    let place = entry.map { "entry \"\(ZipRefusal.printable($0))\" (byte \(offset))" } ?? "byte \(offset)"
    return "\(place): \(reason)"
  }

  static func printable(_ name: String) -> String {
    var text = ""
    for scalar in name.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .nonspacingMark, .enclosingMark,
        .spacingMark, .privateUse, .unassigned:
        text += "\\u{\(String(scalar.value, radix: 16))}"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}

extension ZipRefusal.Reason: CustomStringConvertible {
  public var description: String {
    switch self {
    case .notAZip: "not a zip file"
    case .cutShort: "the file ends in the middle of a record"
    case .bytesInFront(let count): "\(count) bytes before the first record"
    case .bytesBehind(let count): "\(count) bytes after the last record"
    case .secondEndRecord: "a second end record"
    case .severalVolumes: "the archive is split over several files"
    case .recordMissing(let record): "no \(record.rawValue) where one must be"
    case .endRecordDisagrees: "the end record disagrees with the central directory"
    case .localHeaderDisagrees(let fact): "the \(fact.rawValue) differs from the central directory's"
    case .unlistedEntry: "an entry that the central directory does not list"
    case .overlap: "its bytes belong to another record too"
    case .encrypted: "it is encrypted"
    case .unknownMethod(let method): "compression method \(method) is neither stored nor deflated"
    case .notRegularFile: "it is a link or a special file"
    case .folderWithContent: "it is a folder that carries bytes"
    case .unsafeName(let fault): "its name is unsafe: \(fault.rawValue)"
    case .duplicateName: "its name comes twice"
    case .nameCollision(let other): "its name collides with \"\(ZipRefusal.printable(other))\""
    case .tooManyEntries(let limit): "more than \(limit) entries"
    case .tooManyBytes(let limit): "more than \(limit) bytes"
    case .inflatesTooFar(let ratio): "it inflates to more than \(ratio) times its size"
    case .corruptData(let message): "its data is damaged: \(message)"
    }
  }

  /// The reason without its facts.
  public var kind: ZipRefusal.Kind {
    switch self {
    case .notAZip: .notAZip
    case .cutShort: .cutShort
    case .bytesInFront: .bytesInFront
    case .bytesBehind: .bytesBehind
    case .secondEndRecord: .secondEndRecord
    case .severalVolumes: .severalVolumes
    case .recordMissing: .recordMissing
    case .endRecordDisagrees: .endRecordDisagrees
    case .localHeaderDisagrees: .localHeaderDisagrees
    case .unlistedEntry: .unlistedEntry
    case .overlap: .overlap
    case .encrypted: .encrypted
    case .unknownMethod: .unknownMethod
    case .notRegularFile: .notRegularFile
    case .folderWithContent: .folderWithContent
    case .unsafeName: .unsafeName
    case .duplicateName: .duplicateName
    case .nameCollision: .nameCollision
    case .tooManyEntries: .tooManyEntries
    case .tooManyBytes: .tooManyBytes
    case .inflatesTooFar: .inflatesTooFar
    case .corruptData: .corruptData
    }
  }
}
