/// Where something stands in a file of separated values.
public struct CSVPlace: Sendable, Hashable, CustomStringConvertible {
  /// The line, from 1. A line ends with LF, CR LF or CR, also within a quoted field.
  public let line: Int
  /// The column in Unicode scalars, from 1.
  public let column: Int
  /// How many bytes of the file stand before it.
  public let byte: Int

  /// A place with all its coordinates.
  public init(line: Int, column: Int, byte: Int) {
    self.line = line
    self.column = column
    self.byte = byte
  }

  /// `line:column`, as compilers print it.
  public var description: String { "\(line):\(column)" }
}

/// Why separated values are not read.
public struct CSVError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What kind of fault it is; the raw value is stable.
  public enum Code: String, Sendable, CaseIterable {
    /// Nothing, or only white space.
    case empty
    /// The file has more bytes than the limit.
    case tooLarge = "too-large"
    /// An encoding that is not read.
    case encodingUnsupported = "encoding-unsupported"
    /// A NUL: no text holds one.
    case forbiddenCharacter = "forbidden-character"
    /// A quote stands in a field that does not begin with one.
    case quoteInField = "quote-in-field"
    /// Something other than a separator or line end follows a field's closing quote.
    case textAfterQuote = "text-after-quote"
    /// A quoted field is not closed before the file ends.
    case quoteUnclosed = "quote-unclosed"
    /// A field has more bytes than the limit.
    case fieldTooLong = "field-too-long"
    /// A record has more fields than the limit.
    case tooManyFields = "too-many-fields"
    /// There are more records than the limit.
    case tooManyRecords = "too-many-records"
  }

  /// The kind of fault.
  public let code: Code
  /// What is wrong, as a sentence for the file's author.
  public let message: String
  /// Where it is wrong; nil where the file as a whole is.
  public let place: CSVPlace?

  /// An error with its facts.
  public init(_ code: Code, _ message: String, at place: CSVPlace? = nil) {
    self.code = code
    self.message = message
    self.place = place
  }

  /// `line:column: message`.
  public var description: String { place.map { "\($0): \(message)" } ?? message }
}
