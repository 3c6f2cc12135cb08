import People
import Testing

/// What tells who somebody is, is taken out of texts as whole words, and nothing beside it.
@Suite struct TellingWordsTests {
  private static let words = TellingWords([
    "Amina Example", "Amina Example Other", "Ali", "amina@example.org", "山田太郎",
  ])

  @Test(
    "texts without what tells",
    arguments: [
      ("Amina Example asked", "erased asked"),
      ("of amina EXAMPLE.", "of erased."),
      ("Amina Example Other left", "erased left"),
      ("mailto:amina@example.org", "mailto:erased"),
      ("(Amina Example, amina@example.org)", "(erased, erased)"),
      ("山田太郎", "erased"),
      ("Amina Examples", "Amina Examples"),
      ("Xamina example", "Xamina example"),
      ("amina@example.organic", "amina@example.organic"),
      ("éAmina Example", "éAmina Example"),
      ("Ali is a word of one", "Ali is a word of one"),
      ("Amina  Example", "Amina  Example"),
      ("", ""),
    ])
  func removed(text: String, expected: String) {
    #expect(Self.words.removed(from: text) == expected)
  }

  @Test(
    "a name of one word in Latin letters tells nobody from a word",
    arguments: [("Ali", false), ("A B", true), ("a@b", true), ("李", false), ("李明", true), ("", false)])
  func tells(name: String, expected: Bool) {
    #expect(TellingWords.tells(name) == expected)
  }
}
