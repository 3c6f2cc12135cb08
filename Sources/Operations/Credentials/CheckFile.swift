public import OpenBadges
public import Values

/// A certificate's file that was found to be authentic.
public struct CheckedFile: Sendable {
  /// The forms that a certificate leaves the house in.
  public enum Form: String, Sendable, CaseIterable {
    case jwt = "vc-jwt"
    case json = "vc-json"
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
    do {
      let token: [UInt8]
      (form, token) = try CheckedFile.opened(octets)
      credential = try trust.credential(in: token)
    } catch let fault as TokenFault {
      throw FileNotAuthentic(why: fault.message)
    } catch let fault as CredentialFault {
      throw FileNotAuthentic(why: fault.message)
    }
    (status, asOf) = trust.status(of: credential, at: now)
  }

  /// The token that the file carries.
  private static func opened(_ octets: [UInt8]) throws -> (Form, [UInt8]) {
    guard octets.first == UInt8(ascii: "{") else { return (.jwt, octets) }
    guard let token = EnvelopedCredential.token(in: octets) else {
      throw FileNotAuthentic(why: "it is JSON, but not in the one form that a certificate has")
    }
    return (.json, token)
  }

  /// The longest file that is looked at, in octets.
  public static let limitBytes = 16 << 20
}

/// A file is not a certificate as it was issued by somebody who is trusted: altered, forged, or something else.
public struct FileNotAuthentic: Explainable, Hashable {
  /// What of it shows that, as the end of a sentence.
  public let why: String

  public var explanation: Explanation {
    Explanation(
      .unusable, "certificate-not-authentic", "this is no authentic certificate: \(why)",
      remedy:
        "ask whoever it came from for the file as it was issued, or verify the code that is printed on it")
  }
}
