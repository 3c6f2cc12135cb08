public import Catalogue
import JSON
import Values
import XAPI

/// The address that a unit is launched by (cmi5 §8.1).
public struct LaunchURL: Sendable, Hashable {
  /// The unit's address, fully qualified, without what the launch adds (§9.6.3.4).
  public let unit: String

  /// The address of a unit whose package's files lie at a base, which ends without a slash.
  public init(of target: Launch.Target, filesAt base: String) {
    switch target {
    case .external(let url): unit = url.percentEncodedBeyondASCII
    case .file(let path, let suffix):
      unit = "\(base)/\(path.percentEncoded(keeping: "/"))\(suffix.percentEncodedBeyondASCII)"
    }
  }

  /// What a browser calls the origin of the unit's address: scheme, host, and a port that is not the scheme's own.
  public var origin: String {
    let octets = Array(unit.lowercased().utf8)
    guard let colon = octets.firstIndex(of: UInt8(ascii: ":")) else { return unit }
    let authority = octets.dropFirst(colon + 3).prefix { octet in
      ![UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#")].contains(octet)
    }
    let host = authority.lastIndex(of: UInt8(ascii: "@")).map { authority[($0 + 1)...] } ?? authority
    let scheme = String(decoding: octets[..<colon], as: UTF8.self)
    let ownPort = Array((scheme == "https" ? ":443" : ":80").utf8)
    let named = host.suffix(ownPort.count).elementsEqual(ownPort) ? host.dropLast(ownPort.count) : host
    return "\(scheme)://\(String(decoding: named, as: UTF8.self))"
  }

  /// The unit's address with the five parameters behind whatever query it has, before its fragment. “Each value for
  /// the associated names MUST be URL-encoded.”
  public func launching(
    _ launched: LaunchedUnit, endpoint: String, fetch: String
  ) -> String {
    let parameters = [
      ("endpoint", endpoint), ("fetch", fetch), ("actor", launched.actorParameter),
      ("registration", launched.registration.description), ("activityId", launched.activity),
    ]
    let added = parameters.map { "\($0.0)=\($0.1.percentEncoded())" }.joined(separator: "&")
    let octets = Array(unit.utf8)
    let end = octets.firstIndex(of: UInt8(ascii: "#")) ?? octets.endIndex
    let address = octets[..<end]
    return String(
      decoding: address + Array("\(LaunchURL.joint(behind: address))\(added)".utf8), as: UTF8.self)
      + String(decoding: octets[end...], as: UTF8.self)
  }

  /// What stands between an address and further parameters.
  private static func joint(behind address: ArraySlice<UInt8>) -> String {
    guard address.contains(UInt8(ascii: "?")) else { return "?" }
    return address.last == UInt8(ascii: "?") || address.last == UInt8(ascii: "&") ? "" : "&"
  }
}

extension LaunchedUnit {
  /// “A JSON object of objectType "Agent"” with an account (§8.1 actor, §9.2).
  fileprivate var actorParameter: String {
    var writer = JSONWriter()
    Actor.agent(Agent(identity: actor)).write(to: &writer)
    return writer.text
  }
}

extension String {
  /// Every octet but letters, digits, `-._~` and those kept as a percent sign and two digits (RFC 3986 §2.1).
  fileprivate func percentEncoded(keeping kept: String = "") -> String {
    percentEncoded { octet in
      switch Unicode.Scalar(octet) {
      case "a"..."z", "A"..."Z", "0"..."9", "-", ".", "_", "~": true
      default: kept.utf8.contains(octet)
      }
    }
  }

  /// An IRI as a URI: every octet that is not ASCII percent-encoded (RFC 3987 §3.1).
  fileprivate var percentEncodedBeyondASCII: String { percentEncoded { $0 > 0x20 && $0 < 0x7F } }

  private func percentEncoded(except isKept: (UInt8) -> Bool) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var encoded: [UInt8] = []
    for octet in utf8 {
      if isKept(octet) {
        encoded.append(octet)
      } else {
        encoded += [UInt8(ascii: "%"), digits[Int(octet >> 4)], digits[Int(octet & 15)]]
      }
    }
    return String(decoding: encoded, as: UTF8.self)
  }
}
