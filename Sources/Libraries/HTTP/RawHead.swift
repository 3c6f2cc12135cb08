internal import CMicroHTTPD
internal import Glibc

/// Reads a head's fields out of the library's buffer and holds them against the bytes that were received.
///
/// The library takes lines apart that end in a bare CR or LF, joins folded lines, and cuts a value at a NUL,
/// all without a trace in the values it hands out. But it works in place: in its buffer the head's bytes
/// stand as received, with each CR, LF, colon and the spaces of the request line overwritten by NUL. So every
/// name must start two bytes after the end of the value before it, both of them NUL. Anything else was
/// framed otherwise than RFC 9112 §2.2 and §5 say, and is refused; so would be every request, were the
/// library ever to lay out its buffer another way.
@unsafe struct RawHead {
  /// What is read into; its places and bytes are limited.
  var fields = HeaderFields()
  /// The first fault met.
  var fault: RequestFault?

  private let fieldLimit: Int
  private let start: UnsafePointer<CChar>
  private let end: UnsafePointer<CChar>
  private var next: UnsafePointer<CChar>

  /// Starts after a request line whose parts the library has handed out, in a head of so many bytes.
  init?(
    method: UnsafePointer<CChar>, target: UnsafePointer<CChar>, version: UnsafePointer<CChar>,
    targetCount: Int, headCount: Int, fieldLimit: Int
  ) {
    let methodCount = unsafe strlen(method)
    let versionCount = unsafe strlen(version)
    unsafe start = method
    unsafe end = method + headCount
    unsafe next = version + versionCount
    unsafe self.fieldLimit = fieldLimit
    guard unsafe target == method + methodCount + 1, unsafe version == target + targetCount + 1,
      unsafe skipLineEnd()
    else { return nil }
    let fieldBytes = headCount - (methodCount + targetCount + versionCount)
    unsafe fields.reserveCapacity(bytes: max(0, fieldBytes), fields: 16)
  }

  /// Takes the next field; false after a fault.
  mutating func take(
    name: UnsafePointer<CChar>, nameCount: Int, value: UnsafePointer<CChar>, valueCount: Int
  ) -> Bool {
    guard unsafe name == next, unsafe value > name, unsafe value + valueCount < end else {
      return unsafe refuse(.malformedHead("A header line is folded or not ended by CR LF."))
    }
    guard unsafe fields.count < fieldLimit else {
      return unsafe refuse(.headTooLarge("The request has more than \(unsafe fieldLimit) header fields."))
    }
    unsafe next = value + valueCount
    guard unsafe skipLineEnd() else {
      return unsafe refuse(.malformedHead("A header line holds a NUL or is not ended by CR LF."))
    }
    var count = valueCount
    while count > 0, unsafe value[count - 1] == 0x20 || value[count - 1] == 0x09 { count -= 1 }
    unsafe fields.append(
      name: UnsafeRawBufferPointer(start: name, count: nameCount),
      value: UnsafeRawBufferPointer(start: value, count: count))
    return true
  }

  /// Whether the head ends where it should: after the last field, with an empty line.
  mutating func isAtEnd() -> Bool { unsafe skipLineEnd() }

  private mutating func skipLineEnd() -> Bool {
    guard unsafe next + 2 <= end, unsafe next[0] == 0, unsafe next[1] == 0 else { return false }
    unsafe next += 2
    return true
  }

  private mutating func refuse(_ fault: RequestFault) -> Bool {
    unsafe self.fault = fault
    return false
  }
}
