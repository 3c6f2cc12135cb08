/// Why a query was refused; the answer is 400 Bad Request.
public struct QueryRefusal: Error, Hashable, Sendable {
  /// The ways in which a query can be wrong; the raw value is the stable code.
  public enum Reason: String, Sendable {
    /// There is no such parameter; names are case-sensitive.
    case unknownParameter = "unknown-parameter"
    /// A parameter that is needed is not given.
    case missingParameter = "missing-parameter"
    /// A parameter is given twice.
    case repeatedParameter = "repeated-parameter"
    /// The value is not of the form that the parameter asks.
    case malformedValue = "malformed-value"
    /// The parameter cannot stand with another one that is given.
    case parametersConflict = "parameters-conflict"
  }

  /// The parameter's name, as it was sent.
  public let parameter: String
  /// What is wrong with it.
  public let reason: Reason
  /// One sentence for the sender.
  public let message: String
}
