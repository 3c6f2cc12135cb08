import Enrolment
import Foundation
import Operations
import Testing
import XAPI

/// What was taken in one edition is read again, whatever asks: progress, `check`, voiding, an agent's names.
@Suite struct KeptStatementTests {
  @Test(
    "Timestamps that xAPI 2.0 does not allow",
    arguments: [
      "2026-03-02T08:00:00", "2026-03-02T08:00:00+01", "2026-03-02T08:00:00.5+0130", "20260302T080000Z",
    ])
  func timestampsOfVersion1(text: String) throws {
    let scene = try Scene(House())
    let id = try #require(
      try scene.send([
        scene.statement(verb: "completed").replacingOccurrences(
          of: #"{"actor""#, with: #"{"timestamp": "\#(text)", "actor""#),
        scene.statement(verb: "passed", scaled: "0.9"),
      ]).first)
    #expect(try scene.state == .completed)
    #expect(try scene.house.registrar.check(databaseFaults: [], as: .owner).faults.isEmpty)
    let found = try #require(
      try scene.house.answer(
        GetStatement(
          id: id, isVoided: false,
          presentation: StatementPresentation(.ids, languages: LanguagePreference(acceptLanguage: nil)))))
    #expect(String(decoding: found.statement.bytes, as: UTF8.self).contains(text))
    try scene.void(id)
    #expect(try scene.state == .started)
    #expect(try scene.house.registrar.check(databaseFaults: [], as: .owner).faults.isEmpty)
  }
}
