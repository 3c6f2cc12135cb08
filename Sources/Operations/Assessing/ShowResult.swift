public import Assessment

/// One result. Whether it still holds is told by the results of its enrolment.
public struct ShowResult: Inquiry {
  public static let right: Right? = .lookUp

  public let result: AssessmentResultID

  public init(_ result: AssessmentResultID) {
    self.result = result
  }

  public func answer(_ reading: Reading) throws -> AssessmentResult {
    try reading.reached.result(identified: result)
  }
}
