/// Why there is no time zone of a name.
public enum TimeZoneError: Error, Hashable, Sendable {
  /// The database has no such name, or it is not in the form of its names.
  case unknown(name: String)
  /// The database's file could not be read: the operating system's error number.
  case unreadable(name: String, number: Int32)
  /// The database's file is no time zone information (RFC 9636): what is wrong, and at which byte.
  case damaged(name: String, fault: Fault, offset: Int)

  /// What is wrong with a file of the database.
  public enum Fault: String, Hashable, Sendable {
    case notTimeZoneInformation = "it does not begin with TZif"
    case cutShort = "it ends too early"
    case tooLong = "it is longer than any time zone"
    case countsLeapSeconds = "it counts leap seconds"
    case noType = "it has no type of local time"
    case unknownType = "it uses a type of local time that it does not describe"
    case offsetOutOfRange = "an offset from UTC is out of range"
    case unordered = "its instants are not in order"
    case rule = "its rule for the future cannot be read"
  }
}

extension TimeZoneError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .unknown(let name): "no time zone is called \(name)"
    case .unreadable(let name, let number): "the time zone \(name) cannot be read (error \(number))"
    case .damaged(let name, let fault, let offset):
      "the file of time zone \(name) is unusable: \(fault.rawValue) (byte \(offset))"
    }
  }
}
