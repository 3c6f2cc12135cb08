import Catalogue
import Testing

@Suite struct CourseStructureTests {
  @Test func activitiesComeInDocumentOrderParentsFirst() {
    let structure = Example.structure([
      Example.node("1", [Example.node("1.1"), Example.node("1.2", [Example.node("1.2.1")])]),
      Example.node("2"),
    ])
    #expect(structure.allActivities.map(\.key) == ["1", "1.1", "1.2", "1.2.1", "2"])
    #expect(structure.assignables.map(\.key) == ["1.1", "1.2.1", "2"])
  }

  @Test func aCourseOfNothingHasNoActivities() {
    #expect(Example.structure([]).allActivities.isEmpty)
    #expect(Example.structure([]).assignables.isEmpty)
  }

  @Test func aHundredLevelsAreWalked() {
    let deepest = (1...100).reversed().reduce([]) { children, level in [Example.node("\(level)", children)] }
    #expect(Example.structure(deepest).allActivities.map(\.key) == (1...100).map(String.init))
    #expect(Example.structure(deepest).assignables.map(\.key) == ["100"])
  }
}
