import Certification
import Cryptography
import Foundation
import OpenBadges
import Operations
import PackageFiles
import SQLiteStore
import Synchronization
import Testing
import Values

/// The order of issuing: what is awarded is stored, then signed once, whatever happens in between.
@Suite struct CredentialTests {
  @Test func whatIsAwardedIsSignedOnceAndStaysAsItWasSigned() throws {
    let earned = try EarnedCertificate(score: "0.9")
    let registrar = earned.house.registrar
    #expect(throws: CredentialPending.self) {
      try earned.house.answer(FindCredential(code: earned.certificate.code.description))
    }
    #expect(try registrar.issueCredentials() == 1)
    let signed = try earned.house.answer(FindCredential(code: earned.certificate.code.description))
    #expect(try registrar.issueCredentials() == 0)
    #expect(try registrar.credential(of: earned.certificate.id) == signed)
    _ = try registrar.perform(registrar.newCredentialKey(.es256, reason: nil), as: .owner)
    #expect(try registrar.credential(of: earned.certificate.id) == signed, "another key signs nothing anew")
    let entries = try earned.house.answer(
      ReadHistory(filter: HistoryFilter(object: earned.certificate.id.uuid))
    ).items.map(\.action)
    #expect(entries == ["certificate award", "certificate sign"])
  }

  @Test func theCredentialSaysWhatTheCertificateSays() throws {
    let earned = try EarnedCertificate(score: "0.9")
    try earned.house.registrar.issueCredentials()
    let signed = try earned.house.registrar.credential(of: earned.certificate.id)
    let trust = try earned.house.answer(ReadTrust())
    let credential = try trust.credential(in: Array(signed.token.utf8))
    let facts = earned.certificate.facts
    #expect(credential.holder == facts.holder)
    #expect(credential.number == earned.certificate.number.text)
    #expect(credential.kind == .achievement)
    #expect(credential.issuerName == facts.issuer)
    #expect(credential.sessionDays == facts.sessionDays)
    #expect(credential.score == facts.score)
    #expect(
      credential.address == "http://registrar.test/credentials/certificates/\(earned.certificate.code)")
    #expect(credential.subject == "urn:uuid:\(earned.certificate.person)")
    #expect(credential.issuer.hasPrefix("http://registrar.test/credentials/issuers/"))
  }

  /// A crash between any two steps leaves what was stored; the next attempt goes on from there.
  @Test func anInterruptedIssuingIsTakenUpWhereItWas() throws {
    let earned = try EarnedCertificate(score: "0.9")
    let store = earned.house.store
    // Awarded and stored: the place is there, nothing is signed.
    let found = try store.read { try $0.statusPlace(of: earned.certificate.id) }
    let place = try #require(found)
    #expect(try store.read { try $0.unsignedCertificates(after: nil, limit: 10) } == [earned.certificate.id])
    // Signed, and lost before it was stored: signed again, with the same place.
    let registrar = earned.house.registrar
    let first = try registrar.credential(of: earned.certificate.id)
    #expect(try store.read { try $0.statusPlace(of: earned.certificate.id) } == place)
    let credential = try earned.house.answer(ReadTrust()).credential(in: Array(first.token.utf8))
    #expect(credential.status.position == place.position)
    #expect(try store.read { try $0.unsignedCertificates(after: nil, limit: 10) }.isEmpty)
  }

  /// More fail at first than are looked for at once.
  @Test func thoseThatCannotBeSignedDoNotKeepTheOthers() throws {
    let house = try House()
    let plan = try #require(DemoPlan(members: 6, persons: 300, seed: 7))
    _ = try house.registrar.generateDemo(plan, as: .owner)
    let all = try house.store.read { try $0.unsignedCertificates(after: nil, limit: 1000) }
    #expect(all.count > 100)
    let failures = Mutex(70)
    let registrar = try house.registrar {
      try failures.withLock { left in
        guard left == 0 else {
          left -= 1
          throw TestSetupFailed(what: "no words")
        }
      }
      return []
    }
    #expect(throws: TestSetupFailed.self) { try registrar.issueCredentials() }
    let left = try house.store.read { try $0.unsignedCertificates(after: nil, limit: 1000) }
    #expect(left == Array(all.prefix(70)))
    #expect(try registrar.issueCredentials() == 70)
  }

  @Test func theStateIsToldByTheList() throws {
    let earned = try EarnedCertificate(score: "0.9")
    let signed = try earned.house.registrar.credential(of: earned.certificate.id)
    func status() throws -> KnownStatus {
      try CheckedFile(
        Array(signed.token.utf8), trust: earned.house.registrar.trustFile().trust, at: earned.house.clock.now
      ).status
    }
    #expect(try status() == .inForce)
    _ = try earned.change(.suspend)
    #expect(try status() == .suspended)
    _ = try earned.change(.reinstate)
    #expect(try status() == .inForce)
    _ = try earned.replace()
    #expect(try status() == .ended)
  }

  @Test func aReplacementHasAPlaceOfItsOwn() throws {
    let earned = try EarnedCertificate(score: "0.9")
    let new = try earned.replace()
    let places = try earned.house.store.read { records in
      try [earned.certificate.id, new.id].map { try records.statusPlace(of: $0)?.position }
    }
    #expect(places.allSatisfy { $0 != nil })
    #expect(Set(places).count == 2)
  }

  /// “never reused, also after restoring an old backup”: what is given after a restore stands in another list.
  @Test func restoredRecordsBeginAnotherList() throws {
    let earned = try EarnedCertificate(score: "0.9")
    let before = try earned.house.store.read { try $0.statusLists() }
    _ = try earned.house.perform(
      NoteRestore(
        of: BackupFacts(
          id: UUID(high: 1, low: 1), madeAt: earned.house.clock.now, latestRecord: nil, schema: 1, origin: "",
          program: "", counts: [])))
    let new = try earned.replace()
    let found = try earned.house.store.read { try $0.statusPlace(of: new.id) }
    let place = try #require(found)
    #expect(!before.contains(place.list))
    #expect(try earned.house.store.read { try $0.statusLists() } == before + [place.list])
  }

  @Test func whoRestoredWithoutKeysSignsWithAnother() throws {
    let earned = try EarnedCertificate(score: "0.9")
    let first = try earned.house.registrar.credential(of: earned.certificate.id)
    let new = try earned.replace()
    let copy = Registrar(
      store: earned.house.store, packages: PackageOpener(), content: earned.house.registrar.content,
      credentialKeys: CredentialKeyFolder(in: earned.house.folder + "/elsewhere"),
      origin: "http://registrar.test", calendar: .fewZones, clock: earned.house.registrar.clock,
      random: earned.house.registrar.random)
    let second = try copy.credential(of: new.id)
    #expect(second.key != first.key)
    let keys = try earned.house.answer(ListCredentialKeys()).items
    #expect(keys.map(\.id) == [first.key, second.key])
    #expect(keys.map { $0.retiredAt == nil } == [false, true])
    let trust = try earned.house.answer(ReadTrust())
    for signed in [first, second] {
      _ = try trust.credential(in: Array(signed.token.utf8))
    }
  }

  @Test func aKeyThatOthersMayReadSignsNothing() throws {
    let earned = try EarnedCertificate(score: "0.9")
    let signed = try earned.house.registrar.credential(of: earned.certificate.id)
    let folder = CredentialKeyFolder.keys(in: earned.house.folder)
    let path = "\(folder)/\(signed.key).pem"
    try earned.house.setPermissions(0o640, of: path)
    #expect(throws: CredentialKeyUnusable.self) {
      try CredentialKeyFolder(in: earned.house.folder).key(signed.key)
    }
    try earned.house.setPermissions(0o600, of: path)
    #expect(try CredentialKeyFolder(in: earned.house.folder).key(signed.key) != nil)
    try earned.house.write("no key", to: path)
    #expect(throws: CredentialKeyUnusable.self) {
      try CredentialKeyFolder(in: earned.house.folder).key(signed.key)
    }
  }

  /// Every single bit of the file decides, in each form.
  @Test(arguments: [CheckedFile.Form.jwt, .json])
  func noBitOfAFileCanBeAltered(form: CheckedFile.Form) throws {
    let earned = try EarnedCertificate(score: "0.9")
    let signed = try earned.house.registrar.credential(of: earned.certificate.id)
    let trust = try earned.house.answer(ReadTrust())
    let token = Array(signed.token.utf8)
    let octets = form == .jwt ? token : EnvelopedCredential.json(of: token)
    let now = earned.house.clock.now
    #expect(try CheckedFile(octets, trust: trust, at: now).form == form)
    for place in octets.indices {
      var altered = octets
      altered[place] ^= 1 << UInt8(place % 8)
      #expect(throws: FileNotAuthentic.self) { try CheckedFile(altered, trust: trust, at: now) }
    }
    for altered in [octets + [0x0A], [0x20] + octets, Array(octets.dropLast()), []] {
      #expect(throws: FileNotAuthentic.self) { try CheckedFile(altered, trust: trust, at: now) }
    }
  }
}

extension House {
  fileprivate func setPermissions(_ permissions: Int, of path: String) throws {
    try FileManager.default.setAttributes([.posixPermissions: permissions], ofItemAtPath: path)
  }

  fileprivate func write(_ text: String, to path: String) throws {
    try text.write(toFile: path, atomically: false, encoding: .utf8)
    try setPermissions(0o600, of: path)
  }
}
