/// A rule of the specification that a statement breaks, and where. The statement is refused with 400 Bad Request.
public struct StatementViolation: Error, Hashable, Sendable {
  /// The rule that is broken.
  public let rule: StatementRule
  /// JSON Pointer (RFC 6901) of the value that breaks it, from the root of the request; of a missing property, the
  /// object that lacks it.
  public let pointer: String
  /// The rule in words, with the property it speaks of. Never holds what the sender wrote.
  public let message: String
}

/// The kinds of rule that a statement can break; the raw value is the stable code.
public enum StatementRule: String, Sendable, CaseIterable {
  /// A value is of another JSON kind than the property asks; `null` outside extensions is one.
  case wrongType = "wrong-type"
  /// A required property is absent.
  case missingProperty = "missing-property"
  /// The specification knows no such property here; names are case-sensitive.
  case unknownProperty = "unknown-property"
  /// The value is none of those listed, exact case.
  case valueNotListed = "value-not-listed"
  /// No UUID of RFC 9562's variant in its 36-character form.
  case malformedUUID = "malformed-uuid"
  /// No absolute IRI (RFC 3987).
  case malformedIRI = "malformed-iri"
  /// No `mailto:` and address.
  case malformedMailbox = "malformed-mailbox"
  /// Not the hexadecimal digits of a digest.
  case malformedDigest = "malformed-digest"
  /// No date and time of RFC 3339.
  case malformedTimestamp = "malformed-timestamp"
  /// No duration of ISO 8601.
  case malformedDuration = "malformed-duration"
  /// No language tag of RFC 5646.
  case malformedLanguageTag = "malformed-language-tag"
  /// No Internet media type.
  case malformedMediaType = "malformed-media-type"
  /// No number of octets.
  case malformedLength = "malformed-length"
  /// A version that this edition does not know.
  case versionNotAllowed = "version-not-allowed"
  /// An actor has no identifier, or more than one.
  case identifierCount = "identifier-count"
  /// A group without identifier has no members.
  case membersMissing = "members-missing"
  /// An authority that is a group must be an anonymous one of two.
  case authorityNotAllowed = "authority-not-allowed"
  /// A SubStatement within a SubStatement.
  case nestedSubStatement = "nested-substatement"
  /// `scaled` outside −1 to 1, `raw` outside `min` to `max`, or `min` not below `max`.
  case scoreOutOfRange = "score-out-of-range"
  /// Interaction properties without `interactionType`.
  case interactionTypeMissing = "interaction-type-missing"
  /// Two interaction components of one list have the same id.
  case componentRepeated = "component-repeated"
  /// `revision` or `platform` though the object is no activity.
  case objectIsNoActivity = "object-is-no-activity"
  /// A list must have at least one element.
  case emptyList = "empty-list"
  /// A voiding statement's object is no StatementRef.
  case voidingWithoutReference = "voiding-without-reference"
  /// An attachment has no `fileUrl`, and its data was not sent.
  case attachmentDataMissing = "attachment-data-missing"
  /// A signature that is not of the media type, or cannot be checked, that the specification asks.
  case signatureNotUsable = "signature-not-usable"
  /// Two statements of one batch have the same id.
  case statementRepeated = "statement-repeated"
}

extension StatementViolation: CustomStringConvertible {
  /// Place and rule in one line: `/verb: A verb must have the property id.`
  public var description: String { pointer.isEmpty ? message : "\(pointer): \(message)" }
}
