/// Why a text is no JSON that we accept, and where.
public struct JSONError: Error, Hashable, Sendable {
  /// The ways to be refused; where a limit was passed, the limit.
  public enum Reason: Hashable, Sendable {
    /// There is nothing, or only white space.
    case empty
    /// The text begins with U+FEFF, which RFC 8259 §8.1 forbids to send.
    case byteOrderMark
    /// The text ends within a value.
    case cutShort
    /// Something follows the value.
    case trailingContent
    /// Something stands where only a value can, such as `NaN` or a comma too many.
    case expectedValue
    /// Something other than a string stands where a member begins.
    case expectedName
    /// No colon follows a member's name.
    case expectedColon
    /// Neither a comma nor the right bracket follows a value.
    case expectedCommaOrEnd
    /// An octet below 0x20 within a string.
    case controlCharacter
    /// A backslash that none of RFC 8259 §7's escapes begins with.
    case malformedEscape
    /// `\uD800` to `\uDFFF` that is no half of a pair.
    case loneSurrogate
    /// Overlong, truncated, a surrogate, or beyond U+10FFFF.
    case invalidUTF8
    /// A sign, a point or an exponent without its digits.
    case malformedNumber
    /// `01`, which RFC 8259 §6 does not allow.
    case leadingZero
    /// The exponent has more than nine significant digits.
    case exponentOverLimit
    /// Two members of one object have the same name once escapes are resolved.
    case duplicateName
    /// More containers within containers than allowed.
    case depthOverLimit(Int)
    /// More octets than allowed.
    case sizeOverLimit(Int)
    /// More values than allowed.
    case valuesOverLimit(Int)
  }

  /// What is wrong.
  public let reason: Reason
  /// Octets before the place, from 0.
  public let offset: Int
  /// Lines end with a line feed; counted from 1.
  public let line: Int
  /// Unicode scalars within the line, from 1.
  public let column: Int
  /// The JSON Pointer (RFC 6901) of the last value begun, for a repeated name that member; empty for the whole text.
  public let pointer: String
}

extension JSONError.Reason {
  /// One sentence without the place, for the sender.
  public var message: String {
    switch self {
    case .empty: "There is no JSON value."
    case .byteOrderMark: "The text begins with a byte order mark."
    case .cutShort: "The text ends within a value."
    case .trailingContent: "Something follows the JSON value."
    case .expectedValue: "A value is expected here."
    case .expectedName: "A member name in double quotes is expected here."
    case .expectedColon: "A colon is expected between a member's name and its value."
    case .expectedCommaOrEnd: "A comma or the end of the object or array is expected here."
    case .controlCharacter: "A control character within a string must be written as an escape."
    case .malformedEscape: "The escape sequence is none that JSON knows."
    case .loneSurrogate: "Half of a surrogate pair stands alone."
    case .invalidUTF8: "The octets are not UTF-8."
    case .malformedNumber: "The number is not written as JSON asks."
    case .leadingZero: "A number may not begin with a needless zero."
    case .exponentOverLimit: "The exponent has more than nine digits."
    case .duplicateName: "The object has two members of this name."
    case .depthOverLimit(let limit): "Values are nested deeper than \(limit) levels."
    case .sizeOverLimit(let limit): "The text is longer than \(limit) octets."
    case .valuesOverLimit(let limit): "The text has more than \(limit) values."
    }
  }
}

extension JSONError: CustomStringConvertible {
  /// Place and reason in one line: `line 3, column 8 (/x): A value is expected here.`
  public var description: String {
    let place = "line \(line), column \(column)"
    return pointer.isEmpty ? "\(place): \(reason.message)" : "\(place) (\(pointer)): \(reason.message)"
  }
}
