import Operations
import Testing
import Values
import XAPI

/// What every engine keeps for the record store beside statements.
@Suite struct RecordStoreContractTests {
  @Test("definitions of activities are told apart octet by octet, and replaced", arguments: Engine.allCases)
  func definitions(engine: Engine) throws {
    let place = try Place()
    let store = try engine.open(place)
    let texts = [("x:\u{E9}", "{}"), ("x:e\u{301}", #"{"type":"x:t"}"#), ("x:\u{E9}", #"{"name":{}}"#)]
    for (number, (activity, text)) in texts.enumerated() {
      try store.write {
        try $0.keep(
          StoredActivityDefinition(
            activity: activity, bytes: Array(text.utf8), since: Instant(microseconds: Int64(number))))
      }
    }
    engine.close(store)
    let again = try engine.open(place)
    defer { engine.close(again) }
    let first = try again.read { try $0.definition(of: "x:\u{E9}") }
    #expect(first?.bytes == Array(#"{"name":{}}"#.utf8))
    #expect(first?.since == Instant(microseconds: 2))
    #expect(try again.read { try $0.definition(of: "x:e\u{301}") }?.bytes == Array(#"{"type":"x:t"}"#.utf8))
    #expect(try again.read { try $0.definition(of: "x:E") } == nil)
  }

  @Test("documents are kept by context and id, octet by octet", arguments: Engine.allCases)
  func documents(engine: Engine) throws {
    let place = try Place()
    let store = try engine.open(place)
    let registration = UUID(high: 1, low: 2)
    let contexts: [DocumentContext] = [
      .state(activity: "x:a", agent: .openID("x:b"), registration: nil),
      .state(activity: "x:a", agent: .openID("x:b"), registration: registration),
      .state(activity: "x:a", agent: .mailbox("x:b"), registration: nil),
      .activityProfile(activity: "x:a"), .agentProfile(agent: .openID("x:b")),
      .agentProfile(agent: .account(homePage: "x:b", name: "\u{E9}")),
      .agentProfile(agent: .account(homePage: "x:b", name: "e\u{301}")),
    ]
    for (number, context) in contexts.enumerated() {
      for id in ["\u{E9}", "e\u{301}"] {
        try store.write { try $0.keep(document("\(number) \(id)", at: Int64(number)), id, of: context) }
      }
    }
    engine.close(store)
    let again = try engine.open(place)
    defer { engine.close(again) }
    for (number, context) in contexts.enumerated() {
      let found = try again.read { try $0.document("e\u{301}", of: context) }
      #expect(found == document("\(number) e\u{301}", at: Int64(number)))
    }
    let list = try again.read { try $0.documents(of: contexts[0], since: nil) }
    #expect(list.ids.map { Array($0.utf8) } == [Array("e\u{301}".utf8), Array("\u{E9}".utf8)])
    #expect(list.changedAt == Instant(microseconds: 1), "the latest of every registration")
    let since = Instant(microseconds: 0)
    #expect(try again.read { try $0.documents(of: contexts[0], since: since) }.ids.count == 2)
    #expect(try again.read { try $0.documents(of: contexts[2], since: Instant(microseconds: 2)) }.ids == [])
  }

  @Test("one document is removed, or those of a context", arguments: Engine.allCases)
  func removal(engine: Engine) throws {
    let store = try engine.open(Place())
    defer { engine.close(store) }
    @Sendable func state(_ registration: UInt64?) -> DocumentContext {
      .state(
        activity: "x:a", agent: .openID("x:b"), registration: registration.map { UUID(high: 0, low: $0) })
    }
    try store.write { records in
      for registration in [nil, 1, 2] as [UInt64?] {
        for id in ["one", "two"] { try records.keep(document(id, at: 1), id, of: state(registration)) }
      }
      try records.keep(document("other", at: 1), "one", of: .activityProfile(activity: "x:a"))
    }
    try store.write { try $0.removeDocument("one", of: state(nil)) }
    #expect(try store.read { try $0.document("one", of: state(nil)) } == nil)
    #expect(try store.read { try $0.document("one", of: state(1)) } != nil)
    try store.write { try $0.removeDocuments(of: state(1)) }
    #expect(try store.read { try $0.documents(of: state(1), since: nil) }.ids == [])
    #expect(try store.read { try $0.documents(of: state(2), since: nil) }.ids == ["one", "two"])
    try store.write { try $0.removeDocuments(of: state(nil)) }
    #expect(try store.read { try $0.documents(of: state(nil), since: nil) }.ids == [])
    #expect(try store.read { try $0.document("one", of: .activityProfile(activity: "x:a")) } != nil)
  }

  @Test("time goes on behind the last change of a document", arguments: Engine.allCases)
  func instants(engine: Engine) throws {
    let place = try Place()
    let store = try engine.open(place)
    let late = place.clock.now.microseconds + 3_600_000_000
    try store.write { try $0.keep(document("x", at: late), "one", of: .activityProfile(activity: "x:a")) }
    engine.close(store)
    let again = try engine.open(place)
    defer { engine.close(again) }
    #expect(try again.write { $0.now }.microseconds > late)
  }

  private func document(_ text: String, at microseconds: Int64) -> StoredDocument {
    StoredDocument(
      document: Document(contentType: "text/plain", bytes: Array(text.utf8)),
      tag: String(repeating: "0", count: 40), changedAt: Instant(microseconds: microseconds),
      changedBy: "key test")
  }
}

extension RecordStoreContractTests {
  @Test(
    "contents of attachments are told with their statement, and named among the files",
    arguments: Engine.allCases)
  func attachments(engine: Engine) throws {
    let store = try engine.open(Place())
    defer { engine.close(store) }
    @Sendable func attachment(_ statement: Int64, _ sha2: String) -> StoredAttachment {
      StoredAttachment(
        statement: Instant(microseconds: statement), sha2: sha2, digest: "digest of \(sha2)", sizeBytes: 5)
    }
    try store.write { records in
      for number in [10, 20] as [Int64] {
        _ = try records.insert(
          StoredStatement(
            id: UUID(high: 0, low: UInt64(number)), stored: Instant(microseconds: number), terms: [],
            voids: nil, bytes: []))
      }
      for sha2 in ["b", "a", "b"] { try records.insert(attachment(10, sha2)) }
    }
    #expect(
      try store.read { try $0.attachments(ofStatementAt: Instant(microseconds: 10)) }
        == [attachment(10, "a"), attachment(10, "b")])
    #expect(try store.read { try $0.attachments(ofStatementAt: Instant(microseconds: 20)) }.isEmpty)
    #expect(try store.read { try $0.fileDigests() } == ["digest of a", "digest of b"])
    #expect(throws: (any Error).self) { try store.write { try $0.insert(attachment(30, "c")) } }
  }
}
