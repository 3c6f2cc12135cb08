import Catalogue
import Testing
import Values

/// Blocks and the course, with the units that satisfy them (cmi5 §9.3.9).
@Suite struct ActivityGroupTests {
  @Test func everyGroupStandsBehindThoseThatItHolds() {
    let inner = block("block-2", [unit("2"), unit("3")])
    let course = structure([unit("1"), block("block-1", [inner, unit("4")]), block("block-3", [unit("5")])])
    #expect(
      course.groups == [
        ActivityGroup(key: "block-2", publisherIdentifier: "urn:block-2", units: ["2", "3"]),
        ActivityGroup(key: "block-1", publisherIdentifier: "urn:block-1", units: ["2", "3", "4"]),
        ActivityGroup(key: "block-3", publisherIdentifier: "urn:block-3", units: ["5"]),
        ActivityGroup(key: nil, publisherIdentifier: "urn:course", units: ["1", "2", "3", "4", "5"]),
      ])
  }

  @Test func aGroupWithoutUnitsIsNone() {
    #expect(structure([block("block-1", [])]).groups.isEmpty)
    #expect(structure([unit("1")]).groups.map(\.key) == [nil])
  }

  private func structure(_ activities: [ActivityNode]) -> CourseStructure {
    CourseStructure(
      format: .cmi5, publisherIdentifier: "urn:course", title: LocalizedText("C"),
      description: LocalizedText([]), languages: [], objectives: [], activities: activities)
  }

  private func block(_ key: String, _ children: [ActivityNode]) -> ActivityNode {
    ActivityNode(key: key, publisherIdentifier: "urn:\(key)", title: LocalizedText(key), children: children)
  }

  private func unit(_ key: String) -> ActivityNode {
    ActivityNode(
      key: key, publisherIdentifier: "urn:\(key)", title: LocalizedText(key),
      launch: Launch(target: .file(path: "index.html", suffix: ""), moveOn: .completed))
  }
}
