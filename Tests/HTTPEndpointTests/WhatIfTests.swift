import JSON
import ProgramDriver
import Testing

/// What a draft of other rules comes to is told over HTTP as it is described; a draft that cannot be judged, with findings.
@Suite struct WhatIfTests {
  private let address = "/api/v1/imports/schemes/what-if"

  @Test func aDraftThatCannotBeJudgedIsToldWithItsFindings() throws {
    let house = try ServedHouse()
    let answer = try house.send(
      "POST", address, ["Content-Type: application/xml"], body: Array("<scheme/>".utf8))
    #expect(answer.status == 422)
    let report = try #require(try answer.json["report"])
    #expect(report["accepted"]?.boolean == false)
    #expect(report["draft"]?.isNull == true)
    #expect(!report.list("findings").isEmpty)
  }
}
