import Assessment
import Catalogue
import Certification
import Dispatch
import Enrolment
import Operations
import Testing
import Values

/// Row 78: “grade edited during decision; scheme published during decision: decision cites frozen versions or fails”.
@Suite struct DecisionRaceTests {
  enum Act: String, Sendable, CaseIterable {
    case award, correct, revise
  }

  static let orders: [[Act]] = Act.allCases.flatMap { first in
    Act.allCases.filter { $0 != first }.map { second in
      [first, second] + Act.allCases.filter { $0 != first && $0 != second }
    }
  }

  /// All three are on their way at once. By the corrected score, and by the new version, nobody is eligible; what was
  /// decided before either stays as it was decided.
  @Test(arguments: orders)
  func aDecisionRestsOnWhatWasThere(order: [Act]) throws {
    let house = try House()
    let scene = try Scene(house)
    let result = try house.perform(
      RecordResult(
        enrolment: scene.enrolment, activity: "1", basis: .scored(Score(scaled: ExactDecimal("0.9"))),
        assessedOn: house.clock.now.dayInUTC)
    ).result.id
    let ended = Ended(count: order.count)
    for act in order {
      switch act {
      case .award:
        house.registrar.perform(
          Award(enrolment: scene.enrolment, scheme: .code(scene.scheme)), as: .owner, completion: ended.take)
      case .correct:
        house.registrar.perform(
          CorrectResult(
            result: result, basis: .scored(try Score(scaled: ExactDecimal("0.1"))), reason: "misread"),
          as: .owner, completion: ended.take)
      case .revise:
        house.registrar.perform(
          ReviseScheme(scheme: .code(scene.scheme), rules: try rules(asking: "0.95")), as: .owner,
          completion: ended.take)
      }
    }
    ended.wait()
    let certificates = try house.answer(ListCertificates()).items.map(\.certificate)
    #expect(certificates.count == (order.first == .award ? 1 : 0), "\(order.map(\.rawValue))")
    #expect(certificates.allSatisfy { $0.schemeVersion == 1 && $0.facts.score == "0.9" })
    #expect(try house.registrar.recomputeCertificates(as: .owner).differences == [])
    #expect(try house.registrar.check(databaseFaults: [], as: .owner).faults == [])
  }

  private func rules(asking score: String) throws -> AddScheme.Rules {
    .init(
      kind: .achievement, course: .code(try #require(CourseCode("Origin-of-goods"))),
      minimumScore: ExactDecimal(score), validity: .months(12), timeZone: "UTC")
  }
}

/// Waits for changes that end on another thread, whatever comes of them.
private struct Ended: Sendable {
  private let ends = DispatchSemaphore(value: 0)
  private let count: Int

  init(count: Int) {
    self.count = count
  }

  func take<Outcome>(_ outcome: Result<Outcome, any Error>) { ends.signal() }

  func wait() {
    for _ in 0..<count { ends.wait() }
  }
}
