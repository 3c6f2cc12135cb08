internal import Cryptography
internal import JSON
internal import People
internal import Values
internal import XAPI

/// Who a person is in statements: by the account of this system, which stays, and by declared mailboxes and their digests.
struct ErasedAgents {
  let known: KnownAs
  /// Identities in whose place the account comes.
  private let replaced: [ActorIdentity]
  /// Identities that stay and lose their names: the account, and the person's keys, which vouch for statements.
  private let unnamed: [ActorIdentity]
  private let account: ActorIdentity

  init(of person: Person, _ reading: Reading) throws {
    let account = ActorIdentity.account(homePage: reading.origin, name: person.id.description)
    let addresses = person.mailboxes.map { "mailto:\($0)" }
    let replaced = try addresses.flatMap { address -> [ActorIdentity] in
      let digest = try SHA1.digest(of: Array(address.utf8))
      return [.mailbox(address), .mailboxDigest(Hexadecimal.encode(digest))]
    }
    let keys = try reading.records.keys().filter { $0.held?.person == person.id }
    let unnamed = [account] + keys.map { .account(homePage: reading.origin, name: "key-\($0.id)") }
    self.account = account
    self.replaced = replaced
    self.unnamed = unnamed
    known = KnownAs(
      person: person.id,
      words: [person.name] + (try reading.records.formerNames(of: person.id)) + person.mailboxes,
      agents: (replaced + [account]).map(\.canonicalText),
      terms: try StatementTermDigest.of(ErasedAgents.terms(of: replaced + unnamed)))
  }

  fileprivate static func terms(of identities: [ActorIdentity]) -> [StatementTerm] {
    identities.flatMap { identity in
      [StatementTerm(.agent, identity.canonicalText), StatementTerm(.relatedAgent, identity.canonicalText)]
    }
  }

  /// The terms of each identity that goes, with that of the account.
  fileprivate func replacedTerms() throws -> [(old: Int64, new: Int64)] {
    let new = try StatementTermDigest.of(ErasedAgents.terms(of: [account]))
    return try replaced.flatMap { identity in
      Array(zip(try StatementTermDigest.of(ErasedAgents.terms(of: [identity])), new)).map {
        (old: $0, new: $1)
      }
    }
  }

  fileprivate var anonymising: Anonymising {
    let words = TellingWords(known.words)
    return Anonymising(replaced: replaced, unnamed: unnamed, by: account) { words.removed(from: $0) }
  }
}

extension Work {
  /// Puts the person's account in the place of every other agent of the person, in each statement by or about the person,
  /// voided or not, and takes out names, answers to questions, and what came with it. What a statement says of progress
  /// stays, and whoever looks for the account finds all of them.
  ///
  /// - Returns: the digests of the files that came with these statements.
  func rewriteStatements(about agents: ErasedAgents) throws -> [String] {
    var places: [Instant: UUID] = [:]
    for term in agents.known.terms {
      for place in try records.places(withTerm: term) { places[place.stored] = place.id }
    }
    guard !places.isEmpty else { return [] }
    for term in try agents.replacedTerms() { try records.replaceTerm(term.old, by: term.new) }
    let anonymising = agents.anonymising
    let found = try places.sorted { $0.key < $1.key }.compactMap { try records.statement($0.value) }
    let changed = try found.compactMap { statement -> RewrittenStatement? in
      let bytes = try anonymising.statement(statement.bytes)
      guard bytes != statement.bytes else { return nil }
      let told = Statement(readingKept: bytes)?.attachments.map(\.sha2) ?? []
      return RewrittenStatement(stored: statement.stored, bytes: bytes, attachments: Set(told))
    }
    let files = try records.rewrite(changed)
    for statement in found {
      guard let present = try records.statement(statement.id)?.parsed() else { continue }
      let due = try records.dueTerms(of: present, storedAt: statement.stored)
      try records.setTerms(due, ofStatementAt: statement.stored)
    }
    return files
  }
}
