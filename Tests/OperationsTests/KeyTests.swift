import Operations
import Testing
import Values

/// Keys: known by their secret only, and only until they are revoked.
@Suite struct KeyTests {
  @Test func aKeyOpensWithItsSecretOnly() throws {
    let house = try House()
    let made = try house.perform(CreateKey(name: "player", scope: .xapi))
    let id = made.key.id.description
    #expect(try house.principal(key: id, secret: made.secret)?.has(.writeStatements) == true)
    #expect(try house.principal(key: id, secret: made.secret)?.has(.changeRecords) == false)
    #expect(try house.principal(key: id, secret: made.secret + "x") == nil)
    #expect(try house.principal(key: id, secret: "") == nil)
    #expect(try house.principal(key: "nobody", secret: made.secret) == nil)
  }

  @Test("a revoked key opens nothing from then on, though it was used before")
  func aRevokedKeyOpensNothing() throws {
    let house = try House()
    let made = try house.perform(CreateKey(name: "player", scope: .all))
    let id = made.key.id.description
    #expect(try house.principal(key: id, secret: made.secret) != nil)
    _ = try house.perform(RevokeKey(key: made.key.id, reason: "lost"))
    #expect(try house.principal(key: id, secret: made.secret) == nil)
  }

  @Test(
    "a scope has the rights written down here",
    arguments: [
      (KeyScope.all, Right.allCases),
      (
        .read,
        [
          .readReference, .lookUp, .readRecords, .readReports, .examinePackages, .followJobs, .readStatements,
          .readState,
          .readProfiles,
        ]
      ),
      (.api, []),
      (
        .xapi,
        [.readStatements, .writeStatements, .readState, .writeState, .readProfiles, .writeProfiles]
      ),
      (.xapiWrite, [.writeStatements]),
      (.xapiState, [.readState, .writeState]),
      (.xapiProfile, [.readProfiles, .writeProfiles]),
    ])
  func rights(scope: KeyScope, expected: [Right]) {
    #expect(scope.rights == Set(expected))
  }

  @Test("an operation that needs a right refuses who has it not")
  func operationsRefuse() throws {
    let house = try House()
    let made = try house.perform(CreateKey(name: "reader", scope: .read))
    let reader = try #require(
      try house.principal(key: made.key.id.description, secret: made.secret))
    #expect(throws: NotPermitted.self) {
      try house.registrar.perform(CreateKey(name: "other", scope: .all), as: reader)
    }
    #expect(throws: NotPermitted.self) { try house.registrar.answer(ListKeys(), as: reader) }
  }
}
