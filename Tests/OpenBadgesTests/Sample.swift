import Cryptography
import Values
@testable import OpenBadges

/// A house with a key, and a credential of it.
struct Sample {
  let pair: PrivateKey
  let keys: TrustedKeys

  static let house = "https://records.example/credentials"
  static let keyName = "\(house)/keys/1"

  init(_ kind: SigningKind = .rsa) throws {
    pair = try PrivateKey.generate(kind)
    keys = TrustedKeys([.init(name: Sample.keyName, key: pair.publicKey)])
  }

  static func credential(
    house: String = Sample.house, holder: String = "Example Officer", score: String? = "85 of 100",
    until: String? = "2029-03-02T00:00:00Z", position: Int = 94_567, pages: [AchievementCredential.Page] = []
  ) -> AchievementCredential {
    AchievementCredential(
      address: "\(house)/certificates/1", issuer: "\(house)/issuers/1", issuerName: "Example Issuer",
      subject: "urn:uuid:00000000-0000-7000-8000-000000000001", holder: holder, kind: .achievement,
      achievement: "\(house)/schemes/1/1", title: "Trainer", course: "Feedback", number: "TTT-2026-000001",
      session: "FEEDBACK-1", sessionDays: days("2026-01-05", "2026-01-09"), score: score,
      criteria: "A pass in the course.", validFrom: instant("2026-03-02T09:00:00Z"),
      validUntil: until.map(instant),
      status: StatusPlace(base: "\(house)/status/1", position: position), pages: pages)
  }

  static func instant(_ text: String) -> Instant { Instant(text) ?? Instant(microseconds: 0) }

  static func days(_ from: String, _ to: String) -> DayRange {
    guard let first = Day(from), let days = DayRange(from: first, to: Day(to)) else {
      preconditionFailure("the days of a test are days")
    }
    return days
  }

  func token(_ credential: AchievementCredential = credential()) throws -> [UInt8] {
    try SignedToken.sign(credential.payload, as: .credential, with: pair, named: Sample.keyName)
  }

  func list(
    _ purpose: StatusPurpose, set positions: [Int] = [], asOf: String = "2026-06-30T12:00:00Z",
    house: String = Sample.house
  ) -> StatusList {
    var bits = StatusBits()
    for position in positions { bits[position] = true }
    return StatusList(
      address: "\(house)/status/1/\(purpose.rawValue)", issuer: "\(house)/issuer",
      purpose: purpose, asOf: Sample.instant(asOf), bits: bits)
  }

  func trust(revoked: [Int] = [], suspended: [Int] = []) -> Trust {
    Trust(keys: keys, lists: [list(.revocation, set: revoked), list(.suspension, set: suspended)])
  }
}
