import Catalogue
import Enrolment
import Foundation
import JSON
import Operations
import People
import SQLiteStore
import Synchronization
import Testing
import Values
import XAPI

/// Statements forwarded to another store, by a courier that the test speaks for.
@Suite struct ForwardingTests {
  private let read = "http://example.org/verbs/read"

  private func id(_ number: Int) -> String {
    let digits = String(number)
    return "0197f000-0000-7000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits
  }

  private func text(_ number: Int, verb: String = "http://example.org/verbs/read", activity: Int = 1)
    -> String
  {
    """
    {"id": "\(id(number))", "actor": {"mbox": "mailto:officer@example.org"}, "verb": {"id": "\(verb)"},
     "object": {"id": "http://example.org/activities/\(activity)"}}
    """
  }

  private func add(
    _ house: House, _ code: String = "LRS", since: Instant? = nil, verbs: [String] = [],
    activities: [String] = []
  ) throws -> Forwarding {
    try house.perform(
      AddForwarding(
        code: #require(ForwardingCode(code)), url: "https://lrs.example/xapi", user: "us", secret: "s3cret",
        verbs: verbs, activities: activities, since: since))
  }

  private func show(_ house: House, _ code: String = "LRS") throws -> Forwarding {
    let code = try #require(ForwardingCode(code))
    return try house.answer(ShowForwarding(.code(code)))
  }

  @Test func everythingGoesInItsOrderOnce() throws {
    let house = try House()
    try house.send((1...120).map { text($0) })
    _ = try add(house)
    let courier = ScriptedCourier()
    let forwarding = StatementForwarding(house.registrar, courier: courier) { _ in }
    while let due = try forwarding.attempt(), due <= house.clock.now {}
    #expect(courier.ids == (1...120).map(id))
    #expect(courier.parcels.map { $0.ids.count } == [50, 50, 20])
    let parcel = try #require(courier.parcels.first)
    #expect(parcel.url == "https://lrs.example/xapi/statements")
    // The base 64 of "us:s3cret".
    #expect(parcel.headers["Authorization"] == "Basic dXM6czNjcmV0")
    #expect(parcel.headers["X-Experience-API-Version"] == "1.0.3")
    #expect(parcel.headers["Content-Type"] == "application/json")
    #expect(try forwarding.attempt() == nil)
    try house.send([text(121)])
    _ = try forwarding.attempt()
    #expect(courier.ids.last == id(121))
    #expect(try show(house).state.sent == 121)
    // A new process goes on where the last one was.
    _ = try StatementForwarding(house.registrar, courier: courier) { _ in }.attempt()
    #expect(courier.ids.count == 121)
  }

  @Test func onlyWhatIsStoredLaterWhereThatIsAsked() throws {
    let house = try House()
    try house.send([text(1)])
    _ = try add(house, since: house.store.latestInstant)
    try house.send([text(2)])
    let courier = ScriptedCourier()
    _ = try StatementForwarding(house.registrar, courier: courier) { _ in }.attempt()
    #expect(courier.ids == [id(2)])
  }

  /// The statements of two editions go in requests of their own.
  @Test func eachRequestIsInTheEditionOfItsStatements() throws {
    let house = try House()
    try house.send([text(1)])
    try house.send(
      [text(2).replacing("\"id\": \"\(id(2))\",", with: "\"id\": \"\(id(2))\", \"version\": \"2.0.0\",")],
      edition: .version2)
    _ = try add(house)
    let courier = ScriptedCourier()
    let forwarding = StatementForwarding(house.registrar, courier: courier) { _ in }
    while let due = try forwarding.attempt(), due <= house.clock.now {}
    #expect(courier.parcels.map { $0.headers["X-Experience-API-Version"] } == ["1.0.3", "2.0.0"])
    #expect(courier.parcels.map(\.ids) == [[id(1)], [id(2)]])
  }

