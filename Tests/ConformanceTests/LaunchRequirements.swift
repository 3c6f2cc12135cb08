import Foundation
import JSON
import ProgramDriver
import Testing

/// The launch, its data and its statement (cmi5 §8.1, §9.3.1, §9.6, §10, §11).
let launchRequirements: [UnitRequirement] = [
  UnitRequirement("8.1", "launched by the LMS with a URL having query string launch parameters") {
    (learner) throws in
    let unit = try learner.launch("1")
    #expect(unit.url.path.hasSuffix("/lessons/one.html"))
    let names = unit.url.queryItems?.map(\.name)
    #expect(names == ["endpoint", "fetch", "actor", "registration", "activityId"])
    #expect(unit.parameter("endpoint") == "http://127.0.0.1:\(learner.port)/xapi/")
    #expect(unit.parameter("registration") == learner.registration)
    #expect(unit.parameter("activityId").hasPrefix("http://"))
  },
  UnitRequirement("8.1", "each value for the associated names MUST be URL-encoded") { (learner) throws in
    let query = try learner.launch("1").url.percentEncodedQuery ?? ""
    for pair in query.split(separator: "&") {
      let value = pair.split(separator: "=", maxSplits: 1)[1]
      #expect(value.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-._~%".contains($0)) })
    }
  },
  UnitRequirement("8.1", "if the AU's URL requires a query string for other purposes, it is kept") {
    (learner) throws in
    let unit = try learner.launch("3")
    #expect(unit.url.percentEncodedPath.hasSuffix("/lessons/three%20%C3%A9.html"))
    #expect(unit.url.percentEncodedQuery?.hasPrefix("page=1&full=%C3%A9&endpoint=http") == true)
    #expect(unit.url.fragment == "top")
    let elsewhere = try learner.launch("6").url
    #expect(elsewhere.host == "units.example")
    #expect(elsewhere.percentEncodedQuery?.hasPrefix("course=6&endpoint=") == true)
  },
  UnitRequirement("8.1 actor", "a JSON object of objectType Agent with an account, without sensitive PII") {
    (learner) throws in
    let unit = try learner.launch("1")
    let actor = try JSONDocument(Array(unit.parameter("actor").utf8)).root
    #expect(actor.names == ["objectType", "account"])
    #expect(actor.text("objectType") == "Agent")
    #expect(actor["account"]?.text("name") == learner.person)
  },
  UnitRequirement("8.1 activityId", "MUST NOT match the AU's id; the same on all subsequent launches") {
    (learner) throws in
    let first = try learner.launch("1").activity
    #expect(first != "urn:units:au:1")
    #expect(try learner.launch("1").activity == first)
    #expect(try Learner(learner.course).launch("1").activity == first, "the same for all registrations")
    #expect(try learner.launch("2").activity != first)
  },
  UnitRequirement("8.1", "when the launchMethod is OwnWindow, the LMS is told so") { (learner) throws in
    #expect(try learner.tryLaunch("4").json.text("method") == "OwnWindow")
    #expect(try learner.tryLaunch("1").json.text("method") == "AnyWindow")
  },
  UnitRequirement("9.3.1", "MUST use this verb in a statement recorded in the LRS before launching an AU") {
    (learner) throws in
    let unit = try learner.launch("2")
    let launched = try learner.statements("launched")
    #expect(launched.count == 1)
    #expect(launched[0]["object"]?.text("id") == unit.activity)
    try unit.initialize()
    #expect(try Array(learner.verbs().suffix(2)) == ["launched", "initialized"])
  },
  UnitRequirement("9.6.3", "the launched statement has mastery score, mode, URL, moveOn and parameters") {
    (learner) throws in
    let prefix = "https://w3id.org/xapi/cmi5/context/extensions/"
    _ = try learner.launch("2")
    let two = try learner.statements("launched")[0]["context"]?["extensions"]
    #expect(two?.member(named: prefix + "masteryscore")?.number?.text == "0.8")
    #expect(two?.text(prefix + "launchmode") == "Normal")
    #expect(two?.text(prefix + "moveon") == "Passed")
    #expect(two?.text(prefix + "launchurl").hasSuffix("/lessons/two.html") == true)
    #expect(two?.member(named: prefix + "launchparameters") == nil)
    let unit = try learner.launch("3", mode: "Review")
    let three = try learner.statements("launched")[1]["context"]?["extensions"]
    #expect(three?.member(named: prefix + "masteryscore") == nil)
    #expect(three?.text(prefix + "launchmode") == "Review")
    #expect(three?.text(prefix + "launchparameters") == "speed=1&x={}")
    #expect(three?.text(prefix + "launchurl").hasSuffix("three%20%C3%A9.html?page=1&full=%C3%A9#top") == true)
    #expect(three?.text(prefix + "sessionid") == unit.session)
  },
  UnitRequirement(
    "9.6", "all cmi5 defined statements MUST contain a context: registration, category, grouping"
  ) {
    (learner) throws in
    _ = try learner.launch("1")
    for statement in try learner.statements() {
      let context = statement["context"]
      #expect(context?.text("registration") == learner.registration)
      let category = context?["contextActivities"]?.list("category").map { $0.text("id") } ?? []
      #expect(category == ["https://w3id.org/xapi/cmi5/context/categories/cmi5"])
      let grouping = context?["contextActivities"]?.list("grouping").map { $0.text("id") } ?? []
      #expect(grouping.first?.hasPrefix("urn:units:") == true, "the unaltered value of the publisher's id")
      let session = context?["extensions"]?.text("https://w3id.org/xapi/cmi5/context/extensions/sessionid")
      #expect(session?.isEmpty == false)
      #expect(statement.text("timestamp").hasSuffix("Z"), "§9.7 All timestamps MUST be recorded in UTC")
    }
  },
  UnitRequirement("10", "prior to launching an AU, the LMS MUST create a document LMS.LaunchData") {
    (learner) throws in
    let unit = try learner.launch("3", more: #", "returnURL": "https://portal.example/back?x=1""#)
    let data = try unit.launchData
    #expect(
      data.names == [
        "contextTemplate", "launchMode", "launchMethod", "launchParameters", "moveOn", "returnURL",
        "entitlementKey",
      ])
    let template = data["contextTemplate"]
    let prefix = "https://w3id.org/xapi/cmi5/context/extensions/"
    #expect(template?["extensions"]?.text(prefix + "sessionid") == unit.session)
    #expect(
      template?["contextActivities"]?.list("grouping").map { $0.text("id") } == ["urn:units:au:3"])
    #expect(data.text("launchMode") == "Normal")
    #expect(data.text("launchParameters") == "speed=1&x={}")
    #expect(data.text("moveOn") == "NotApplicable")
    #expect(data.text("returnURL") == "https://portal.example/back?x=1")
    #expect(data["entitlementKey"]?.text("courseStructure") == "key-of-the-publisher")
    let scored = try learner.launch("2", mode: "Browse").launchData
    #expect(scored["masteryScore"]?.number?.text == "0.8")
    #expect(scored.text("launchMode") == "Browse")
    #expect(scored["returnURL"] == nil && scored["entitlementKey"] == nil)
  },
  UnitRequirement("10", "the AU MUST NOT modify or delete the LMS.LaunchData State document") {
    (learner) throws in
    let unit = try learner.launch("1")
    let data = unit.state("LMS.LaunchData")
    #expect(try unit.send("PUT", data, "{}").status == 403)
    #expect(try unit.send("POST", data, #"{"moveOn": "NotApplicable"}"#).status == 403)
    #expect(try unit.send("DELETE", data).status == 403)
    #expect(try unit.send("DELETE", unit.state(nil)).status == 403)
    #expect(try unit.launchData.text("moveOn") == "Completed")
    #expect(try unit.send("PUT", unit.state("bookmark"), "{}").status == 204)
    #expect(try unit.send("DELETE", unit.state("bookmark")).status == 204)
  },
  UnitRequirement("10", "launching again writes the launch data anew") { (learner) throws in
    let first = try learner.launch("1").session
    let again = try learner.launch("1", mode: "Browse")
    #expect(again.session != first)
    #expect(try again.launchData.text("launchMode") == "Browse")
  },
  UnitRequirement("11", "the document name MUST be cmi5LearnerPreferences; both may write it") {
    (learner) throws in
    let unit = try learner.launch("1")
    let preferences = unit.profile("cmi5LearnerPreferences")
    let first = try unit.send("GET", preferences)
    #expect(first.status == 200)
    #expect(try first.json.means(#"{"languagePreference": "en", "audioPreference": "on"}"#))
    let changed = #"{"languagePreference": "fr-FR,en", "audioPreference": "off"}"#
    let tag = try #require(first["ETag"])
    #expect(try unit.send("PUT", preferences, changed, ["If-Match: \(tag)"]).status == 204)
    let later = try learner.launch("2")
    #expect(try later.send("GET", preferences).json.means(changed), "the LMS does not overwrite them")
  },
  UnitRequirement("11.1", "languagePreference MUST be a comma-separated list of language tags") {
    (learner) throws in
    let unit = try learner.launch("1")
    let preferences = unit.profile("cmi5LearnerPreferences")
    let tag = try #require(try unit.send("GET", preferences)["ETag"])
    for (text, type) in [
      (#"{"languagePreference": "en;fr", "audioPreference": "on"}"#, "application/json"),
      (#"{"languagePreference": "not comma separated", "audioPreference": "on"}"#, "application/json"),
      (#"{"languagePreference": "", "audioPreference": "on"}"#, "application/json"),
      (#"{"languagePreference": ["en"], "audioPreference": "on"}"#, "application/json"),
      (#"{"languagePreference": "en", "audioPreference": "loud"}"#, "application/json"),
      (#"{"languagePreference": "en"}"#, "application/json"),
      (#"{"audioPreference": "on"}"#, "application/json"),
      ("[]", "application/json"), ("just some text", "text/plain"),
      (#"{"languagePreference": "en", "audioPreference": "on"}"#, "text/plain;charset=UTF-8"),
    ] {
      for condition in [["If-Match: \(tag)"], []] {
        let answer = try unit.send("PUT", preferences, text, ["Content-Type: \(type)"] + condition)
        #expect(answer.status == 403, "\(text), \(type), \(condition)")
      }
    }
  },
  UnitRequirement("11", "the agent of the preferences MUST be the actor of the launch") { (learner) throws in
    let unit = try learner.launch("1")
    let sound = #"{"languagePreference": "en", "audioPreference": "on"}"#
    let theirs = unit.profile("cmi5LearnerPreferences", agent: #"{"mbox": "mailto:other@example.org"}"#)
    for target in [theirs, "agents/profile?profileId=cmi5LearnerPreferences"] {
      #expect(try unit.send("PUT", target, sound).status == 403, "\(target)")
      #expect(try unit.send("GET", target).status == 403, "\(target)")
    }
  },
]
