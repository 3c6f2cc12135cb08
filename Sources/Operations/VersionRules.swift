internal import Values
internal import Enrolment
internal import Catalogue
internal import Synchronization

/// The rules of course versions that progress is judged by, kept once read: a published version never changes.
///
/// Bounded: when it holds 1,024 versions it starts again from none.
final class VersionRules: Sendable {
  struct Rule: Sendable {
    /// The specification by whose words statements speak of the version.
    let format: PackageFormat
    let launches: [String: Launch]
    let passRule: PassRule
  }

  private let kept = Mutex<[CourseVersionID: Rule]>([:])

  /// The rule of a version, read from the records the first time.
  func rule(of id: CourseVersionID, in records: any Records) throws -> Rule {
    if let rule = kept.withLock({ $0[id] }) { return rule }
    guard let version = try records.version(id) else { throw NotFound(.courseVersion, id.description) }
    let rule = Rule(
      format: version.structure.format, launches: version.launchesByKey, passRule: version.passRule)
    guard version.state != .accepted else { return rule }
    kept.withLock { rules in
      if rules.count >= 1024 { rules.removeAll() }
      rules[id] = rule
    }
    return rule
  }
}
