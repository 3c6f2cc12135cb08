public import Assessment
public import Enrolment
public import Values

/// The results of an enrolment, in the order they were recorded, corrected ones too.
public struct ListResults: Inquiry {
  public static let right: Right? = .lookUp

  public let enrolment: EnrolmentID
  public let page: PageRequest

  public init(enrolment: EnrolmentID, page: PageRequest = PageRequest()) {
    self.enrolment = enrolment
    self.page = page
  }

  public func answer(_ reading: Reading) throws -> Page<AssessmentResult> {
    let enrolment = try reading.reached.enrolment(identified: enrolment)
    return try page.page(of: reading.records.results(of: enrolment.id)) { $0.id.description }
  }
}

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
