internal import Cryptography
public import JSON
public import Values

/// What is needed to verify certificates where there is no network: whose keys are trusted, and a snapshot of states.
///
/// Whoever takes it has to get it from somebody they trust: it says itself whom to trust.
public struct TrustFile: Sendable {
  /// The version of the form of the file.
  private static let form: Int64 = 1
  /// The longest file that is read, in octets.
  public static let limitBytes = 64 << 20

  public let madeAt: Instant
  /// The tokens of the lists, octet by octet as they were signed.
  public let statusTokens: [[UInt8]]
  /// The keys, and the lists, found to be signed by one of them.
  public let trust: Trust

  /// Throws where a list is not signed by one of the keys, or by the key of another house than its own.
  public init(madeAt: Instant, keys: TrustedKeys, statusTokens: [[UInt8]]) throws {
    self.madeAt = madeAt
    self.statusTokens = statusTokens
    let lists = try statusTokens.map { octets in
      let token = try SignedToken(octets)
      try token.requireSigned(by: keys)
      let list = try StatusList(token)
      guard let house = Trust.house(ofKey: token.keyName), list.address.hasPrefix(house),
        list.issuer.hasPrefix(house)
      else { throw CredentialFault.keyOfOther }
      return list
    }
    trust = Trust(keys: keys, lists: lists)
  }

  public func json() throws -> [UInt8] {
    var writer = JSONWriter(.indented)
    try writer.object { json in
      json.member("registrarTrust", TrustFile.form)
      json.member("madeAt", madeAt.text(fractionDigits: 0))
      try json.member("keySet") { try trust.keys.write(in: &$0) }
      json.member("statusLists") { json in
        json.array(statusTokens) { $0.string(String(decoding: $1, as: UTF8.self)) }
      }
    }
    return writer.bytes + [0x0A]
  }

  /// Reads a trust file; throws the `TrustFault` that says why it is none.
  public init(json octets: [UInt8]) throws {
    let document: JSONDocument
    do {
      document = try JSONDocument(
        octets, limits: JSONLimits(sizeBytes: TrustFile.limitBytes))
    } catch {
      throw TrustFault.notJSON(error)
    }
    let root = document.root
    guard root["registrarTrust"]?.number?.int64 == TrustFile.form else { throw TrustFault.otherForm }
    guard let madeAt = root["madeAt"]?.string.flatMap({ Instant($0) }) else {
      throw TrustFault.unusable("madeAt")
    }
    guard let keys = root["keySet"].flatMap(TrustedKeys.init) else { throw TrustFault.unusable("keySet") }
    guard let lists = root["statusLists"]?.elements else { throw TrustFault.unusable("statusLists") }
    do {
      try self.init(
        madeAt: madeAt, keys: keys, statusTokens: lists.map { Array(($0.string ?? "").utf8) })
    } catch let fault as TokenFault {
      throw TrustFault.list(fault.message)
    } catch let fault as CredentialFault {
      throw TrustFault.list(fault.message)
    }
  }
}

/// Why a file says nothing of whom to trust.
public enum TrustFault: Error, Hashable, Sendable {
  case notJSON(JSONError)
  /// It is JSON, and no trust file of a form that is read here.
  case otherForm
  case unusable(String)
  /// A list of states is not what it has to be.
  case list(String)

  /// What is wrong, in a sentence.
  public var message: String {
    switch self {
    case .notJSON(let error):
      "it is no JSON, at line \(error.line), column \(error.column): \(error.reason.message)"
    case .otherForm: "it is not a file that certificate trust writes"
    case .unusable(let name): "its member \(name) cannot be used"
    case .list(let why): "a list of states in it cannot be trusted: \(why)"
    }
  }
}
