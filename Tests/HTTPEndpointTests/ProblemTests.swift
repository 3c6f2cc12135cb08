@testable import HTTPEndpoint
import Foundation
import HTTP
import JSON
import Operations
import ProgramDriver
import Synchronization
import Testing
import Values

/// What goes wrong in the world, as the sender is told of it.
@Suite struct ProblemTests {
  private struct WorldFailed: Explainable {
    let code: String
    var explanation: Explanation {
      Explanation(.temporary, code, "cannot write /var/lib/registrar/records.sqlite")
    }
  }

  private struct Unforeseen: Error, CustomStringConvertible {
    var description: String { "near line 7 of the program" }
  }

  @Test(arguments: [("out-of-space", 507, String?.none), ("overloaded", 503, "1"), ("file-system", 503, "1")])
  func theInsideOfTheServerIsNotTold(_ code: String, _ status: Int, _ retryAfter: String?) throws {
    let response = Problem(WorldFailed(code: code), in: .records).response
    #expect(response.status == status)
    #expect(response.header("Retry-After") == retryAfter)
    guard case .bytes(let bytes) = response.body else { return }
    let problem = try JSONDocument(bytes).root
    #expect(problem.text("code") == code)
    #expect(!String(decoding: bytes, as: UTF8.self).contains("/var"))
  }

  /// An error that nobody foresaw is 500 without its reason; whoever runs the server learns it.
  @Test func anUnforeseenErrorIsNoted() throws {
    let house = try ServedHouse(packages: FailingOpener(error: Unforeseen()))
    let answer = try house.send(
      "POST", "/api/v1/imports", ["Content-Type: application/zip"], body: Package.cmi5().zip)
    #expect(answer.status == 500)
    #expect(!answer.text.contains("line 7"))
    #expect(house.failures.all == ["internal-error: Unforeseen"], "the values that it failed at are not told")
    let id = try #require(answer["X-Request-Id"])
    #expect(try answer.json.text("requestId") == id)
    #expect(house.failures.ids == [id])
  }

  @Test(arguments: [
    (Explanation.Category.unusable, Route.Family.records, 422), (.unusable, .statements, 400),
    (.notFound, .records, 404),
    (.conflict, .records, 409), (.notPermitted, .records, 403),
  ])
  func aRefusalHasTheStatusOfItsKind(_ category: Explanation.Category, _ family: Route.Family, _ status: Int)
  {
    struct Refused: Explainable { let explanation: Explanation }
    let refused = Refused(explanation: Explanation(category, "code", "message", remedy: "do", field: "field"))
    let problem = Problem(refused, in: family)
    #expect(problem.status.rawValue == status)
    #expect(problem.remedy == "do")
  }

  @Test(arguments: [
    ("application/json", true), ("text/html", false), ("*/*", false),
    ("application/json;q=0.9, text/html;q=0.8", true),
    ("application/json;q=0.8, text/html", false), ("text/html;q=0, */*", true), ("application/*", true),
    ("nonsense", false),
    ("text/html, application/json", false), ("", false),
  ])
  func whatIsAcceptedDecidesTheForm(_ accept: String, _ prefersJSON: Bool) throws {
    let head = try RequestHead(method: "GET", target: "/", headers: [("Accept", accept)])
    #expect(Accepting(head).prefers("application/json", to: "text/html") == prefersJSON)
  }

  @Test func moreWorkThanCanWaitIsRefusedAtOnce() throws {
    let work = LongWork(threads: 1, waiting: 1)
    let gate = Turnstile()
    try work.take { gate.hold() }
    gate.waitUntilHeld()
    try work.take {}
    #expect(throws: Problem.self) { try work.take {} }
    gate.release()
  }

  /// Through which instant a reader sees everything: not beyond the earliest write that is under way.
  @Test func consistencyEndsBeforeTheEarliestWrite() {
    let writes = StatementsUnderWay()
    let now = Instant(microseconds: 1_000)
    #expect(writes.consistentThrough(now: now) == now)
    let first = writes.begin(at: Instant(microseconds: 400))
    let second = writes.begin(at: Instant(microseconds: 500))
    #expect(writes.consistentThrough(now: now) == Instant(microseconds: 399))
    writes.end(first)
    #expect(writes.consistentThrough(now: now) == Instant(microseconds: 499))
    writes.end(second)
    #expect(writes.consistentThrough(now: now) == now)
  }

  @Test(arguments: [
    ("1970-01-01T00:00:00Z", "Thu, 01 Jan 1970 00:00:00 GMT"),
    ("2026-03-02T09:05:07.9Z", "Mon, 02 Mar 2026 09:05:07 GMT"),
    ("1969-12-31T23:59:59Z", "Wed, 31 Dec 1969 23:59:59 GMT"),
    ("2024-02-29T12:00:00Z", "Thu, 29 Feb 2024 12:00:00 GMT"),
  ])
  func instantsAreWrittenAsHTTPWantsThem(_ text: String, _ expected: String) throws {
    #expect(try #require(Instant(text)).httpDate == expected)
  }
}

struct FailingOpener: PackageOpening {
  let error: any Error & Sendable

  func open(_ source: PackageSource, name: String?) throws -> OpenedPackage { throw error }
}

/// Holds a thread until it is released.
private final class Turnstile: Sendable {
  private let state = Mutex((isHeld: false, isReleased: false))

  func hold() {
    state.withLock { $0.isHeld = true }
    while !state.withLock({ $0.isReleased }) { usleep(500) }
  }

  func waitUntilHeld() {
    while !state.withLock({ $0.isHeld }) { usleep(500) }
  }

  func release() { state.withLock { $0.isReleased = true } }
}
