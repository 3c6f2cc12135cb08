import Enrolment
import People
public import Values

/// Every enrolment as a line of comma-separated values: the list behind the figures, by name. It is written as it is read,
/// so that any number of lines takes the same memory.
public struct LearnerList: Sendable {
  /// The names of the columns.
  public static let columns = [
    "person", "name", "sex", "organisation", "organisation-name", "region", "role-level", "course",
    "course-title", "session", "mode", "language", "state", "attended", "result", "certified", "enrolled-on",
    "started-on", "ended-on", "groups",
  ]

  private let language: LanguageTag
  private let words: ReportWords

  /// - Parameter language: that of titles and names.
  public init(language: LanguageTag, words: ReportWords) {
    (self.language, self.words) = (language, words)
  }

  /// The first line.
  public static var head: [UInt8] {
    var writer = CSVWriter()
    writer.record(LearnerList.columns)
    return writer.bytes
  }

  /// The line of an enrolment as it stood at the cut-off.
  public func line(_ fact: EnrolmentFact) -> [UInt8] {
    var writer = CSVWriter()
    writer.record([
      fact.person.description, fact.name.map { words.text(of: $0) } ?? "", fact.sex.rawValue,
      fact.party?.code.text ?? "",
      fact.party?.name.text(for: language) ?? "", fact.party?.region?.rawValue ?? "",
      fact.roleLevel?.rawValue ?? "", fact.course.code.text, fact.course.title.text(for: language),
      fact.session.text, fact.mode.rawValue, fact.language.text, fact.state.rawValue,
      fact.facts.hasAttended ? "yes" : "no", EnrolmentFigures.Outcome(of: fact)?.rawValue ?? "",
      fact.isCertified ? "yes" : "no", fact.enrolledOn.description, fact.startedOn?.description ?? "",
      fact.endedOn?.description ?? "", fact.groups.map(\.text).sorted().joined(separator: " "),
    ])
    return writer.bytes
  }
}
