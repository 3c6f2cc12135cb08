import Certification
import JSON
import Values

extension VerifiedCertificate {
  /// The same facts as the page, as one JSON object (`application/json`): days as `YYYY-MM-DD` with the zone they are
  /// meant in, the instant in UTC, texts by language tag. What is not known is left out.
  public var json: [UInt8] {
    var writer = JSONWriter(.indented)
    writer.object { object in
      object.member("code", code.description)
      object.member("number", number.text)
      object.member("state", state.rawValue)
      object.member("stateSince", stateSince?.description)
      object.member("inForce", isInForce)
      object.member("asOf", asOf.text(fractionDigits: 0))
      object.member("holder", holderErasedOn == nil ? facts.holder : nil)
      object.member("holderErasedOn", holderErasedOn?.description)
      object.member("kind", facts.kind.rawValue)
      object.member("scheme", facts.scheme)
      object.member("course", facts.course)
      object.member("session") { session in
        session.object { object in
          object.member("code", facts.session.text)
          object.member("from", facts.sessionDays.from.description)
          object.member("to", facts.sessionDays.to?.description)
        }
      }
      object.member("score", holderErasedOn == nil ? facts.score : nil)
      if !attested.isEmpty {
        object.member("attests") { json in
          json.array(attested) { json, item in
            json.object { object in
              object.member("item", item.name)
              object.member("says", item.titles)
              if let depth = item.depth { object.member("depth", depth) }
            }
          }
        }
      }
      object.member("issuer", facts.issuer)
      object.member("issuedOn", facts.issuedOn.description)
      object.member("validFrom", facts.firstDay.description)
      object.member("validTo", facts.lastDay?.description)
      object.member("timeZone", facts.timeZone)
      object.member("renews", renews?.text)
      object.member("renewedBy", renewedBy?.text)
    }
    return writer.bytes + [0x0A]
  }
}

extension JSONWriter {
  /// A member that holds a text's wordings by their language tag, in the text's own order.
  fileprivate mutating func member(_ name: String, _ text: LocalizedText) {
    member(name) { writer in
      writer.object { object in
        for variant in text.variants { object.member(variant.language.text, variant.text) }
      }
    }
  }
}
