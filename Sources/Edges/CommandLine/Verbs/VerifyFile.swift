internal import Files
internal import JSON
internal import OpenBadges
internal import Operations
internal import Representations
internal import Values

extension Errand {
  /// Whether a word on the command line names a file that is there.
  func isFile(_ name: String) throws -> Bool {
    do {
      _ = try surroundings.readFile(surroundings.absolute(name), CheckedFile.limitBytes)
      return true
    } catch let error as FileError where error.isMissing {
      return false
    }
  }

  /// Whom a trust file says to trust.
  func trust(in path: String) throws -> Trust {
    do {
      return try TrustFile(json: readFile(path, limit: TrustFile.limitBytes)).trust
    } catch let fault as TrustFault {
      throw TrustFileUnusable(path: path, why: fault.message)
    }
  }

  /// Tells what a file says, and what is known of its state.
  func verify(file path: String, by trust: Trust, at now: Instant) throws -> ExitStatus {
    let octets = try readFile(path, limit: CheckedFile.limitBytes)
    switch try AuthenticFile(octets, trust: trust, at: now) {
    case .certificate(let checked): return try tell(checked)
    case .transcript(let checked): return try tell(checked)
    }
  }

  private func tell(_ checked: CheckedTranscript) throws -> ExitStatus {
    try show(checked) {
      let rows = checked.entries.map { entry in
        [
          entry.told.credential.number, entry.told.credential.title, entry.told.standing.rawValue,
          entry.status.word, entry.asOf?.text(fractionDigits: 0) ?? "never",
        ]
      }
      return ["The transcript of \(checked.record.holder) is authentic, with every certificate in it."]
        + checked.details.lines + [""]
        + Table(["NUMBER", "SCHEME", "THEN", "NOW", "KNOWN AS OF"], rows).lines(columns: surroundings.columns)
    }
    return checked.isOvertaken ? .conflict : .done
  }

  private func tell(_ checked: CheckedFile) throws -> ExitStatus {
    try show(checked) {
      ["Certificate \(checked.credential.number) is authentic\(checked.status.clause)."]
        + checked.details.lines + [checked.asOfSentence]
    }
    switch checked.status {
    case .inForce, .unknown: return .done
    case .suspended, .ended, .expired, .notYet: return .conflict
    }
  }
}

extension CheckedFile {
  fileprivate var details: Details {
    Details([
      ("holder", credential.holder), ("kind", credential.kind.word), ("scheme", credential.title),
      ("course", credential.course), ("session", "\(credential.session), \(words(credential.sessionDays))"),
      ("score", credential.score), ("issuer", credential.issuerName),
      ("valid from", credential.validFrom.text(fractionDigits: 0)),
      ("valid until", credential.validUntil?.text(fractionDigits: 0) ?? "no end"),
      ("credential", credential.address), ("form", form.rawValue),
    ])
  }

  fileprivate var asOfSentence: String {
    guard let asOf else { return "Its status is not known: no list of states that is trusted has it yet." }
    return "Status known as of \(asOf.text(fractionDigits: 0))."
  }
}

extension CheckedTranscript {
  fileprivate var details: Details {
    Details([
      ("holder", record.holder), ("issuer", record.issuerName),
      ("as of", record.asOf.text(fractionDigits: 0)),
      ("whole", record.isPartial ? "perhaps not: its issuer may know of more" : "yes, as of then"),
      ("identity", record.address), ("form", form.rawValue),
    ])
  }
}

extension KnownStatus {
  /// What follows "is authentic".
  fileprivate var clause: String {
    switch self {
    case .inForce: " and in force"
    case .unknown: ""
    case .suspended: ", but suspended"
    case .ended: ", but revoked or replaced"
    case .expired: ", but expired"
    case .notYet: ", but does not hold yet"
    }
  }
}

/// The file that says whom to trust cannot be used.
struct TrustFileUnusable: Explainable {
  let path: String
  let why: String

  var explanation: Explanation {
    Explanation(
      .unusable, "trust-file-unusable", "\(path) does not say whom to trust: \(why)",
      remedy: "name a file that certificate trust wrote", field: "trust")
  }
}
