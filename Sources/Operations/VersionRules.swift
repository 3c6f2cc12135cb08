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
    /// Of a cmi5 version, its blocks and itself, with their units; none of any other.
    let groups: [ActivityGroup]
    /// Of a cmi5 version, what the publisher calls each unit; nothing of any other.
    let publisherIdentifiers: [String: String]
    /// Whether a block, or the course, is satisfied before anything was learnt.
    let isSatisfiedInPartAtOnce: Bool

    init(of version: CourseVersion) {
      let structure = version.structure
      let launches = version.launchesByKey
      let isLaunchedHere = structure.format == .cmi5
      format = structure.format
      self.launches = launches
      passRule = version.passRule
      groups = isLaunchedHere ? structure.groups : []
      let units = isLaunchedHere ? structure.assignables.map { ($0.key, $0.publisherIdentifier) } : []
      publisherIdentifiers = Dictionary(units) { first, _ in first }
      isSatisfiedInPartAtOnce = groups.contains { group in
        group.units.allSatisfy { launches[$0]?.moveOn == .notApplicable }
      }
    }
  }

  private let kept = Mutex<[CourseVersionID: Rule]>([:])

  /// The rule of a version, read from the records the first time.
  func rule(of id: CourseVersionID, in records: any Records) throws -> Rule {
    if let rule = kept.withLock({ $0[id] }) { return rule }
    guard let version = try records.version(id) else { throw NotFound(.courseVersion, id.description) }
    let rule = Rule(of: version)
    guard version.state != .accepted else { return rule }
    kept.withLock { rules in
      if rules.count >= 1024 { rules.removeAll() }
      rules[id] = rule
    }
    return rule
  }
}
