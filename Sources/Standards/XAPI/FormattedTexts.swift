import JSON
import Values

/// Strings whose form the specification fixes (xAPI 1.0.3 Data 4).
extension JSONValue {
  /// An absolute IRI, as it was sent (Data 4.3 and RFC 3987).
  func iri() throws(StatementViolation) -> String {
    let text = try words()
    guard text.withUTF8(isAbsoluteIRI) else { throw isNoIRI() }
    return text.string
  }

  /// Checks an IRI that nobody needs afterwards.
  func checkIRI() throws(StatementViolation) {
    guard try words().withUTF8(isAbsoluteIRI) else { throw isNoIRI() }
  }

  func isNoIRI() -> StatementViolation {
    breaks(.malformedIRI, "The value must be an absolute IRI, with its scheme.")
  }

  /// 36 characters, either case, RFC 9562's variant (Data 2.4.1 and 4.4).
  func uuid() throws(StatementViolation) -> UUID {
    guard let uuid = try words().withUTF8({ UUID($0) }), uuid.hasStandardVariant else {
      throw breaks(.malformedUUID, "The value must be a UUID of the standard variant.")
    }
    return uuid
  }

  /// A date and time in a form that the edition knows (Data 4.5).
  func instant(by version: XAPIVersion) throws(StatementViolation) -> Instant {
    guard let instant = Instant(timestamp: try words().utf8, by: version) else {
      throw breaks(.malformedTimestamp, "The value must be a date and time as in RFC 3339.")
    }
    return instant
  }

  /// ISO 8601 with designators (Data 4.6), as it was sent.
  func duration() throws(StatementViolation) -> String {
    let text = try words()
    guard text.withUTF8(isDuration) else {
      throw breaks(.malformedDuration, "The value must be an ISO 8601 duration such as PT4H35M59.14S.")
    }
    return text.string
  }

  /// RFC 5646, as it was sent.
  func languageTag() throws(StatementViolation) -> String {
    let text = try words()
    guard text.withUTF8(isLanguageTag) else {
      throw breaks(.malformedLanguageTag, "The value must be a language tag as in RFC 5646.")
    }
    return text.string
  }

  /// An object of language tags and strings (Data 4.2).
  func checkLanguageMap() throws(StatementViolation) {
    for member in try properties(of: "A language map") {
      guard member.name.withUTF8(isLanguageTag) else {
        throw member.value.breaks(.malformedLanguageTag, "The keys of a language map must be language tags.")
      }
      _ = try member.value.words()
    }
  }

  /// An object of IRIs and anything at all, `null` included (Data 4.1).
  func checkExtensions() throws(StatementViolation) {
    for member in try properties(of: "Extensions") where !member.name.withUTF8(isAbsoluteIRI) {
      throw member.value.breaks(.malformedIRI, "The keys of extensions must be absolute IRIs.")
    }
  }
}
