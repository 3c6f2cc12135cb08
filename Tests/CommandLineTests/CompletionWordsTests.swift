import Testing

@testable import CommandLine

/// What shells complete the names of things by, and the manual.
@Suite struct CompletionWordsTests {
  @Test func everyKindOfThingIsListedByItsOwnName() throws {
    let desk = try Desk()
    let scene = try Scene(desk)
    let expected: [(NamedThing, String)] = [
      (.course, "Origin-of-goods\tOrigin of goods\n"), (.catalogue, "TTT\tTrain the Trainers\n"),
      (.standard, ""), (.organisation, "KE\tKenya\nSEC\tSecretariat\n"),
      (.person, "\(scene.person)\tAmina Example\n"), (.session, "S-1\topen-for-nomination, 2026-03-02\n"),
      (.nomination, "\(scene.nomination)\tselected\n"), (.enrolment, "\(scene.enrolment)\tenrolled\n"),
      (.scheme, "TTT\tTrain the Trainers\n"), (.certificate, ""), (.key, ""),
    ]
    for (thing, words) in expected {
      let run = desk.run("words", thing.rawValue)
      #expect(run.status == 0, "\(thing): \(run.messages)")
      #expect(run.output == words, "\(thing)")
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
