internal import CPangoCairo

/// What cairo could not do: memory ran out, or a number was out of its range.
public struct TypesettingError: Error, Hashable, Sendable, CustomStringConvertible {
  /// cairo's number of the status.
  public let code: UInt32
  /// cairo's words.
  public let message: String

  init(_ status: cairo_status_t) {
    code = UInt32(status.rawValue)
    message = unsafe cairo_status_to_string(status).map { unsafe String(cString: $0) } ?? "no reason given"
  }

  public var description: String { "cairo: \(message)" }
}
