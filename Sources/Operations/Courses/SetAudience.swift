public import Catalogue
public import Values

/// Says whom a course is for. It holds for whoever is nominated or enrolled from then on.
public struct SetAudience: Change {
  public static let right = Right.changeRecords

  public let course: Reference<Course>
  public let audience: Audience

  public init(course: Reference<Course>, audience: Audience) {
    self.course = course
    self.audience = audience
  }

  public func carryOut(_ work: Work) throws -> Course {
    let course = try work.records.course(named: course)
    guard course.audience != audience else { return course }
    try work.records.setAudience(audience, of: course.id)
    try work.note(
      "course audience", .course, course.id.uuid,
      [FieldChange("audience", from: course.audience.rawValue, to: audience.rawValue)])
    return try work.records.course(named: .id(course.id))
  }
}
