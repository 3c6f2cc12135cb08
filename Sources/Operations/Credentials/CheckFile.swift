internal import Certificates
internal import Cryptography
public import OpenBadges
public import Values

/// A certificate's file that was found to be authentic.
public struct CheckedFile: Sendable {
  /// The forms that a certificate leaves the house in.
  public enum Form: String, Sendable, CaseIterable {
    case jwt = "vc-jwt"
    case json = "vc-json"
    case pdf
  }

  public let form: Form
  public let credential: AchievementCredential
  public let status: KnownStatus
  /// As of when the state is known; nil where it is not.
  public let asOf: Instant?

  /// Verifies a file against what is trusted, at an instant. It needs neither records nor a network.
  ///
  /// - Throws: `FileNotAuthentic` where anything of it is not as it was signed.
  public init(_ octets: [UInt8], trust: Trust, at now: Instant) throws {
    try self.init(OpenedFile(octets), trust: trust, at: now)
  }

  fileprivate init(_ opened: OpenedFile, trust: Trust, at now: Instant) throws {
    form = opened.form
    credential = try FileNotAuthentic.telling {
      let credential = try trust.credential(in: opened.token)
      try opened.requirePage(of: credential)
      return credential
    }
    (status, asOf) = trust.status(of: credential, at: now)
  }

  /// The longest file that is looked at, in octets.
  public static let limitBytes = 16 << 20
}

/// A transcript's file that was found to be authentic, with every certificate in it.
public struct CheckedTranscript: Sendable {
  /// A certificate in it, and what is known of its state.
  public struct Entry: Sendable {
    /// What the transcript says of it, and what was signed.
    public let told: LearnerRecord.Entry
    public let status: KnownStatus
    /// As of when the state is known; nil where it is not.
    public let asOf: Instant?
  }

  public let form: CheckedFile.Form
  public let record: LearnerRecord
  public let entries: [Entry]

  /// Whether something in it holds no longer that held as of the transcript, or it tells of what is yet to come.
  public let isOvertaken: Bool

  fileprivate init(_ opened: OpenedFile, trust: Trust, at now: Instant) throws {
    let record = try FileNotAuthentic.telling { try trust.learnerRecord(in: opened.token) }
    entries = record.entries.map { told in
      let (status, asOf) = trust.status(of: told.credential, at: now)
      return Entry(told: told, status: status, asOf: asOf)
    }
    (form, self.record) = (opened.form, record)
    isOvertaken = now < record.asOf || entries.contains(where: \.isOvertaken)
  }
}

extension CheckedTranscript.Entry {
  /// An end that was foreseen is no surprise: the certificate says it itself.
  fileprivate var isOvertaken: Bool {
    switch status {
    case .ended: true
    case .suspended: told.standing == .issued
    case .inForce, .unknown, .expired, .notYet: false
    }
  }
}

/// What a file was found to be.
public enum AuthenticFile: Sendable {
  case certificate(CheckedFile)
  case transcript(CheckedTranscript)

  /// Verifies a file against what is trusted, at an instant, as `CheckedFile` does.
  public init(_ octets: [UInt8], trust: Trust, at now: Instant) throws {
    let opened = try OpenedFile(octets)
    let isTranscript = try FileNotAuthentic.telling {
      try opened.form != .pdf && SignedToken(opened.token).isOfLearnerRecord
    }
    self =
      isTranscript
      ? .transcript(try CheckedTranscript(opened, trust: trust, at: now))
      : .certificate(try CheckedFile(opened, trust: trust, at: now))
  }
}

/// A file, taken apart.
private struct OpenedFile {
  let form: CheckedFile.Form
  let token: [UInt8]
  /// The page that the token is attached to; nil in other forms.
  private let attached: AttachedCredential?

  init(_ octets: [UInt8]) throws {
    if octets.starts(with: Array("%PDF-".utf8)) {
      guard let attached = AttachedCredential(file: octets) else {
        throw FileNotAuthentic(why: "it is a PDF, but not one that a certificate was handed out as")
      }
      (form, token, self.attached) = (.pdf, attached.token, attached)
    } else if octets.first == UInt8(ascii: "{") {
      guard let token = EnvelopedCredential.token(in: octets) else {
        throw FileNotAuthentic(why: "it is JSON, but not in the one form that a certificate has")
      }
      (form, self.token, attached) = (.json, token, nil)
    } else {
      (form, token, attached) = (.jwt, octets, nil)
    }
  }

  /// Throws unless the page is one that the credential names, in its language.
  func requirePage(of credential: AchievementCredential) throws {
    guard let attached else { return }
    let digest = try SHA256.digest(of: attached.page)
    guard
      credential.pages.contains(where: {
        $0.digest == digest.octets
          && $0.address.utf8.elementsEqual("\(credential.address)/pages/\(attached.language)".utf8)
      })
    else { throw FileNotAuthentic(why: "its page is not the one that the credential in it names") }
  }
}

/// A file is not a certificate, or transcript, as it was issued by somebody who is trusted: altered, forged, or something else.
public struct FileNotAuthentic: Explainable, Hashable {
  /// What of it shows that, as the end of a sentence.
  public let why: String

  /// What is found out by reading what was signed; every fault of it is told.
  fileprivate static func telling<Found>(_ read: () throws -> Found) throws -> Found {
    do {
      return try read()
    } catch let fault as TokenFault {
      throw FileNotAuthentic(why: fault.message)
    } catch let fault as CredentialFault {
      throw FileNotAuthentic(why: fault.message)
    }
  }

  public var explanation: Explanation {
    Explanation(
      .unusable, "certificate-not-authentic", "this is no authentic certificate: \(why)",
      remedy:
        "ask whoever it came from for the file as it was issued, or verify the code that is printed on it")
  }
}
