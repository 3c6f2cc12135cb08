public import Catalogue
public import Values

/// Takes a version of a course out of use, with a reason: no session is planned on it any more, and no catalogue can begin
/// to offer the course until another one is published. Sessions and enrolments that are there stay on it (domain 7.3).
public struct RetireVersion: Change {
  public static let right = Right.changeRecords

  public let course: Reference<Course>
  /// Which version; nil for the published one, of the course as it came first before its language variants, or the latest
  /// where none is published.
  public let number: Int?
  public let reason: String

  public init(course: Reference<Course>, number: Int?, reason: String) {
    self.course = course
    self.number = number
    self.reason = reason
  }

  public func carryOut(_ work: Work) throws -> CourseVersion {
    let course = try work.records.course(named: course)
    try requireReason(reason, to: "retire a version")
    let version = try version(of: course, work)
    try work.move(version, to: version.state.after(.retire), "course retire", reason: reason)
    return try work.records.version(identified: version.id)
  }

  private func version(of course: Course, _ work: Work) throws -> CourseVersion {
    if number == nil, let published = try work.records.anyPublishedVersion(of: course) { return published }
    return try work.records.version(number, of: course)
  }
}
