internal import Cryptography
internal import JSON
internal import Values

extension AchievementCredential {
  private static let contexts = [
    "https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
  ]
  private static let schema =
    "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json"

  /// The octets of the payload: the credential, and the claims that mirror it (Open Badges 3.0, “JWT Payload Format”):
  /// `iss` the issuer's identity, `jti` the credential's, `sub` the holder's, `nbf` and `exp` the days between which it
  /// holds. The same credential has the same octets.
  public var payload: [UInt8] {
    var writer = JSONWriter()
    writer.object { json in
      json.member("@context", texts: AchievementCredential.contexts)
      json.member("id", address)
      json.member("type", texts: ["VerifiableCredential", "OpenBadgeCredential"])
      json.member("name", title)
      json.member("issuer") { json in
        json.object { json in
          json.member("id", issuer)
          json.member("type", texts: ["Profile"])
          json.member("name", issuerName)
        }
      }
      json.member("validFrom", validFrom.text(fractionDigits: 0))
      json.member("validUntil", validUntil?.text(fractionDigits: 0))
      json.member("credentialSubject") { writeSubject(in: &$0) }
      json.member("credentialStatus") { json in json.array(StatusPurpose.allCases) { write($1, in: &$0) } }
      json.member("credentialSchema") { json in
        json.array { json in
          json.object { json in
            json.member("id", AchievementCredential.schema)
            json.member("type", "1EdTechJsonSchemaValidator2019")
          }
        }
      }
      if !pages.isEmpty {
        json.member("relatedResource") { json in json.array(pages) { $1.write(in: &$0) } }
      }
      json.member("iss", issuer)
      json.member("jti", address)
      json.member("sub", subject)
      json.member("nbf", validFrom.seconds)
      json.member("exp", validUntil?.seconds)
    }
    return writer.bytes
  }

  private func writeSubject(in json: inout JSONWriter) {
    json.object { json in
      json.member("id", subject)
      json.member("type", texts: ["AchievementSubject"])
      json.member("identifier") { json in json.array { $0.identity(named: holder) } }
      json.member("activityStartDate", sessionDays.from.startInUTC)
      json.member("activityEndDate", sessionDays.to?.startInUTC)
      json.member("licenseNumber", number)
      json.member("term", session)
      if let score {
        json.member("result") { json in
          json.array { json in
            json.object { json in
              json.member("type", texts: ["Result"])
              json.member("value", score)
            }
          }
        }
      }
      json.member("achievement") { writeAchievement(in: &$0) }
    }
  }

  private func writeAchievement(in json: inout JSONWriter) {
    json.object { json in
      json.member("id", achievement)
      json.member("type", texts: ["Achievement"])
      json.member("achievementType", kind.rawValue)
      json.member("name", title)
      json.member("description", course)
      json.member("fieldOfStudy", course)
      json.member("criteria") { $0.object { $0.member("narrative", criteria) } }
      if !alignments.isEmpty {
        json.member("alignment") { json in json.array(alignments) { $1.write(in: &$0) } }
      }
    }
  }

  private func write(_ purpose: StatusPurpose, in json: inout JSONWriter) {
    json.object { json in
      json.member("id", "\(status.address(purpose))#\(status.position)")
      json.member("type", "BitstringStatusListEntry")
      json.member("statusPurpose", purpose.rawValue)
      json.member("statusListIndex", String(status.position))
      json.member("statusListCredential", status.address(purpose))
    }
  }
}

extension AchievementCredential.Alignment {
  fileprivate func write(in json: inout JSONWriter) {
    json.object { json in
      json.member("type", texts: ["Alignment"])
      json.member("targetCode", code)
      json.member("targetDescription", depth)
      json.member("targetFramework", framework)
      json.member("targetName", name)
      json.member("targetUrl", address)
    }
  }
}

extension AchievementCredential.Page {
  /// A related resource with its digest in the form of Subresource Integrity (Verifiable Credentials 2.0, “Integrity of
  /// Related Resources”).
  fileprivate func write(in json: inout JSONWriter) {
    json.object { json in
      json.member("id", address)
      json.member("mediaType", "application/pdf")
      json.member("digestSRI", "\(AchievementCredential.Page.prefix)\(Base64.standard.encode(digest))")
    }
  }

  static let prefix = "sha256-"
}

extension Day {
  /// The day as a date-time, which is what Open Badges has: its first instant in UTC.
  fileprivate var startInUTC: String { Instant.startOfDayInUTC(self).text(fractionDigits: 0) }
}

extension JSONWriter {
  /// Who somebody is, by name (Open Badges 3.0, “IdentityObject”).
  mutating func identity(named name: String) {
    object { json in
      json.member("type", "IdentityObject")
      json.member("hashed", false)
      json.member("identityHash", name)
      json.member("identityType", "name")
    }
  }

  mutating func member(_ name: String, texts: [String]) {
    member(name) { $0.array(texts) { $0.string($1) } }
  }
}
