public import Values
public import XML

/// What is worth knowing of a LOM record (IMS MD 1.2 or IEEE 1484.12), read so that it can never fail.
///
/// Elements count by local name in any case and any namespace, since records in the wild misspell both; everything
/// that is not understood is passed over.
public struct LearningObjectMetadata: Sendable, Hashable {
  /// `general.title`, in each language.
  public let title: LocalizedText
  /// `general.description`, in each language.
  public let description: LocalizedText
  /// `general.language`: the languages of the content.
  public let languages: [LanguageTag]

  /// Reads the record within a `metadata` element; all is empty where there is none.
  public init(in metadata: XMLElement?) {
    let general = metadata?.lenientChild("lom")?.lenientChild("general")
    title = LearningObjectMetadata.text(general?.lenientChild("title"))
    description = LearningObjectMetadata.text(general?.lenientChild("description"))
    var tags: [LanguageTag] = []
    for element in general.map({ Array($0.children) }) ?? []
    where lowercased(element.localName.utf8) == "language" {
      guard let tag = languageTag(element.text), !tags.contains(tag) else { continue }
      tags.append(tag)
    }
    languages = tags
  }

  /// The strings of a LOM text: `langstring` in the older records, `string` in the newer ones.
  private static func text(_ element: XMLElement?) -> LocalizedText {
    guard let element else { return LocalizedText([]) }
    let older = element.localizedText(of: "langstring")
    return older.variants.isEmpty ? element.localizedText(of: "string") : older
  }
}

extension XMLElement {
  /// The first child of a local name, in any case of letters and any namespace.
  fileprivate func lenientChild(_ name: String) -> XMLElement? {
    children.first { lowercased($0.localName.utf8).utf8.elementsEqual(name.utf8) }
  }
}
