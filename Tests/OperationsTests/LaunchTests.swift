import CMI5
import Catalogue
import Enrolment
import Foundation
import JSON
import Operations
import Testing
import Values
import XAPI

/// Launching, abandoning and waiving as operations; `ConformanceTests` hold the rest to cmi5.
@Suite struct LaunchTests {
  /// A scene whose records are served.
  private func served() throws -> Scene {
    let scene = try Scene(House())
    scene.house.registrar.served.are(.init(endpoint: "https://r.test", content: "https://c.test"))
    return scene
  }

  @Test func withoutAServerNothingIsLaunched() throws {
    let scene = try Scene(House())
    #expect(throws: NotServed.self) {
      try scene.house.perform(LaunchActivity(enrolment: scene.enrolment, activity: scene.lesson))
    }
    #expect(try scene.house.answer(ListLaunches(enrolment: scene.enrolment)).items.isEmpty)
  }

  @Test func theAddressIsThatOfTheFileAtTheContentOrigin() throws {
    let scene = try served()
    let launched = try scene.house.perform(LaunchActivity(enrolment: scene.enrolment, activity: scene.lesson))
    #expect(
      launched.url.hasPrefix(
        "https://c.test/\(scene.version)/index.html?endpoint=https%3A%2F%2Fr.test%2Fxapi%2F"))
    #expect(launched.session.state == .launched)
  }

  @Test func whatIsNoUnitIsNotLaunched() throws {
    let scene = try served()
    #expect(throws: LaunchRefused.activityUnknown("9")) {
      try scene.house.perform(LaunchActivity(enrolment: scene.enrolment, activity: "9"))
    }
    for address in ["javascript:alert(1)", "/back", "https://r.test/a b"] {
      #expect(throws: UnusableValue.self) {
        try scene.house.perform(
          LaunchActivity(enrolment: scene.enrolment, activity: scene.lesson, returnURL: address))
      }
    }
  }

  /// Normal is for whose learning counts; who only looks must have a seat.
  @Test(arguments: LaunchMode.allCases) func anEnrolmentThatEnded(mode: LaunchMode) throws {
    let scene = try served()
    _ = try scene.house.perform(EndEnrolment(enrolment: scene.enrolment, ending: .markNoShow, reason: nil))
    let launch = LaunchActivity(enrolment: scene.enrolment, activity: scene.lesson, mode: mode)
    if mode == .normal {
      #expect(throws: LaunchRefused.enrolmentNotOpen(.noShow, .normal)) { try scene.house.perform(launch) }
    } else {
      _ = try scene.house.perform(launch)
    }
  }

  @Test func anEndedEnrolmentHasNoOpenSession() throws {
    let scene = try served()
    _ = try scene.house.perform(LaunchActivity(enrolment: scene.enrolment, activity: scene.lesson))
    _ = try scene.house.perform(EndEnrolment(enrolment: scene.enrolment, ending: .withdraw, reason: "ill"))
    let launches = try scene.house.answer(ListLaunches(enrolment: scene.enrolment)).items
    #expect(launches.map(\.state) == [.abandoned])
  }

  /// Of secrets only digests are kept: neither the address nor the token stands in any file of the data folder.
  @Test func secretsAreKeptAsDigestsOnly() async throws {
    let scene = try served()
    let launched = try scene.house.perform(LaunchActivity(enrolment: scene.enrolment, activity: scene.lesson))
    let fetch = try #require(
      URLComponents(string: launched.url)?.queryItems?.first { $0.name == "fetch" }?.value)
    let secret = try #require(fetch.split(separator: "/").last)
    let answer = try await withCheckedThrowingContinuation { continuation in
      scene.house.registrar.fetchToken(by: String(secret)) { continuation.resume(with: $0) }
    }
    guard case .token(let token) = answer else {
      Issue.record("no token: \(answer)")
      return
    }
    let pair = try #require(Data(base64Encoded: token).map { String(decoding: $0, as: UTF8.self) })
    let parts = pair.split(separator: ":", maxSplits: 1).map(String.init)
    #expect(parts[0] == "launch-\(launched.session.id)")
    #expect(try scene.house.principal(key: parts[0], secret: parts[1]) != nil)
    #expect(try scene.house.principal(key: parts[0], secret: parts[1] + "x") == nil)
    for name in try FileManager.default.subpathsOfDirectory(atPath: scene.house.folder) {
      guard let data = FileManager.default.contents(atPath: scene.house.folder + "/" + name) else { continue }
      #expect(
        data.range(of: Data(secret.utf8)) == nil && data.range(of: Data(parts[1].utf8)) == nil, "\(name)")
    }
  }

  @Test func aFailureOfTheWorldIsErrorThree() throws {
    #expect(String(decoding: FetchAnswer.failed.json, as: UTF8.self).contains(#""error-code":"3""#))
  }

  /// A unit that is gone ends nothing, and its credentials end with the day: the LMS ends the session then, and once.
  @Test func anExpiredSessionIsAbandoned() throws {
    let scene = try served()
    let registrar = scene.house.registrar
    #expect(try registrar.abandonExpiredLaunches() == 0)
    try scene.house.clock.set("2026-03-02T09:00:00Z")
    _ = try scene.house.perform(LaunchActivity(enrolment: scene.enrolment, activity: scene.lesson))
    try scene.house.clock.set("2026-03-03T08:59:59Z")
    #expect(try registrar.abandonExpiredLaunches() == 0)
    try scene.house.clock.set("2026-03-03T09:00:01Z")
    #expect(try registrar.abandonExpiredLaunches() == 1)
    #expect(try registrar.abandonExpiredLaunches() == 0)
    #expect(
      try scene.house.answer(ListLaunches(enrolment: scene.enrolment)).items.map(\.state) == [.abandoned])
    let told = try scene.house.answer(ReadHistory(filter: HistoryFilter(object: scene.enrolment.uuid))).items
      .last
    #expect(told?.action == "enrolment abandon")
    #expect(told?.reason == "the session was launched longer ago than it may last")
    #expect(try registrar.check(databaseFaults: [], as: .owner).faults.isEmpty)
  }

  @Test func abandoningNeedsSomethingOpen() throws {
    let scene = try served()
    #expect(throws: LaunchRefused.nothingOpen) {
      try scene.house.perform(AbandonLaunch(enrolment: scene.enrolment))
    }
  }

  /// Voided, a waiver no longer speaks for anything; and nothing that is worked out stays behind.
  @Test func aVoidedWaiverIsNone() throws {
    let scene = try served()
    let waiver = try scene.house.perform(
      WaiveActivity(enrolment: scene.enrolment, activity: scene.lesson, reason: "Tested Out"))
    #expect(try scene.state == .completed)
    #expect(try scene.house.registrar.check(databaseFaults: [], as: .owner).faults.isEmpty)
    try scene.void(waiver.statement)
    #expect(try scene.state == .enrolled)
    #expect(try scene.house.registrar.check(databaseFaults: [], as: .owner).faults.isEmpty)
  }

  /// Nobody else can say it: a statement of a key with the same words waives nothing.
  @Test func onlyTheSystemWaives() throws {
    let scene = try served()
    let text = scene.statement(verb: "waived", result: #""success": true, "completion": true"#)
    try scene.send([
      text.replacingOccurrences(
        of: "http://adlnet.gov/expapi/verbs/waived", with: "https://w3id.org/xapi/adl/verbs/waived")
    ])
    #expect(try scene.state == .started)
  }

  @Test func aLaunchIsInTheHistoryAndItsSecretIsNot() throws {
    let scene = try served()
    let launched = try scene.house.perform(LaunchActivity(enrolment: scene.enrolment, activity: scene.lesson))
    let history = try scene.house.answer(ReadHistory(filter: HistoryFilter(object: scene.enrolment.uuid)))
    let entry = try #require(history.items.last)
    #expect(entry.action == "enrolment launch")
    #expect(entry.changes.map(\.after) == ["1", "Normal"])
    #expect(!launched.url.isEmpty)
    #expect(try scene.house.registrar.check(databaseFaults: [], as: .owner).faults.isEmpty)
  }
}
