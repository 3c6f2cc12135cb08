public import JSON
public import OpenBadges
public import Operations
internal import Values

extension CredentialKey: Representable {
  /// `{"key", "algorithm", "madeAt", "retiredAt"}`.
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("key", id)
      json.member("algorithm", algorithm.rawValue)
      json.member("madeAt", madeAt)
      json.member("retiredAt", orNull: retiredAt)
    }
  }
}

extension CredentialKey: Described {
  public static let schema = Schema.named(
    "CredentialKey",
    .object([
      .init("key", .id), .init("algorithm", .choice(of: SigningAlgorithm.self)),
      .init("madeAt", .instant),
      .init("retiredAt", .orNull(.instant), "When another took its place; what it signed stays authentic."),
    ]))
}

extension CheckedFile: Representable {
  /// What the file says and what is known of its state: `{"authentic": true, "form", "status", "asOf", "number", …}`.
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("authentic", true)
      json.member("form", form.rawValue)
      json.member("status", status.word)
      json.member("asOf", orNull: asOf?.text(fractionDigits: 0))
      json.member("number", credential.number)
      json.member("holder", credential.holder)
      json.member("kind", credential.kind.word)
      json.member("scheme", credential.title)
      json.member("course", credential.course)
      json.member("session", credential.session)
      json.member("score", orNull: credential.score)
      json.member("issuer", credential.issuerName)
      json.member("validFrom", credential.validFrom.text(fractionDigits: 0))
      json.member("validUntil", orNull: credential.validUntil?.text(fractionDigits: 0))
      json.member("credential", credential.address)
    }
  }
}

extension CheckedTranscript: Representable {
  /// What the transcript says and what is known of its certificates: `{"authentic": true, "form", "transcript", "holder", …,
  /// "certificates": [{"number", "then", "now", …}]}`.
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("authentic", true)
      json.member("form", form.rawValue)
      json.member("transcript", record.address)
      json.member("holder", record.holder)
      json.member("issuer", record.issuerName)
      json.member("asOf", record.asOf.text(fractionDigits: 0))
      json.member("partial", record.isPartial)
      json.member("overtaken", isOvertaken)
      json.member("certificates") { json in
        json.array(entries) { json, entry in
          json.object { json in
            json.member("number", entry.told.credential.number)
            json.member("scheme", entry.told.credential.title)
            json.member("then", entry.told.standing.rawValue)
            json.member("now", entry.status.word)
            json.member("knownAsOf", orNull: entry.asOf?.text(fractionDigits: 0))
            json.member("credential", entry.told.credential.address)
          }
        }
      }
    }
  }
}

extension KnownStatus {
  /// One word for programs: `in-force`, `unknown`, `suspended`, `ended` (revoked or replaced), `expired`, `not-yet`.
  public var word: String {
    switch self {
    case .inForce: "in-force"
    case .unknown: "unknown"
    case .suspended: "suspended"
    case .ended: "ended"
    case .expired: "expired"
    case .notYet: "not-yet"
    }
  }
}

extension AchievementCredential.Kind {
  /// As a scheme calls it.
  public var word: String {
    switch self {
    case .attendance: "attendance"
    case .completion: "completion"
    case .achievement: "achievement"
    case .masterTrainer: "master-trainer"
    }
  }
}
