import JSON
import Operations
import ProgramDriver
import Testing

/// `GET /api/v1/me`: “a learner's enrolments, progress, what is left for the certificate, certificates”.
@Suite struct OwnRecordTests {
  private func key(_ role: String, _ person: String, _ house: ServedHouse) throws -> Key {
    let made = try house.make("keys", #"{"name": "own", "role": "\#(role)", "person": "\#(person)"}"#)
    return Key(id: made.text("key"), secret: made.text("secret"))
  }

  private func me(_ key: Key, _ house: ServedHouse) throws -> JSONValue {
    let answer = try HTTPConnection(port: house.port, key: key).send("GET", "/api/v1/me")
    guard answer.status == 200 else { throw DriverError("\(answer.status) \(answer.text)") }
    return try answer.json
  }

  @Test func aLearnerSeesWhatIsLeftAndThenTheCertificate() throws {
    let house = try ServedHouse()
    let scene = try Scene(house)
    try house.make(
      "schemes",
      #"{"code": "TOP", "titles": "Top", "issuer": "MEMBER-A", "course": "\#(scene.course)", "kind": "achievement", "minimumScore": 0.9}"#
    )
    let learner = try key("learner", scene.person, house)

    let before = try me(learner, house)
    #expect(before.member(named: "person")?.text("name") == "Officer 1")
    let enrolment = try #require(before.list("enrolments").first)
    #expect(before.list("enrolments").count == 1)
    #expect(enrolment.text("id") == scene.enrolment)
    #expect(enrolment.text("sessionCode") == "SPRING")
    #expect(enrolment["passed"]?.boolean == false)
    let activities = try #require(enrolment.member(named: "progress")).list("activities")
    #expect(activities.map { $0["satisfied"]?.boolean } == [false, false])
    #expect(activities.map { $0.text("iri") } == scene.activities)
    let left = enrolment.list("schemes")
    #expect(left.map { $0.text("scheme") } == ["ORIGIN", "TOP"])
    #expect(left.map { $0["eligible"]?.boolean } == [false, false])
    let reason = try #require(left[0].list("reasons").first)
    #expect(reason.text("code") == "not-completed")
    #expect(reason.text("state") == "enrolled")
    #expect(reason.text("sentence") == "the enrolment is not completed (it is enrolled)")
    #expect(
      left[0].text("sentence") == "not eligible because the enrolment is not completed (it is enrolled)")
    #expect(before.list("certificates").isEmpty)

    try scene.say("completed", of: 0)
    let under = try #require(try me(learner, house).list("enrolments").first)
    let states = try #require(under.member(named: "progress")).list("activities").map {
      $0["satisfied"]?.boolean
    }
    #expect(states == [true, false])
    #expect(under.text("state") == "started")

    let certificate = try scene.earnCertificate()
    let after = try me(learner, house)
    let earned = try #require(after.list("enrolments").first)
    #expect(earned["passed"]?.boolean == true)
    #expect(earned.list("schemes")[0].list("reasons").first?.text("code") == "already-certified")
    #expect(
      earned.list("schemes")[0].list("reasons").first?.text("certificate") == certificate.text("number"))
    let low = try #require(earned.list("schemes")[1].list("reasons").first)
    #expect(low.text("code") == "score-too-low")
    #expect(low["asked"].map { String(decoding: $0.raw, as: UTF8.self) } == "0.9")
    #expect(low["score"].map { String(decoding: $0.raw, as: UTF8.self) }?.contains("0.85") == true)
    #expect(after.list("certificates").map { $0.text("code") } == [certificate.text("code")])
    #expect(after.list("certificates").first?.text("state") == "issued")
  }

  @Test func nobodySeesAnothersRecord() throws {
    let house = try ServedHouse()
    let scene = try Scene(house)
    let other = try Scene.addOfficer(2, to: house)
    let record = try me(key("learner", other, house), house)
    #expect(record.member(named: "person")?.text("name") == "Officer 2")
    #expect(record.list("enrolments").isEmpty)
    #expect(!String(decoding: record.raw, as: UTF8.self).contains(scene.person))
    // An assessor reaches what was given to them; of their own record they see what they learn.
    #expect(try me(key("assessor", scene.person, house), house).list("enrolments").count == 1)
  }

  @Test func aKeyThatNobodyHoldsIsToldSo() throws {
    let house = try ServedHouse()
    let answer = try house.send("GET", "/api/v1/me")
    #expect(answer.status == 404)
    #expect(try answer.json.text("code") == "key-held-by-nobody")
    #expect(try answer.json.text("remedy") == "use a key that was made for a person")
    #expect(try house.send("GET", "/api/v1/me", scope: .xapi).status == 403)
    #expect(try house.send("GET", "/api/v1/me", scope: nil).status == 401)
  }
}
