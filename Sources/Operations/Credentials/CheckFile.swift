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
    do {
      let opened = try OpenedFile(octets)
      form = opened.form
      credential = try trust.credential(in: opened.token)
      try opened.requirePage(of: credential)
    } catch let fault as TokenFault {
      throw FileNotAuthentic(why: fault.message)
    } catch let fault as CredentialFault {
      throw FileNotAuthentic(why: fault.message)
    }
    (status, asOf) = trust.status(of: credential, at: now)
  }

  /// The longest file that is looked at, in octets.
  public static let limitBytes = 16 << 20
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
