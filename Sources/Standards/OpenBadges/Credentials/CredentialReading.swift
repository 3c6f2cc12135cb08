internal import Cryptography
internal import JSON
internal import Values

extension AchievementCredential {
  /// Reads the payload of a token that was found to be signed. Throws the member that is missing, cannot be used, or does
  /// not mirror what it has to (Open Badges 3.0, “Verify a Credential VC-JWT Signature”).
  public init(_ token: SignedToken) throws(CredentialFault) {
    guard token.kind == .credential else { throw .otherKind }
    try self.init(payload: token.payload.root)
  }

  init(payload root: JSONValue) throws(CredentialFault) {
    guard root["type"]?.elements?.contains(where: { $0.string == "OpenBadgeCredential" }) == true else {
      throw .otherKind
    }
    let issuer = try root.needed("issuer")
    let subject = try root.needed("credentialSubject")
    let achievement = try subject.needed("achievement")
    guard let kind = Kind(rawValue: try achievement.neededText("achievementType")) else {
      throw .unusable("achievementType")
    }
    self.init(
      address: try root.neededText("id"), issuer: try issuer.neededText("id"),
      issuerName: try issuer.neededText("name"), subject: try subject.neededText("id"),
      holder: try AchievementCredential.holder(subject), kind: kind,
      achievement: try achievement.neededText("id"), title: try achievement.neededText("name"),
      course: try achievement.neededText("fieldOfStudy"), number: try subject.neededText("licenseNumber"),
      session: try subject.neededText("term"), sessionDays: try AchievementCredential.days(subject),
      score: try AchievementCredential.score(subject),
      criteria: try achievement.needed("criteria").neededText("narrative"),
      validFrom: try root.neededInstant("validFrom"), validUntil: try root.instant("validUntil"),
      status: try AchievementCredential.status(root), pages: try AchievementCredential.pages(root),
      alignments: try AchievementCredential.alignments(achievement))
    try requireMirrored(by: root)
  }

  /// The claims have to say what the credential says.
  private func requireMirrored(by root: JSONValue) throws(CredentialFault) {
    try root.requireClaims([("iss", issuer), ("jti", address), ("sub", subject)])
    guard root["nbf"]?.number?.int64 == validFrom.seconds else { throw .claimDiffers("nbf") }
    guard root["exp"]?.number?.int64 == validUntil?.seconds, (root["exp"] == nil) == (validUntil == nil)
    else { throw .claimDiffers("exp") }
  }

  static func holder(_ subject: JSONValue) throws(CredentialFault) -> String {
    let identities = subject["identifier"]?.elements.map { Array($0) } ?? []
    guard
      let name = identities.first(where: {
        $0["identityType"]?.string == "name" && $0["hashed"]?.boolean == false
      })
    else { throw .missing("identifier") }
    return try name.neededText("identityHash")
  }

  private static func days(_ subject: JSONValue) throws(CredentialFault) -> DayRange {
    let first = try subject.neededInstant("activityStartDate").dayInUTC
    let last = try subject.instant("activityEndDate")?.dayInUTC
    guard let days = DayRange(from: first, to: last) else { throw .unusable("activityEndDate") }
    return days
  }

  private static func score(_ subject: JSONValue) throws(CredentialFault) -> String? {
    guard let results = subject["result"]?.elements else { return nil }
    for result in results { return try result.neededText("value") }
    return nil
  }

  private static func status(_ root: JSONValue) throws(CredentialFault) -> StatusPlace {
    let entries = root["credentialStatus"]?.elements.map { Array($0) } ?? []
    var places: Set<StatusPlace> = []
    var purposes: [StatusPurpose] = []
    for entry in entries {
      guard let purpose = StatusPurpose(rawValue: try entry.neededText("statusPurpose")),
        let position = Int(try entry.neededText("statusListIndex")), (0..<StatusBits.count).contains(position)
      else { throw .unusable("credentialStatus") }
      let address = try entry.neededText("statusListCredential")
      let suffix = "/\(purpose.rawValue)"
      guard address.hasSuffix(suffix) else { throw .unusable("statusListCredential") }
      places.insert(StatusPlace(base: String(address.dropLast(suffix.count)), position: position))
      purposes.append(purpose)
    }
    guard purposes == StatusPurpose.allCases, places.count == 1, let place = places.first else {
      throw .unusable("credentialStatus")
    }
    return place
  }

