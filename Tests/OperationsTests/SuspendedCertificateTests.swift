import Certification
import Operations
import Reports
import SQLiteStore
import Testing
import Values

/// A report tells what is in force beside what happened, and a suspension that was lifted is no event of it (Decision 25).
@Suite struct SuspendedCertificateTests {
  @Test(
    "A report knows whether a certificate was suspended when it came into its state",
    arguments: [
      ([], false), ([.suspend], false), ([.suspend, .reinstate], true), ([.suspend, .revoke], true),
      ([.revoke], false), ([.suspend, .reinstate, .revoke], false),
    ] as [([ChangeCertificate.Decision], Bool)])
  func wasSuspended(decisions: [ChangeCertificate.Decision], isTold: Bool) throws {
    let earned = try EarnedCertificate(score: "0.9")
    for decision in decisions { _ = try earned.change(decision) }
    // Records are stamped one after another, so that the last of a moment is a little later than the moment.
    let soon = try #require(Instant("2026-03-03T00:00:00Z"))
    let facts = try Self.facts(earned, at: soon)
    #expect(facts.map(\.wasSuspended) == [isTold])
  }

  @Test(
    "So it does of one that ran out",
    arguments: [([], false), ([.suspend], true)] as [([ChangeCertificate.Decision], Bool)])
  func ranOut(decisions: [ChangeCertificate.Decision], isTold: Bool) throws {
    let earned = try EarnedCertificate(score: "0.9")
    for decision in decisions { _ = try earned.change(decision) }
    let late = try #require(Instant("2099-01-01T00:00:00Z"))
    let facts = try Self.facts(earned, at: late)
    #expect(facts.map(\.state) == [.expired])
    #expect(facts.map(\.wasSuspended) == [isTold])
  }

  private static func facts(_ earned: EarnedCertificate, at cutOff: Instant) throws -> [CertificateFact] {
    var facts: [CertificateFact] = []
    try earned.house.store.read { records in
      try records.eachCertificate(asOf: cutOff, dayOf: { instant, _ in instant.dayInUTC }) {
        facts.append($0)
      }
    }
    return facts
  }
}
