import JSON
import Testing

@testable import CommandLine

/// What shells complete the names of things by, and the manual.
@Suite struct CompletionWordsTests {
  static let edition = """
    <standard-edition xmlns="urn:registrar:standard-edition:1" code="STD-1" framework="F" year="2026" state="draft">
      <title xml:lang="en">Standard</title>
      <item code="OM-1" level="operational-manager" kind="knowledge"><title xml:lang="en">An item</title></item>
    </standard-edition>
    """

  @Test func everyKindOfThingIsListedByItsOwnName() throws {
    let desk = try Desk()
    let scene = try Scene(desk)
    let result = desk.run("result", "record", scene.enrolment, "--score", "90", "--max", "100").name
    let assessor = desk.run("person", "add", "Assessor Example").name
    let assignment = desk.run("assignment", "add", "--assessor", assessor, "--session", "S-1").name
    let places = desk.run("words", "affiliation").output
    #expect(places.hasSuffix("\tAmina Example, KE\n"))
    try desk.write(Self.edition, to: "edition.xml")
    try #require(desk.run("standard", "add", "edition.xml").status == 0)
    let expected: [(NamedThing, String)] = [
      (.course, "Origin-of-goods\tOrigin of goods\n"), (.catalogue, "TTT\tTrain the Trainers\n"),
      (.standard, "STD-1\tStandard\n"), (.organisation, "KE\tKenya\nSEC\tSecretariat\n"),
      (.person, "\(scene.person)\tAmina Example\n\(assessor)\tAssessor Example\n"),
      (.session, "S-1\topen-for-nomination, 2026-03-02\n"),
      (.nomination, "\(scene.nomination)\tselected\n"), (.enrolment, "\(scene.enrolment)\tcompleted\n"),
      (.scheme, "TTT\tTrain the Trainers\n"), (.certificate, ""), (.key, ""),
      (.result, "\(result)\tpassed, 2026-03-02\n"), (.assignment, "\(assignment)\t\(assessor)\n"),
      (.item, "OM-1\tSTD-1, An item\n"),
    ]
    for (thing, words) in expected {
      let run = desk.run("words", thing.rawValue)
      #expect(run.status == 0, "\(thing): \(run.messages)")
      #expect(run.output == words, "\(thing)")
    }
  }

  /// Whatever has an identifier and a history is offered where the history is asked for.
  @Test func objectsOfTheHistoryAreListed() throws {
    let desk = try Desk()
    let scene = try Scene(desk)
    let offered = desk.run("words", "object").output.split(separator: "\n").map(String.init)
    let objects = try desk.run("history", "--json").output.split(separator: "\n").map {
      try JSONDocument(Array($0.utf8)).root["object"]?["id"]?.string ?? ""
    }
    #expect(offered.contains("\(scene.enrolment)\tenrolment, enrolled"))
    for id in Set(objects) {
      let known = offered.contains { $0.hasPrefix("\(id)\t") }
      let kind = desk.run("history", "--object", id, "--json").output
      #expect(known || kind.contains("\"catalogue\"") || kind.contains("\"course-version\""), "\(kind)")
    }
  }

  @Test(arguments: NamedThing.allCases)
  func whereThereAreNoRecordsNothingIsListedAndNothingIsMade(thing: NamedThing) throws {
    let desk = try Desk()
    let run = desk.run("words", thing.rawValue)
    #expect(run.status == 0)
    #expect(run.messages == "")
    #expect(run.output.isEmpty == (thing != .findingCode))
    #expect(!desk.exists("registrar-data"))
  }

  @Test func theManualIsPrintedOrWrittenIntoAFolder() throws {
    let desk = try Desk()
    let page = desk.run("manual", "session", "plan")
    #expect(page.status == 0)
    #expect(page.output.hasPrefix(".TH \"REGISTRAR\\-SESSION\\-PLAN\" \"1\" \"\" \"registrar 0.1\\-test\""))
    #expect(desk.run("manual", "--out", "man").status == 0)
    for name in ["registrar", "registrar-import", "registrar-session-plan"] {
      #expect(desk.exists("man/\(name).1"), "\(name)")
    }
    #expect(desk.run("manual", "sesion").status == 4)
  }

  @Test func theVersionIsToldWhateverElseIsTyped() throws {
    #expect(try Desk().run("--data", "elsewhere", "--version").output == "registrar 0.1-test\n")
  }
}
