import JSON
public import Values

extension Statement {
  /// The statement as it is stored and given back: what was sent, octet by octet, with what the record store adds
  /// (xAPI 1.0.3 Data 2.3.1, 2.4.1 and 2.4.6 to 2.4.10).
  ///
  /// - `id` and `timestamp` are added where they are absent; `stored` is always the store's own;
  /// - `authority` is the sender's if trusted and given, else the one passed here;
  /// - `version` is kept, else the edition's default;
  /// - a single context activity becomes an array of one, in a SubStatement too;
  /// - in xAPI 2.0, a timestamp with an offset is written as the same instant in UTC, its decimals kept.
  ///
  /// Only white space between the members of objects rewritten so may go. Linear in the statement.
  public func completed(
    id: UUID, stored: Instant, authority: Actor, trustingSender: Bool
  ) -> [UInt8] {
    var octets: [UInt8] = []
    octets.reserveCapacity(value.range.count + 400)
    var writer = JSONWriter(appendingTo: octets)
    let keepsAuthority = trustingSender && self.authority != nil
    writer.object { object in
      if self.id == nil { object.member("id", id.description) }
      for member in value.properties {
        switch member.name {
        case "stored": continue
        case "authority" where !keepsAuthority: continue
        default: write(member, to: &object)
        }
      }
      if timestamp == nil { object.member("timestamp", stored.description) }
      object.member("stored", stored.description)
      if !keepsAuthority { object.member("authority") { authority.write(to: &$0) } }
      if value["version"] == nil { object.member("version", version.statementDefault) }
    }
    return writer.bytes
  }

  /// A property of the statement or of its SubStatement.
  private func write(_ member: JSONMember, to object: inout JSONWriter) {
    switch member.name {
    case "timestamp" where version == .version2:
      object.name("timestamp")
      object.string(timestampInUTC(member.value))
    case "context" where member.value.hasSingleContextActivities:
      object.name("context")
      writeContext(member.value, to: &object)
    case "object" where member.value["objectType"]?.text.map({ $0 == "SubStatement" }) == true:
      object.name("object")
      object.object { subStatement in
        for member in member.value.properties { write(member, to: &subStatement) }
      }
    default: object.member(member)
    }
  }

  private func writeContext(_ context: JSONValue, to writer: inout JSONWriter) {
    writer.object { object in
      for member in context.properties {
        guard member.name == "contextActivities" else {
          object.member(member)
          continue
        }
        object.name("contextActivities")
        writeContextActivities(member.value, to: &object)
      }
    }
  }

  private func writeContextActivities(_ activities: JSONValue, to writer: inout JSONWriter) {
    writer.object { object in
      for member in activities.properties {
        guard member.value.kind == .object else {
          object.member(member)
          continue
        }
        object.member(member.name.string) { list in list.array { $0.raw(member.value.raw) } }
      }
    }
  }

  /// The timestamp as it was sent if that is RFC 3339 in UTC already; else its instant so, with the decimals as sent.
  private func timestampInUTC(_ value: JSONValue) -> String {
    let sent = value.string ?? ""
    let isInUTC = sent.utf8.last.map { $0 | 0x20 == UInt8(ascii: "z") } ?? false
    guard !isInUTC || Instant(sent) == nil,
      let instant = Instant(timestamp: Array(sent.utf8)[...], by: version)
    else { return sent }
    let decimals = sent.utf8.drop { $0 != UInt8(ascii: ".") }.prefix {
      $0 == UInt8(ascii: ".") || isDigit($0)
    }
    return String(instant.text(fractionDigits: 0).dropLast()) + String(decoding: decimals, as: UTF8.self)
      + "Z"
  }
}

extension JSONValue {
  /// The members of a part that validation has found to be an object.
  fileprivate var properties: JSONMembers {
    guard let members else { preconditionFailure("validated as an object") }
    return members
  }

  fileprivate var hasSingleContextActivities: Bool {
    self["contextActivities"]?.properties.contains { $0.value.kind == .object } == true
  }
}
