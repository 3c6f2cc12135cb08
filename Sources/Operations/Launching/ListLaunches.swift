public import Enrolment
public import Values

/// Launches of an enrolment, in the order they were made.
public struct ListLaunches: Inquiry {
  public static let right: Right? = .lookUp

  public let enrolment: EnrolmentID
  public let page: PageRequest

  public init(enrolment: EnrolmentID, page: PageRequest = PageRequest()) {
    self.enrolment = enrolment
    self.page = page
  }

  public func answer(_ reading: Reading) throws -> Page<LaunchSession> {
    let enrolment = try reading.reached.enrolment(identified: enrolment)
    return try reading.records.launches(of: enrolment.id, page: page)
  }
}

/// One launch. It lies where its enrolment does.
public struct ShowLaunch: Inquiry {
  public static let right: Right? = .lookUp

  public let launch: LaunchSessionID

  public init(_ launch: LaunchSessionID) {
    self.launch = launch
  }

  public func answer(_ reading: Reading) throws -> LaunchSession {
    guard let found = try reading.records.launch(launch) else {
      throw NotFound(.launch, launch.description)
    }
    do {
      _ = try reading.reached.enrolment(identified: found.session.enrolment)
    } catch is OutOfReach {
      throw OutOfReach(notFound: NotFound(.launch, launch.description))
    }
    return found.session
  }
}
