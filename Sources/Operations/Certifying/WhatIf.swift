internal import Catalogue
public import Certification
public import ContentPackaging
public import Enrolment
public import People
internal import RegistrarXML
public import Values

/// Whose verdict would turn if a draft of a scheme's rules were in force.
public struct WhatIf: Sendable {
  /// Somebody whose verdict would turn.
  public struct Flip: Sendable, Hashable {
    public let enrolment: EnrolmentID
    public let person: PersonID
    /// By the rules in force.
    public let present: Eligibility
    /// By the draft.
    public let draft: Eligibility
  }

  /// The number of the version in force; nil for a scheme that is not there yet.
  public let present: Int?
  /// The number of the draft's last version; nil where the draft is refused.
  public let draft: Int?
  /// How many enrolments were judged.
  public let candidates: Int
  /// Those who would be eligible and are not.
  public let gained: [Flip]
  /// Those who are eligible and would not be.
  public let lost: [Flip]
  public let findings: [Finding]

  /// Whether the draft could be judged.
  public var isAccepted: Bool { draft != nil }
}

extension Registrar {
  /// Judges every enrolment by a draft of a scheme's rules beside those in force, and changes nothing. That somebody holds
  /// a certificate already does not count: who holds one keeps it, whatever becomes of the rules.
  ///
  /// Cost: one pass over the enrolments, and a few point reads for each on a course that the two versions name.
  ///
  /// - Parameters:
  ///   - bytes: XML of `Schemas/xsd/scheme.xsd`; its last version is the draft.
  ///   - progress: is told how many enrolments were judged.
  public func whatIf(
    _ bytes: [UInt8], name: String, as principal: Principal, progress: (Int) -> Void = { _ in }
  ) throws -> WhatIf {
    try permit(.readRecords, to: principal, doing: "scheme what-if")
    let reading = SchemeReader.read(bytes, file: name)
    guard let document = reading.scheme else { return .refused(reading.findings) }
    let instant = clock()
    return try store.read { records in
      let plan = try ImportScheme(document: document, name: name).plan(in: records, calendar, at: instant)
      guard plan.isAccepted else { return .refused(plan.findings) }
      return try WhatIfJudging(
        judging: Judging(records: records, calendar: calendar, origin: origin, now: instant),
        present: plan.scheme?.current, draft: document.draft(in: records), scheme: plan.scheme?.id,
        findings: plan.findings
      ).judge(progress)
    }
  }
}

extension WhatIf {
  fileprivate static func refused(_ findings: [Finding]) -> WhatIf {
    WhatIf(present: nil, draft: nil, candidates: 0, gained: [], lost: [], findings: findings)
  }
}

extension SchemeDocument {
  /// The last version as a rule. The reader refuses a document without one.
  func draft(in records: any Records) throws -> SchemeVersion {
    guard let last = versions.last else { preconditionFailure("a scheme that was read has a version") }
    return try SchemeVersion(
      number: last.number.value, kind: last.kind, course: records.course(named: .code(last.course.value)).id,
      minimumScore: last.minimumScore, minimumTrust: last.minimumTrust,
      prerequisites: last.prerequisites.map(\.value), decision: last.decision,
      validity: last.validity,
      renewal: last.renewal?.naming { try records.course(named: .code($0.value)).id },
      timeZone: last.timeZone.value, attests: last.attests.map(\.claim),
      stages: last.stages.map { try $0.naming { try records.course(named: .code($0.value)).id } })
  }
}

/// Two versions of a scheme's rules, set against each other.
private struct WhatIfJudging {
  let judging: Judging
  let present: SchemeVersion?
  let draft: SchemeVersion
  let scheme: SchemeID?
  let findings: [Finding]

  func judge(_ progress: (Int) -> Void) throws -> WhatIf {
    var (candidates, gained, lost) = (0, [WhatIf.Flip](), [WhatIf.Flip]())
    var courses: [CourseVersionID: CourseID] = [:]
    var request: PageRequest? = PageRequest(limit: 1000)
    while let next = request {
      let page = try judging.records.enrolments(EnrolmentFilter(), within: .everything, page: next)
      for enrolment in page.items {
        guard let course = try course(of: enrolment.version, &courses) else { continue }
        candidates += 1
        guard let flip = try flip(of: enrolment, on: course) else { continue }
        switch flip.draft {
        case .eligible: gained.append(flip)
        case .notEligible: lost.append(flip)
        }
      }
      progress(candidates)
      request = page.next.map { PageRequest(after: $0, limit: 1000) }
    }
    return WhatIf(
      present: present?.number, draft: draft.number, candidates: candidates, gained: gained, lost: lost,
      findings: findings)
  }

  /// The course of a version, where one of the two names it.
  private func course(
    of version: CourseVersionID, _ known: inout [CourseVersionID: CourseID]
  ) throws -> CourseID? {
    let course = try known[version] ?? judging.records.course(of: version)
    known[version] = course
    return course == draft.course || course == present?.course ? course : nil
  }

  private func flip(of enrolment: Enrolment, on course: CourseID) throws -> WhatIf.Flip? {
    let evidence = try judging.evidence(of: enrolment, on: course)
    let before = try present.map { try verdict(on: evidence, by: $0) } ?? .notEligible(because: [])
    let after = try verdict(on: evidence, by: draft)
    guard before.isEligible != after.isEligible else { return nil }
    return WhatIf.Flip(enrolment: enrolment.id, person: enrolment.person, present: before, draft: after)
  }

  private func verdict(on evidence: Judging.Evidence, by version: SchemeVersion) throws -> Eligibility {
    let held = try judging.records.held(
      by: evidence.enrolment.person, for: version, at: judging.now, by: judging.calendar)
    return version.eligibility(for: try judging.found(evidence, for: version, of: scheme, holding: held))
  }
}
