import Catalogue
import Enrolment
import Operations
import Testing
import Values

/// What statements decide of an activity: of a cmi5 unit only those that cmi5 defines (cmi5 §7.1.3, §9.3, §9.5), of a
/// SCORM item what verb and result claim.
@Suite struct DecidingStatementTests {
  /// A statement on the lesson: its verb, its result, whether it bears the category of cmi5.
  struct Row: Sendable, CustomTestStringConvertible {
    let verb: String
    let result: String
    let isDefined: Bool
    /// What the lesson's progress says after it, on a cmi5 and on a SCORM version.
    let cmi5: String
    let scorm: String

    var testDescription: String { "\(verb) {\(result)}\(isDefined ? ", cmi5 category" : "")" }

    init(_ verb: String, _ result: String, _ isDefined: Bool, cmi5: String, scorm: String) {
      (self.verb, self.result, self.isDefined) = (verb, result, isDefined)
      (self.cmi5, self.scorm) = (cmi5, scorm)
    }
  }

  static let rows = [
    Row("completed", "", true, cmi5: "completed", scorm: "completed"),
    Row("completed", "", false, cmi5: "started", scorm: "completed"),
    Row("passed", #""score": {"scaled": 0.8}"#, true, cmi5: "passed 0.8", scorm: "passed 0.8"),
    Row("passed", #""score": {"scaled": 0.8}"#, false, cmi5: "started", scorm: "passed 0.8"),
    Row("passed", #""score": {"scaled": 0.79}"#, true, cmi5: "failed 0.79", scorm: "failed 0.79"),
    Row("passed", "", true, cmi5: "passed", scorm: "passed"),
    Row("failed", "", true, cmi5: "failed", scorm: "failed"),
    Row("failed", "", false, cmi5: "started", scorm: "failed"),
    Row("passed", #""completion": true"#, true, cmi5: "passed", scorm: "completed passed"),
    Row("failed", #""success": true"#, true, cmi5: "failed", scorm: "passed"),
    Row("completed", #""success": true"#, true, cmi5: "completed", scorm: "completed passed"),
    Row("completed", #""score": {"scaled": 1}"#, true, cmi5: "completed", scorm: "completed passed 1"),
    Row("mastered", "", true, cmi5: "started", scorm: "passed"),
    Row("answered", #""success": false, "score": {"scaled": 0}"#, false, cmi5: "started", scorm: "failed 0"),
    Row("answered", #""success": true, "score": {"scaled": 1}"#, true, cmi5: "started", scorm: "passed 1"),
    Row("experienced", #""completion": true"#, false, cmi5: "started", scorm: "completed"),
    Row("experienced", #""completion": true"#, true, cmi5: "started", scorm: "completed"),
    Row("initialized", "", true, cmi5: "started", scorm: "started"),
  ]

  @Test(arguments: rows) func ofACmi5Unit(row: Row) throws {
    #expect(try progress(after: row, in: Scene(House())) == row.cmi5)
  }

  @Test(arguments: rows) func ofASCORMItem(row: Row) throws {
    let manifest = """
      <manifest identifier="test" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
          xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
        <metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
        <organizations default="o"><organization identifier="o"><title>Origin of goods</title>
          <item identifier="i" identifierref="r"><title>Lesson</title>
            <adlcp:masteryscore>80</adlcp:masteryscore></item></organization></organizations>
        <resources><resource identifier="r" type="webcontent" adlcp:scormtype="sco" href="index.html">
          <file href="index.html"/></resource></resources>
      </manifest>
      """
    let scene = try Scene(House(), files: ["imsmanifest.xml": manifest, "index.html": "<p>Lesson</p>"])
    #expect(try progress(after: row, in: scene) == row.scorm)
  }

  private func progress(after row: Row, in scene: Scene) throws -> String {
    try scene.send([
      scene.statement(verb: row.verb, result: row.result.isEmpty ? nil : row.result, isDefined: row.isDefined)
    ])
    #expect(try scene.house.registrar.check(databaseFaults: [], as: .owner).faults.isEmpty)
    let lesson = try scene.house.answer(ShowEnrolment(scene.enrolment)).progress.activities[scene.lesson]
    return lesson?.words ?? "nothing"
  }
}

extension ActivityProgress {
  /// `completed passed 0.8`; `started` where nothing else is known, `nothing` where not even that.
  var words: String {
    let facts = [
      completedAt.map { _ in "completed" }, success == .unknown ? nil : success.rawValue,
      score?.scaled?.description,
    ].compactMap(\.self)
    guard facts.isEmpty else { return facts.joined(separator: " ") }
    return startedAt == nil ? "nothing" : "started"
  }
}
