import Enrolment
import Foundation
import JSON
import Operations
import People
import SQLiteStore
import Testing
import Values
import XAPI

/// “every agent of the person (by mailboxes, sha1 of them, accounts, launch actors), as actor, in object, context,
/// sub-statement, becomes an account under our own address with a meaningless name”.
@Suite struct ErasedStatementTests {
  private static let mailbox = "zeb.quag@example.org"
  /// SHA-1 of `mailto:zeb.quag@example.org`, by `printf … | sha1sum`.
  private static let digest = "97d76d73683fe8f201d04b233c0a88306ddaa7dd"

  /// The scene with a learner who is known by a mailbox too, and has completed the lesson by statements of either kind.
  private struct Place {
    let scene: Scene
    let house: House

    init() throws {
      house = try House()
      let first = try Scene(house)
      let person = try house.perform(
        AddPerson(
          name: "Zebulon Quagmire", sex: .male, language: .english, mailboxes: [ErasedStatementTests.mailbox],
          place: nil)
      ).person.id
      let enrolment = try house.perform(Enrol(.direct(person, session: first.session))).id
      scene = Scene(first, person: person, enrolment: enrolment)
    }

    func found(by agent: ActorIdentity, isRelated: Bool) throws -> [Values.UUID] {
      let terms =
        [StatementTerm(.agent, agent.canonicalText)]
        + (isRelated ? [StatementTerm(.relatedAgent, agent.canonicalText)] : [])
      let numbers = try terms.map { try StatementTermDigest.of($0) }
      return try house.store.read { records in
        try numbers.flatMap { try records.places(withTerm: $0).map(\.id) }
      }
    }

    var account: ActorIdentity { .account(homePage: "http://registrar.test", name: scene.person.description) }

    func text(_ id: Values.UUID) throws -> String {
      try #require(house.store.read { try $0.statement(id) }).bytes.text
    }
  }

  private static func actor(_ agent: String, verb: String, _ rest: String = "") -> String {
    #"{"actor": \#(agent), "verb": {"id": "http://adlnet.gov/expapi/verbs/\#(verb)"}, "object": {"id": "x:it"}\#(rest)}"#
  }

  private static let byMailbox = #"{"mbox": "mailto:\#(mailbox)", "name": "Zebulon Quagmire"}"#
  private static let byDigest = #"{"mbox_sha1sum": "\#(digest)"}"#
  private static let other = #"{"mbox": "mailto:other@example.org", "name": "Other"}"#

  @Test("every statement by or about the person is found by the account, and by nothing else of the person")
  func agents() throws {
    let place = try Place()
    let texts = [
      Self.actor(Self.byMailbox, verb: "asked"), Self.actor(Self.byDigest, verb: "asked"),
      #"{"actor": \#(Self.other), "verb": {"id": "x:saw"}, "object": {"objectType": "Agent", "mbox": "mailto:\#(Self.mailbox)"}}"#,
      Self.actor(Self.other, verb: "did", #", "context": {"instructor": \#(Self.byMailbox)}"#),
      #"{"actor": \#(Self.other), "verb": {"id": "x:planned"}, "object": {"objectType": "SubStatement", "actor": \#(Self.byDigest), "verb": {"id": "x:did"}, "object": {"id": "x:it"}}}"#,
      #"{"actor": {"objectType": "Group", "member": [\#(Self.other), \#(Self.byMailbox)]}, "verb": {"id": "x:met"}, "object": {"id": "x:it"}}"#,
    ]
    let ids = try place.scene.send(texts)
    let unconcerned = try place.scene.send([Self.actor(Self.other, verb: "did")])
    let reference = try place.scene.send([
      #"{"actor": \#(Self.other), "verb": {"id": "x:liked"}, "object": {"objectType": "StatementRef", "id": "\#(ids[0])"}}"#
    ])
    try place.scene.void(ids[1])
    let untouched = try place.text(unconcerned[0])
    try finish(place)

    _ = try place.house.registrar.erasePerson(place.scene.person, reason: "file 1", as: .owner)

    for id in ids {
      let text = try place.text(id)
      #expect(
        !text.contains("zeb.quag") && !text.contains(Self.digest) && !text.contains("Quagmire"), "\(text)")
      #expect(text.contains(place.scene.person.description))
    }
    #expect(try place.text(unconcerned[0]) == untouched)
    let known = Set(try place.found(by: place.account, isRelated: true))
    #expect(Set(ids + reference).isSubset(of: known), "who refers to one is found by what that is found by")
    for gone in [ActorIdentity.mailbox("mailto:\(Self.mailbox)"), .mailboxDigest(Self.digest)] {
      #expect(try place.found(by: gone, isRelated: true).isEmpty)
    }
    #expect(try place.house.registrar.check(databaseFaults: [], as: .owner).faults.isEmpty)
  }

  /// The enrolment ends by itself where it is completed; else it is withdrawn.
  private func finish(_ place: Place) throws {
    guard try place.scene.state != .completed else { return }
    _ = try place.house.perform(
      EndEnrolment(enrolment: place.scene.enrolment, ending: .withdraw, reason: "ill"))
  }

  @Test("progress that rests on statements by a mailbox is derived as before")
  func progress() throws {
    let place = try Place()
    let iri = ActivityIRI.of(
      place.scene.lesson, version: place.scene.version, origin: "http://registrar.test")
    for (verb, result) in [("completed", "true"), ("passed", "")] {
      let said =
        result.isEmpty ? #""score": {"scaled": 0.9}, "response": "my words""# : #""completion": true"#
      try place.scene.send([
        #"{"actor": \#(Self.byMailbox), "verb": {"id": "http://adlnet.gov/expapi/verbs/\#(verb)"}, "object": {"id": "\#(iri)"}, "result": {\#(said)}, "context": {"registration": "\#(place.scene.enrolment)", "contextActivities": {"category": [{"id": "https://w3id.org/xapi/cmi5/context/categories/cmi5"}]}}}"#
      ])
    }
    #expect(try place.scene.state == .completed)
    let before = try place.house.answer(ShowEnrolment(place.scene.enrolment)).progress
    _ = try place.house.registrar.erasePerson(place.scene.person, reason: "file 1", as: .owner)
    #expect(try place.house.answer(ShowEnrolment(place.scene.enrolment)).progress == before)
    let report = try place.house.registrar.check(databaseFaults: [], as: .owner)
    #expect(report.faults.isEmpty, "\(report.faults)")
  }

  @Test("documents under any agent of the person go, others stay")
  func documents() throws {
    let place = try Place()
    try finish(place)
    let agents: [ActorIdentity] = [
      .mailbox("mailto:\(Self.mailbox)"), place.account, .mailbox("mailto:other@example.org"),
    ]
    for agent in agents {
      try place.house.store.write { records in
        try records.keep(
          StoredDocument(
            document: Document(contentType: "text/plain", bytes: [1]), tag: "t", changedAt: records.now,
            changedBy: "owner"), "bookmark", of: .agentProfile(agent: agent))
      }
    }
    let erased = try place.house.registrar.erasePerson(place.scene.person, reason: "file 1", as: .owner)
    #expect(erased.extent?.goes[.documents] == 2)
    let left = try agents.map { agent in
      try place.house.store.read { try $0.document("bookmark", of: .agentProfile(agent: agent)) != nil }
    }
    #expect(left == [false, false, true])
  }
}

extension [UInt8] {
  fileprivate var text: String { String(decoding: self, as: UTF8.self) }
}
