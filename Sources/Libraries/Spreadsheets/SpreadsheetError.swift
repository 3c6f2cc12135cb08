internal import CXLSXWriter

/// What libxlsxwriter, or the system under it, did not do.
public struct SpreadsheetError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The code of `lxw_error`, or of `errno` where the system refused.
  public let code: Int32
  /// What was to be done, and why it was not.
  public let message: String

  init(_ doing: String, _ code: lxw_error) {
    self.code = Int32(truncatingIfNeeded: code.rawValue)
    message = unsafe "\(doing): \(String(cString: lxw_strerror(code)))"
  }

  init(_ doing: String, system code: Int32) {
    self.code = code
    message = "\(doing): errno \(code)"
  }

  public var description: String { message }
}
