import Catalogue
import Testing
import Values

private func unit(
  _ identifier: String, title: String? = nil, moveOn: MoveOn = .completed, mastery: String? = nil,
  file: String = "a.html"
) -> ActivityNode {
  let launch = Launch(
    target: .file(path: file, suffix: ""), moveOn: moveOn, masteryScore: mastery.flatMap { ExactDecimal($0) })
  return ActivityNode(
    key: identifier, publisherIdentifier: identifier, title: LocalizedText(title ?? identifier),
    launch: launch)
}

private func block(_ identifier: String, _ children: [ActivityNode]) -> ActivityNode {
  ActivityNode(
    key: identifier, publisherIdentifier: identifier, title: LocalizedText(identifier), children: children)
}

private func course(_ activities: [ActivityNode]) -> CourseStructure {
  CourseStructure(
    format: .scorm12, publisherIdentifier: "M", title: LocalizedText("Course"),
    description: LocalizedText([]),
    languages: [], objectives: [], activities: activities)
}

@Suite struct StructureChangesTests {
  @Test(
    "What a new edition changes",
    arguments: [
      ("nothing", [unit("A"), unit("B")], [unit("A"), unit("B")], []),
      ("one more", [unit("A")], [unit("A"), unit("B")], ["B added"]),
      ("one less", [unit("A"), unit("B")], [unit("B")], ["A removed"]),
      (
        "one put in front", [unit("A"), unit("B"), unit("C")], [unit("C"), unit("A"), unit("B")], ["C moved"]
      ),
      ("into a block", [unit("A"), block("X", [])], [block("X", [unit("A")])], ["A moved"]),
      ("the same identifier twice, one gone", [unit("A"), unit("A")], [unit("A")], ["A removed"]),
      ("another title", [unit("A", title: "Old")], [unit("A", title: "New")], ["A renamed(from: \"Old\")"]),
      (
        "a mastery score", [unit("A", mastery: "0.7")], [unit("A", mastery: "0.8")],
        ["A masteryScore(from: Optional(0.7), to: Optional(0.8))"]
      ),
      (
        "another moveOn", [unit("A")], [unit("A", moveOn: .passed)],
        ["A moveOn(from: Optional(Catalogue.MoveOn.completed), to: Optional(Catalogue.MoveOn.passed))"]
      ),
      ("another file", [unit("A")], [unit("A", file: "b.html")], ["A target"]),
    ] as [(String, [ActivityNode], [ActivityNode], [String])])
  func changes(name: String, before: [ActivityNode], after: [ActivityNode], expected: [String]) {
    let changes = course(before).changes(to: course(after))
    #expect(changes.map { "\($0.activity) \($0.what)" } == expected)
  }
}
