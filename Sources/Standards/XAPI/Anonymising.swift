public import JSON

/// Makes somebody unknown in statements: one account takes the place of other identities, and names go.
///
/// Of a statement whose actor is the person, `response` goes and every text within the extensions of the result; what it
/// says of completion, success, score and duration stays. What came with it is no longer told of; of another statement about
/// the person that is its signature, which holds the person too. Everything else is as it was, but for white space.
public struct Anonymising: Sendable {
  private let replaced: Set<String>
  private let unnamed: Set<String>
  private let account: ActorIdentity
  private let clean: @Sendable (String) -> String

  /// - Parameters:
  ///   - replaced: identities in whose place the account comes; capitals part no mailboxes.
  ///   - unnamed: identities that stay and lose their names.
  ///   - clean: takes out of a text what tells who it is.
  public init(
    replaced: [ActorIdentity], unnamed: [ActorIdentity], by account: ActorIdentity,
    _ clean: @escaping @Sendable (String) -> String
  ) {
    self.replaced = Set(replaced.map(\.comparedText))
    self.unnamed = Set(unnamed.map(\.comparedText))
    self.account = account
    self.clean = clean
  }

  /// A statement as it is stored, with the person unknown; as it was where it tells of somebody else.
  public func statement(_ bytes: [UInt8]) throws(JSONError) -> [UInt8] {
    let root = try JSONDocument(bytes).root
    guard tells(root) else { return bytes }
    var writer = JSONWriter()
    writer.rewrite(root, keeping: { !$0.isNamed("attachments") || !kept(of: root).isEmpty }) {
      writer, member in
      guard member.isNamed("attachments") else { return write(member, of: root, to: &writer) }
      writer.array(kept(of: root)) { write($1, to: &$0) }
    }
    return writer.bytes
  }

  /// What is still told of what came with a statement.
  private func kept(of statement: JSONValue) -> [JSONValue] {
    let told = statement["attachments"]?.elements.map(Array.init) ?? []
    if statement["actor"]?.identityText.map(isPerson) ?? false { return [] }
    // Who vouches is no part of what is signed.
    let isAbout = statement.members?.contains { !$0.isNamed("authority") && tells($0.value) } ?? false
    return isAbout ? told.filter { !$0.isSignature } : told
  }

  /// Whether the person is anywhere within.
  private func tells(_ value: JSONValue) -> Bool {
    if let identity = value.identityText {
      return isPerson(identity) || value.members?.contains { tells($0.value) } ?? false
    }
    return value.members?.contains { tells($0.value) } ?? value.elements?.contains(where: tells) ?? false
  }

  private func isPerson(_ identity: String) -> Bool {
    replaced.contains(identity) || unnamed.contains(identity)
  }

  private func write(_ member: JSONMember, of whole: JSONValue, to writer: inout JSONWriter) {
    let isOwn = member.isNamed("result") && whole["actor"]?.identityText.map(isPerson) ?? false
    if isOwn { writeResult(member.value, to: &writer) } else { write(member.value, to: &writer) }
  }

  private func write(_ value: JSONValue, to writer: inout JSONWriter) {
    if let identity = value.identityText { return writeActor(value, identity, to: &writer) }
    switch value.kind {
    case .object: writer.rewrite(value) { write($1, of: value, to: &$0) }
    case .array: writer.eachOrItself(value) { write($1, to: &$0) }
    default: writeLeaf(value, to: &writer)
    }
  }

  private func writeLeaf(_ value: JSONValue, to writer: inout JSONWriter) {
    guard let text = value.string else { return writer.raw(value.raw) }
    let cleaned = clean(text)
    if cleaned == text { writer.raw(value.raw) } else { writer.string(cleaned) }
  }

  /// Of who is another, only the members of a group are looked at.
  private func writeActor(_ value: JSONValue, _ identity: String, to writer: inout JSONWriter) {
    let isReplaced = replaced.contains(identity)
    let isUnnamed = isReplaced || unnamed.contains(identity)
    writer.object { object in
      for member in value.members.map(Array.init) ?? [] {
        if isUnnamed, member.isNamed("name") { continue }
        if isReplaced, member.isIdentifier { continue }
        guard member.isNamed("member") else {
          object.member(member)
          continue
        }
        object.name("member")
        write(member.value, to: &object)
      }
      if isReplaced { account.writeProperty(to: &object) }
    }
  }

  private func writeResult(_ result: JSONValue, to writer: inout JSONWriter) {
    writer.rewrite(result, keeping: { !$0.isNamed("response") }) { writer, member in
      if member.isNamed("extensions") {
        writeUntold(member.value, to: &writer)
      } else {
        write(member.value, to: &writer)
      }
    }
  }

  /// Numbers and truths as they are, every text as one that says nothing.
  private func writeUntold(_ value: JSONValue, to writer: inout JSONWriter) {
    switch value.kind {
    case .object: writer.rewrite(value) { writeUntold($1.value, to: &$0) }
    case .array: writer.eachOrItself(value) { writeUntold($1, to: &$0) }
    case .string: writer.string("erased")
    default: writer.raw(value.raw)
    }
  }
}

extension JSONMember {
  fileprivate func isNamed(_ text: String) -> Bool { name.string.utf8.elementsEqual(text.utf8) }

  fileprivate var isIdentifier: Bool {
    ["mbox", "mbox_sha1sum", "openid", "account"].contains { isNamed($0) }
  }
}

extension JSONValue {
  /// Whether an attachment is a signature of its statement.
  fileprivate var isSignature: Bool {
    self["usageType"]?.string == "http://adlnet.gov/expapi/attachments/signature"
  }

  /// The identity of an agent or a group, as identities are compared here; nil of what is neither.
  fileprivate var identityText: String? {
    if let address = self["mbox"]?.string { return ActorIdentity.mailbox(address).comparedText }
    if let digest = self["mbox_sha1sum"]?.string { return ActorIdentity.mailboxDigest(digest).comparedText }
    if let address = self["openid"]?.string { return ActorIdentity.openID(address).comparedText }
    guard let page = self["account"]?["homePage"]?.string, let name = self["account"]?["name"]?.string else {
      return nil
    }
    return ActorIdentity.account(homePage: page, name: name).comparedText
  }
}

extension ActorIdentity {
  /// The canonical text; a mailbox and a digest in small letters.
  fileprivate var comparedText: String {
    switch self {
    case .mailbox(let text): ActorIdentity.mailbox(text.lowercased()).canonicalText
    case .mailboxDigest(let text): ActorIdentity.mailboxDigest(text.lowercased()).canonicalText
    case .openID, .account: canonicalText
    }
  }
}
