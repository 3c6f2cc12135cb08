internal import JSON
internal import Values

extension LearnerRecord {
  static let type = "ClrCredential"
  static let associationType = "precedes"
  private static let contexts = [
    "https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
  ]
  private static let schema =
    "https://purl.imsglobal.org/spec/clr/v2p0/schema/json/clr_v2p0_clrcredential_schema.json"

  /// The octets of the payload: the credential, and the claims that mirror it (Comprehensive Learner Record 2.0, “JWT
  /// Payload Format”). The same record has the same octets.
  public var payload: [UInt8] {
    var writer = JSONWriter()
    writer.object { json in
      json.member("@context", texts: LearnerRecord.contexts)
      json.member("id", address)
      json.member("type", texts: ["VerifiableCredential", LearnerRecord.type])
      json.member("name", "Transcript of \(holder)")
      json.member("issuer") { json in
        json.object { json in
          json.member("id", issuer)
          json.member("type", texts: ["Profile"])
          json.member("name", issuerName)
        }
      }
      json.member("validFrom", asOf.text(fractionDigits: 0))
      json.member("partial", isPartial)
      json.member("credentialSubject") { writeSubject(in: &$0) }
      json.member("credentialSchema") { json in
        json.array { json in
          json.object { json in
            json.member("id", LearnerRecord.schema)
            json.member("type", "1EdTechJsonSchemaValidator2019")
          }
        }
      }
      json.member("iss", issuer)
      json.member("jti", address)
      json.member("sub", subject)
      json.member("nbf", asOf.seconds)
    }
    return writer.bytes
  }

  private func writeSubject(in json: inout JSONWriter) {
    json.object { json in
      json.member("id", subject)
      json.member("type", texts: ["ClrSubject"])
      json.member("identifier") { json in json.array { $0.identity(named: holder) } }
      json.member("verifiableCredential") { json in json.array(entries) { $1.write(in: &$0) } }
      guard !precedences.isEmpty else { return }
      json.member("association") { json in
        json.array(precedences) { json, precedence in
          json.object { json in
            json.member("type", "Association")
            json.member("associationType", LearnerRecord.associationType)
            json.member("sourceId", precedence.required)
            json.member("targetId", precedence.requiring)
          }
        }
      }
    }
  }
}

extension LearnerRecord.Entry {
  /// The credential as it was signed, in its envelope (Verifiable Credentials 2.0, “Enveloped Verifiable Credentials”).
  /// Beside it stands what the schema of a `VerifiableCredential` in a `ClrSubject` needs, as the credential itself says
  /// it, and how the certificate stood.
  fileprivate func write(in json: inout JSONWriter) {
    json.object { json in
      json.member("@context", texts: ["https://www.w3.org/ns/credentials/v2"])
      json.member("id", EnvelopedCredential.address(of: token))
      json.member("type", texts: ["VerifiableCredential", "EnvelopedVerifiableCredential"])
      json.member("issuer", credential.issuer)
      json.member("validFrom", credential.validFrom.text(fractionDigits: 0))
      json.member("credentialSubject") { json in
        json.object { json in
          json.member("id", credential.subject)
          json.member("type", texts: ["AchievementSubject"])
          json.member("result") { json in
            json.array { json in
              json.object { json in
                json.member("type", texts: ["Result"])
                json.member("value", standing.rawValue)
              }
            }
          }
        }
      }
    }
  }
}
