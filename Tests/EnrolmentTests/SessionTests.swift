import Catalogue
import Enrolment
import Testing
import Values

@Suite struct SessionTests {
  @Test(
    "A session has room for at least one person",
    arguments: [
      (nil, true), (1, true), (100_000, true), (0, false), (-1, false),
    ] as [(Int?, Bool)])
  func capacity(capacity: Int?, isAccepted: Bool) throws {
    if isAccepted {
      #expect(try session(capacity: capacity, lastDay: "2026-06-30").capacity == capacity)
    } else {
      #expect(throws: Session.Refusal.capacityNotPositive(capacity ?? 0)) {
        try session(capacity: capacity, lastDay: "2026-06-30")
      }
    }
  }

  @Test func aSessionHasALastDay() {
    #expect(throws: Session.Refusal.endMissing) { try session(capacity: 12, lastDay: nil) }
  }

  @discardableResult
  private func session(capacity: Int?, lastDay: String?) throws -> Session {
    let first = try #require(Day("2026-06-01"))
    let days = try #require(DayRange(from: first, to: lastDay.flatMap { Day($0) }))
    let code = try #require(SessionCode("S-1"))
    return try Session(
      id: SessionID(UUID(high: 0, low: 1)), code: code, version: CourseVersionID(UUID(high: 0, low: 2)),
      mode: .faceToFace, days: days, timeZone: "Africa/Nairobi", language: .english, capacity: capacity,
      host: nil,
      state: .planned)
  }
}
