internal import JSON
internal import Values

extension LearnerRecord {
  /// Reads the payload of a token that was found to be signed. Each entry is opened as a file of its own would be, and has
  /// to be of the same holder, and to say itself what stands beside it.
  ///
  /// - Parameter open: the credential that a token carries, found to be authentic.
  init(_ token: SignedToken, opening open: ([UInt8]) throws -> AchievementCredential) throws {
    guard token.kind == .credential, token.isOfLearnerRecord else { throw CredentialFault.otherKind }
    let root = token.payload.root
    let issuer = try root.needed("issuer")
    let subject = try root.needed("credentialSubject")
    guard let isPartial = try root.needed("partial").boolean else {
      throw CredentialFault.unusable("partial")
    }
    self.init(
      address: try root.neededText("id"), issuer: try issuer.neededText("id"),
      issuerName: try issuer.neededText("name"), subject: try subject.neededText("id"),
      holder: try AchievementCredential.holder(subject), asOf: try root.neededInstant("validFrom"),
      isPartial: isPartial, entries: try LearnerRecord.entries(subject, opening: open),
      precedences: try LearnerRecord.precedences(subject))
    try requireMirrored(by: root)
    guard entries.allSatisfy({ $0.credential.subject.utf8.elementsEqual(self.subject.utf8) }) else {
      throw CredentialFault.entryOfAnother
    }
  }

  private func requireMirrored(by root: JSONValue) throws(CredentialFault) {
    try root.requireClaims([("iss", issuer), ("jti", address), ("sub", subject)])
    guard root["nbf"]?.number?.int64 == asOf.seconds else { throw .claimDiffers("nbf") }
    guard root["exp"] == nil else { throw .claimDiffers("exp") }
  }

  private static func entries(
    _ subject: JSONValue, opening open: ([UInt8]) throws -> AchievementCredential
  ) throws -> [Entry] {
    let given = subject["verifiableCredential"]?.elements.map { Array($0) } ?? []
    guard !given.isEmpty else { throw CredentialFault.missing("verifiableCredential") }
    return try given.map { try Entry($0, opening: open) }
  }

  private static func precedences(_ subject: JSONValue) throws(CredentialFault) -> [Precedence] {
    var found: [Precedence] = []
    for association in subject["association"]?.elements.map({ Array($0) }) ?? [] {
      guard try association.neededText("associationType") == associationType else {
        throw .unusable("associationType")
      }
      found.append(
        Precedence(
          required: try association.neededText("sourceId"),
          requiring: try association.neededText("targetId")))
    }
    return found
  }
}

extension LearnerRecord.Entry {
  fileprivate init(_ json: JSONValue, opening open: ([UInt8]) throws -> AchievementCredential) throws {
    guard let token = EnvelopedCredential.token(at: try json.neededText("id")) else {
      throw CredentialFault.unusable("verifiableCredential")
    }
    let subject = try json.needed("credentialSubject")
    let results = subject["result"]?.elements.map { Array($0) } ?? []
    guard results.count == 1,
      let standing = LearnerRecord.Standing(rawValue: try results[0].neededText("value"))
    else { throw CredentialFault.unusable("result") }
    self.init(token: token, credential: try open(token), standing: standing)
    let beside: [(String, String)] = [
      (try json.neededText("issuer"), credential.issuer), (try subject.neededText("id"), credential.subject),
      (try json.neededText("validFrom"), credential.validFrom.text(fractionDigits: 0)),
    ]
    guard beside.allSatisfy({ $0.0.utf8.elementsEqual($0.1.utf8) }) else {
      throw CredentialFault.entryDiffers
    }
  }
}