  private static func alignments(_ achievement: JSONValue) throws(CredentialFault) -> [Alignment] {
    guard let stated = achievement["alignment"] else { return [] }
    guard let elements = stated.elements else { throw .unusable("alignment") }
    var alignments: [Alignment] = []
    for element in elements {
      alignments.append(
        Alignment(
          name: try element.neededText("targetName"), address: try element.neededText("targetUrl"),
          framework: try element.neededText("targetFramework"), code: try element.neededText("targetCode"),
          depth: element["targetDescription"]?.string))
    }
    return alignments
  }

  private static func pages(_ root: JSONValue) throws(CredentialFault) -> [Page] {
    guard let related = root["relatedResource"] else { return [] }
    guard let elements = related.elements else { throw .unusable("relatedResource") }
    var pages: [Page] = []
    for element in elements {
      let integrity = try element.neededText("digestSRI")
      guard integrity.hasPrefix(Page.prefix),
        let digest = Base64.standard.decode(String(integrity.dropFirst(Page.prefix.count))),
        digest.count == Digest.octetCount
      else { throw .unusable("digestSRI") }
      pages.append(Page(address: try element.neededText("id"), digest: digest))
    }
    return pages
  }
}

/// Why a payload that was signed is not the credential that it is taken for.
public enum CredentialFault: Error, Hashable, Sendable {
  /// It is a credential of another kind.
  case otherKind
  case missing(String)
  case unusable(String)
  /// A claim does not say what the credential says.
  case claimDiffers(String)
  /// A certificate in a transcript is of another person than the transcript.
  case entryOfAnother
  /// What stands beside a certificate in a transcript is not what the certificate says.
  case entryDiffers
  /// The key belongs to another house than the credential says that it is of.
  case keyOfOther

  /// What is wrong, in a sentence.
  public var message: String {
    switch self {
    case .otherKind: "it is a credential of another kind"
    case .missing(let name): "its member \(name) is missing"
    case .unusable(let name): "its member \(name) cannot be used"
    case .entryOfAnother: "a certificate in it is of another person"
    case .entryDiffers: "what stands beside a certificate in it is not what the certificate says"
    case .keyOfOther: "it is signed with the key of another issuer than it names"
    case .claimDiffers(let name): "its claim \(name) does not say what the credential says"
    }
  }
}

extension JSONValue {
  /// Throws unless each claim has this text, octet by octet.
  func requireClaims(_ claims: [(name: StaticString, text: String)]) throws(CredentialFault) {
    for (name, text) in claims {
      guard try neededText(name).utf8.elementsEqual(text.utf8) else { throw .claimDiffers("\(name)") }
    }
  }

  func needed(_ name: StaticString) throws(CredentialFault) -> JSONValue {
    guard let value = self[name] else { throw .missing("\(name)") }
    return value
  }

  func neededText(_ name: StaticString) throws(CredentialFault) -> String {
    guard let text = try needed(name).string else { throw .unusable("\(name)") }
    return text
  }

  func neededInstant(_ name: StaticString) throws(CredentialFault) -> Instant {
    guard let instant = try instant(name) else { throw .missing("\(name)") }
    return instant
  }

  func instant(_ name: StaticString) throws(CredentialFault) -> Instant? {
    guard self[name] != nil else { return nil }
    guard let instant = Instant(try neededText(name)) else { throw .unusable("\(name)") }
    return instant
  }
}
