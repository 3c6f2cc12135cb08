import JSON
import ProgramDriver
import Testing

/// `X-Experience-API-Version` (xAPI 1.0.3 Communication 3.3).
@Suite struct VersionTests {
  @Test(arguments: [
    ("1.0", 200, "1.0.3"), ("1.0.0", 200, "1.0.3"), ("1.0.9", 200, "1.0.3"), ("2.0", 200, "2.0.0"),
    ("2.0.0", 200, "2.0.0"),
    ("0.8", 400, "2.0.0"), ("0.9", 400, "2.0.0"), ("1.1.0", 400, "2.0.0"), ("3.0.0", 400, "2.0.0"),
    ("BAD", 400, "2.0.0"),
    ("", 400, "2.0.0"),
  ])
  func theLatestPatchOfWhatWasAskedIsAnswered(_ asked: String, _ status: Int, _ answered: String) throws {
    let answer = try ServedHouse().xapi("GET", "/xapi/statements", version: asked)
    #expect(answer.status == status)
    #expect(answer["X-Experience-API-Version"] == answered)
    #expect(answer["X-Experience-API-Consistent-Through"] != nil, "also on 400 replies")
  }

  @Test(arguments: [(String?.none, "2.0.0"), ("1.0.3", "1.0.3"), ("2.0.0", "2.0.0")])
  func aMissingHeaderIsRefusedInTheDefaultVersion(_ standard: String?, _ answered: String) throws {
    let house = try ServedHouse(defaultVersion: standard)
    let answer = try house.send("GET", "/xapi/statements")
    #expect(answer.status == 400)
    #expect(answer["X-Experience-API-Version"] == answered)
  }

  @Test func everyRefusalNamesAVersion() throws {
    let house = try ServedHouse()
    #expect(
      try house.xapi("GET", "/xapi/statements", version: "2.0.0", scope: nil)["X-Experience-API-Version"]
        == "2.0.0")
    #expect(
      try house.xapi("DELETE", "/xapi/statements", version: "2.0.0")["X-Experience-API-Version"] == "2.0.0")
    #expect(try house.xapi("GET", "/xapi/nothing")["X-Experience-API-Version"] == "1.0.3")
    let tooLong = try house.xapi("GET", "/xapi/statements?" + String(repeating: "a", count: 9000))
    #expect(tooLong.status == 414)
    #expect(tooLong["X-Experience-API-Version"] == "2.0.0", "the head was not read")
  }

  @Test func aboutIsToldToAnyoneWithoutAVersion() throws {
    let answer = try ServedHouse().send("GET", "/xapi/about", scope: nil)
    #expect(answer.status == 200)
    #expect(try answer.json.list("version").map(\.string) == ["1.0.3", "2.0.0"])
  }
}