  /// A statement with the contents of attachments goes alone, as `multipart/mixed` (xAPI 1.0.3 Communication 1.5.2).
  @Test func contentsOfAttachmentsGoAlong() throws {
    let house = try House()
    let sha2 = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"
    let described =
      #""attachments": [{"usageType": "http://example.org/u", "display": {"en": "A"}, "contentType": "text/plain", "#
      + #""length": 5, "sha2": "\#(sha2)"}], "actor""#
    let statement = try Statement(
      validating: JSONDocument(Array(text(2).replacing("\"actor\"", with: described).utf8)).root,
      by: .version1)
    try house.send([text(1)])
    let content = try house.registrar.content.beginContent()
    try content.take(Array("hello".utf8))
    _ = try house.registrar.recordStatements(
      [statement], with: [ArrivedAttachment(sha2: sha2, sizeBytes: 5, content: content)], as: .owner)
    try house.send([text(3)])
    _ = try add(house)
    let courier = ScriptedCourier()
    let forwarding = StatementForwarding(house.registrar, courier: courier) { _ in }
    while let due = try forwarding.attempt(), due <= house.clock.now {}
    #expect(courier.parcels.count == 3)
    let type = try #require(courier.parcels[1].headers["Content-Type"])
    #expect(type.hasPrefix("multipart/mixed; boundary="))
    let boundary = type.dropFirst("multipart/mixed; boundary=".count)
    let body = String(decoding: courier.parcels[1].body, as: UTF8.self)
    #expect(body.hasPrefix("--\(boundary)\r\nContent-Type: application/json\r\n\r\n[{"))
    #expect(
      body.hasSuffix(
        "\r\n--\(boundary)\r\nContent-Type: text/plain\r\nContent-Transfer-Encoding: binary\r\n"
          + "X-Experience-API-Hash: \(sha2)\r\n\r\nhello\r\n--\(boundary)--\r\n"))
    #expect(try show(house).state.sent == 3)
  }

  /// “A poison statement (400 from the target) set aside with its reason and told.”
  @Test func oneThatIsRefusedIsSetAsideAndTheOthersGo() throws {
    let house = try House()
    try house.send((1...60).map { text($0) })
    _ = try add(house)
    let courier = ScriptedCourier()
    courier.answer = { ids in
      ids.contains(self.id(17)) ? .answered(status: 400, retryAfterSeconds: nil, words: "bad mbox") : .ok
    }
    let told = Told()
    let forwarding = StatementForwarding(house.registrar, courier: courier, tell: told.note)
    while let due = try forwarding.attempt(), due <= house.clock.now {}
    #expect(courier.taken == (1...60).filter { $0 != 17 }.map(id))
    let state = try show(house).state
    #expect((state.sent, state.setAside, state.pause) == (59, 1, nil))
    let aside = try house.answer(ListSetAside(.code(#require(ForwardingCode("LRS"))))).items
    #expect(aside.map(\.id.description) == [id(17)])
    #expect(aside.map(\.reason) == ["it answered 400: bad mbox"])
    #expect(told.reasons == ["a statement was set aside: it answered 400"], "the log has none of its words")
    #expect(courier.parcels.count < 20, "it is looked for by halves")
  }

  @Test(arguments: [401, 403, 301, 404]) func aKeyThatDoesNotOpenPauses(status: Int) throws {
    let house = try House()
    try house.send([text(1)])
    _ = try add(house)
    let courier = ScriptedCourier()
    courier.answer = { _ in .answered(status: status, retryAfterSeconds: nil, words: "") }
    let told = Told()
    let forwarding = StatementForwarding(house.registrar, courier: courier, tell: told.note)
    #expect(try forwarding.attempt() == nil)
    #expect(try show(house).state.pause?.reason.hasPrefix("it answered \(status)") == true)
    #expect(told.reasons.count == 1)
    _ = try forwarding.attempt()
    #expect(courier.parcels.count == 1, "nothing is sent while it is paused")
    let history = try house.answer(ReadHistory(filter: HistoryFilter())).items
    #expect(history.last?.action == "forwarding pause")
    #expect(history.last?.actor == "delivery")
    courier.answer = { _ in .ok }
    _ = try house.perform(ResumeForwarding(.code(#require(ForwardingCode("LRS"))), reason: "new key"))
    _ = try forwarding.attempt()
    #expect(courier.taken == [id(1)])
  }

  /// Doubled after each failure, from 2 s to a quarter of an hour, shortened by up to a half; never shorter than asked.
  @Test func itIsTriedLessAndLessOften() throws {
    let house = try House()
    try house.send([text(1)])
    _ = try add(house)
    let courier = ScriptedCourier()
    courier.answer = { _ in .answered(status: 503, retryAfterSeconds: nil, words: "") }
    let forwarding = StatementForwarding(house.registrar, courier: courier) { _ in }
    for whole in [2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900] as [Int64] {
      let before = house.clock.now.microseconds
      let due = try #require(try forwarding.attempt())
      let wait = due.microseconds - before
      #expect((whole * 500_000...whole * 1_000_000 + 1000).contains(wait), "\(wait) of \(whole) s")
      let attempts = courier.parcels.count
      #expect(try forwarding.attempt() == due)
      #expect(courier.parcels.count == attempts, "it waits")
      try house.clock.set(due.description)
    }
    courier.answer = { _ in .answered(status: 429, retryAfterSeconds: 901, words: "") }
    #expect(try show(house).state.failures == 11)
    let before = house.clock.now.microseconds
    #expect(try #require(try forwarding.attempt()).microseconds - before >= 900_000_000)
    courier.answer = { _ in .ok }
    try house.clock.set("2026-03-03T09:00:00Z")
    _ = try forwarding.attempt()
    #expect(try show(house).state.failures == 0)
    #expect(courier.taken == [id(1)])
  }

  @Test func whatDoesNotMendPausesAndWhatMayIsTriedAgain() throws {
    let house = try House()
    try house.send([text(1)])
    _ = try add(house)
    let courier = ScriptedCourier()
    courier.answer = { _ in .notAnswered(reason: "no answer in time", isLasting: false) }
    let forwarding = StatementForwarding(house.registrar, courier: courier) { _ in }
    let due = try #require(try forwarding.attempt())
    #expect(try show(house).state.failure == "no answer in time")
    try house.clock.set(due.description)
    courier.answer = { _ in .calledOff }
    #expect(try forwarding.attempt() == nil)
    #expect(try show(house).state.failures == 1, "what was called off here is no failure")
    courier.answer = { _ in .notAnswered(reason: "connections to 10.0.0.1 are not allowed", isLasting: true) }
    #expect(try forwarding.attempt() == nil)
    #expect(try show(house).state.pause?.reason == "connections to 10.0.0.1 are not allowed")
  }

  /// Sent and not noted, as where the process was killed: it is sent again.
  @Test func whatWasNotNotedIsSentAgain() throws {
    let house = try House()
    try house.send([text(1), text(2)])
    _ = try add(house)
    let courier = ScriptedCourier()
    courier.answer = { _ in .calledOff }
    _ = try StatementForwarding(house.registrar, courier: courier) { _ in }.attempt()
    courier.answer = { _ in .ok }
    _ = try StatementForwarding(house.registrar, courier: courier) { _ in }.attempt()
    #expect(courier.ids == [1, 2, 1, 2].map(id))
  }

  @Test func conditions() throws {
    let house = try House()
    try house.send([
      text(1), text(2, verb: "http://example.org/verbs/wrote"), text(3, activity: 2),
      Scene.voiding(id(1), id: id(4)), Scene.voiding(id(2), id: id(5)), Scene.voiding(id(3), id: id(6)),
    ])
    for (code, verbs, activities, expected) in [
      ("ALL", [], [], [1, 2, 3, 4, 5, 6]), ("READ", [read], [], [1, 3, 4, 6]),
      ("ONE", [], ["http://example.org/activities/1"], [1, 2, 4, 5]),
      ("BOTH", [read], ["http://example.org/activities/2"], [3, 6]),
      ("NONE", ["http://example.org/no"], [], []),
    ] as [(String, [String], [String], [Int])] {
      let added = try add(house, code, verbs: verbs, activities: activities)
      let courier = ScriptedCourier()
      let forwarding = StatementForwarding(house.registrar, courier: courier) { _ in }
      while let due = try forwarding.attempt(), due <= house.clock.now {}
      #expect(courier.ids == expected.map(id), "\(code)")
      #expect(try house.registrar.deliveryFigures().forwardings.allSatisfy { $0.backlog == 0 })
      _ = try house.perform(RemoveForwarding(.id(added.id), reason: nil))
    }
  }

  @Test func ofACourseAndOfAMember() throws {
    let scene = try Scene(House())
    let house = scene.house
    try scene.send([scene.statement(verb: "completed", id: id(1)), text(2)])
    let course = try #require(try house.answer(ListCourses()).items.first).code
    let member = try #require(try house.answer(ListParties()).items.first { $0.kind == .member }).code
    let other = try house.perform(
      AddParty(
        code: #require(Code("OTHER")), kind: .member, names: LocalizedText("O"), region: .esa,
        validity: days("2020-01-01", nil)))
    for (code, course, member, expected) in [
      ("C", Reference.code(course), nil, [1]), ("M", nil, Reference.code(member), [1]),
      ("O", nil, Reference.code(other.code), []),
    ] as [(String, Reference<Course>?, Reference<Party>?, [Int])] {
      _ = try house.perform(
        AddForwarding(
          code: #require(ForwardingCode(code)), url: "https://lrs.example/xapi", user: "us", secret: "s",
          course: course, member: member))
      let courier = ScriptedCourier()
      _ = try StatementForwarding(house.registrar, courier: courier) { _ in }.attempt()
      #expect(courier.ids == expected.map(id), "\(code)")
      _ = try house.perform(RemoveForwarding(.code(#require(ForwardingCode(code))), reason: nil))
    }
  }

  @Test(arguments: [
    "ftp://lrs.example", "lrs.example", "https://", "https://us:s3cret@lrs.example/x",
    "https://lrs.example/x?y=1",
    "https://lrs.example/#a", "https://lrs example/", "https://lrs.example/\r\nX: y", "file:///etc/passwd",
  ]) func addressesThatAreRefused(url: String) throws {
    let house = try House()
    let error = #expect(throws: UnusableValue.self) {
      try house.perform(
        AddForwarding(code: #require(ForwardingCode("LRS")), url: url, user: "us", secret: "s3cret"))
    }
    #expect(error?.explanation.message.contains("s3cret") == false)
  }

  @Test func aSecretIsShownNowhere() throws {
    let house = try House()
    let forwarding = try add(house)
    let history = try house.answer(ReadHistory(filter: HistoryFilter())).items
    #expect(!"\(forwarding) \(history) \(try house.answer(ListForwardings()).items)".contains("s3cret"))
    let mode = try FileManager.default.attributesOfItem(atPath: house.folder + "/records.sqlite")[
      .posixPermissions]
    #expect(mode as? Int == 0o600)
  }

  @Test func onlyWhoMayDoEverything() throws {
    let house = try House()
    let forwarding = try add(house)
    for scope in KeyScope.allCases where scope != .api && scope != .all {
      let key = Principal.key(try house.perform(CreateKey(name: scope.rawValue, scope: scope)).key)
      #expect(throws: NotPermitted.self) { try house.registrar.answer(ListForwardings(), as: key) }
      #expect(throws: NotPermitted.self) {
        try house.registrar.perform(RemoveForwarding(.id(forwarding.id), reason: nil), as: key)
      }
    }
  }
}

/// A courier that answers as the test says, and remembers what it was given.
final class ScriptedCourier: Courier {
  struct Given: Sendable {
    let url: String
    let headers: [String: String]
    let body: [UInt8]
    let ids: [String]
    let reception: Reception
  }

  private let state = Mutex<(given: [Given], answer: @Sendable ([String]) -> Reception)>(([], { _ in .ok }))

  var answer: @Sendable ([String]) -> Reception {
    get { state.withLock { $0.answer } }
    set { state.withLock { $0.answer = newValue } }
  }

  var parcels: [Given] { state.withLock { $0.given } }
  /// The ids of all statements that it was given, in order.
  var ids: [String] { parcels.flatMap(\.ids) }
  /// The ids of those that were taken.
  var taken: [String] { parcels.filter { $0.reception == .ok }.flatMap(\.ids) }

  func deliver(_ parcel: Parcel) -> Reception {
    let ids = statementIDs(parcel.body)
    return state.withLock { state in
      let reception = state.answer(ids)
      state.given.append(
        Given(
          url: parcel.url, headers: Dictionary(parcel.headers.map { ($0.name, $0.value) }) { one, _ in one },
          body: parcel.body, ids: ids, reception: reception))
      return reception
    }
  }

  private func statementIDs(_ body: [UInt8]) -> [String] {
    guard let root = try? JSONDocument(body).root, let elements = root.elements else { return [] }
    return elements.map { $0["id"]?.string ?? "" }
  }
}

extension Reception {
  static let ok = Reception.answered(status: 200, retryAfterSeconds: nil, words: "")
}

/// What was told for the log.
final class Told: Sendable {
  private let failures = Mutex<[DeliveryFailure]>([])

  var reasons: [String] { failures.withLock { $0.map(\.reason) } }

  @Sendable func note(_ failure: DeliveryFailure) { failures.withLock { $0.append(failure) } }
}

extension House {
  /// Sends statements in one request.
  func send(_ texts: [String], edition: XAPIVersion = .version1) throws {
    let batch = "[" + texts.joined(separator: ",") + "]"
    let statements = try Statement.batch(validating: JSONDocument(Array(batch.utf8)).root, by: edition)
    _ = try registrar.recordStatements(statements, as: .owner)
  }
}
