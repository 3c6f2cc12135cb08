import JSON
import Values
public import XAPI

/// What a learner prefers: the agent profile document `cmi5LearnerPreferences` (cmi5 §11.0).
public enum LearnerPreferences {
  /// The document's profileId.
  public static let profileID = "cmi5LearnerPreferences"

  /// The preferences of somebody who reads a language and said nothing of sound.
  public static func document(language: String) -> Document {
    var writer = JSONWriter()
    writer.object { json in
      json.member("languagePreference", language)
      json.member("audioPreference", "on")
    }
    return Document(contentType: "application/json", bytes: writer.bytes)
  }

  /// What is wrong with preferences; nil where they are as they must be: a JSON object, said to be one, whose
  /// languagePreference is “a comma-separated list of RFC 5646 Language Tags” (§11.1) and whose audioPreference is “on”
  /// or “off” (§11.2), both given.
  public static func flaw(of document: Document) -> String? {
    guard document.isJSON else { return "the preferences are not sent as application/json" }
    guard let object = object(in: document), object.members != nil else {
      return "the preferences are no JSON object"
    }
    guard let languages = object["languagePreference"], isLanguageList(languages) else {
      return "languagePreference is no list of language tags with commas between them"
    }
    guard let audio = object["audioPreference"], ["on", "off"].contains(audio.string) else {
      return "audioPreference is neither on nor off"
    }
    return nil
  }

  private static func object(in document: Document) -> JSONValue? {
    do {
      return try JSONDocument(document.bytes).root
    } catch {
      return nil
    }
  }

  private static func isLanguageList(_ value: JSONValue) -> Bool {
    guard let text = value.string else { return false }
    return text.utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).allSatisfy { tag in
      LanguageTag(String(decoding: tag.filter { $0 != 0x20 }, as: UTF8.self)) != nil
    }
  }
}
