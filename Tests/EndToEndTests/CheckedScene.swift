import Files
import JSON
import ProgramDriver
import SQLite
import Testing

/// Two officers who passed. Certificate TTT-…-000001 of the first holds; of scheme DONE the first one was replaced; the
/// second officer's under AGAIN was revoked and awarded again.
struct CheckedScene {
  let program: Program
  private(set) var kept = Keepsakes([:])
  private let original: [UInt8]

  private let note: [UInt8]

  private var database: String { "\(program.data)/records.sqlite" }

  /// - Parameter statements: how many statements are stored as well, each of a learner of its own.
  init(_ program: Program, _ folder: TemporaryFolder, statements: Int = 0) throws {
    self.program = program
    let package = try folder.write("course.zip", Package.cmi5().zip)
    func type(_ words: [String], _ path: String...) throws -> String {
      let answer = try program.run(words + ["--json"])
      guard answer.status == 0 else { throw DriverError("\(words): \(answer.messages)\(answer.text)") }
      return try path.isEmpty ? "" : answer.json.text(at: "/" + path.joined(separator: "/")) ?? ""
    }
    for words in CheckedScene.setting { _ = try type(words) }
    _ = try type(["import", package, "--code", "ORIGIN"])
    for words in CheckedScene.delivery { _ = try type(words) }
    let people = try ["A", "B"].map { letter in
      try type(
        ["person", "add", "Officer \(letter)", "--organisation", "MEMBER-A", "--from", "2020-01-01"], "id")
    }
    let nomination = try type(
      ["nomination", "add", "--person", people[0], "--session", "S-1", "--organisation", "MEMBER-A"], "id")
    _ = try type(["nomination", "endorse", nomination])
    let enrolments = [
      try type(["enrolment", "add", "--nomination", nomination], "id"),
      try type(["enrolment", "add", "--person", people[1], "--session", "S-1"], "id"),
    ]
    let results = try enrolments.map { enrolment in
      try type(["result", "record", enrolment, "--score", "9", "--max", "10"], "result", "id")
    }
    func award(_ enrolment: String, _ scheme: String) throws -> String {
      try type(["certificate", "award", enrolment, "--scheme", scheme], "number")
    }
    let number = try award(enrolments[0], "TTT")
    let replaced = try award(enrolments[0], "DONE")
    let done = try type(["certificate", "replace", replaced, "--reason", "lost"], "number")
    let revoked = try award(enrolments[1], "AGAIN")
    _ = try type(["certificate", "revoke", revoked, "--reason", "an error"])
    let year = number.split(separator: "-")[1]
    kept = Keepsakes([
      "enrolmentA": enrolments[0], "nomination": nomination, "result": results[0], "number": number,
      "replaced": replaced, "done": done, "again": try award(enrolments[1], "AGAIN"),
      "beyond": "TTT-\(year)-000007", "ofSeries": "TTT-\(year)-6FQ0W4-000001",
    ])
    if statements > 0 { try CheckedScene.store(statements, program) }
    original = try File.read("\(program.data)/records.sqlite", limit: 1 << 24)
    note = try File.read("\(program.data)/records.sqlite.head", limit: 4096)
  }

  private static func store(_ count: Int, _ program: Program) throws {
    let server = try RunningServer(program)
    let connection = try server.connection(Key.create(program))
    for number in 1...count {
      let statement = """
        {"id": "00000000-0000-4000-8000-00000000000\(number)", "actor": {"mbox": "mailto:\(number)@example.org"},
        "verb": {"id": "x:did"}, "object": {"id": "x:it"}}
        """
      let answer = try connection.send("POST", "/xapi/statements", json: statement, [xapiVersion])
      guard answer.status == 200 else { throw DriverError(answer.text) }
    }
    _ = try server.stop()
  }

  /// Makes the records those of a version before seals, which are sealed as they are found.
  func forgetSeals() throws {
    let named = try Connection.openWriter(at: database, creatingIfMissing: false)
      .all("SELECT digest FROM certificate_page UNION SELECT digest FROM original_archive") { try $0.text(0) }
    // The steps behind that of the seals are taken anew too: what they laid is removed, and the files that it named.
    try damage(
      """
      DROP TABLE person_erasure;
      DROP TABLE onward_training_helper; DROP TABLE onward_training; DROP TABLE commitment;
      DROP TABLE evaluation_mark; DROP TABLE evaluation_answer; DROP TABLE evaluation;
      ALTER TABLE session_funding DROP COLUMN programme; ALTER TABLE session_funding DROP COLUMN seats;
      DROP TABLE funding_target; DROP TABLE funding_programme; DROP TABLE party_group;
      DROP TABLE affiliation_end;
      DROP TABLE seal; DROP TABLE statement_segment; DROP TABLE statement_tail; DROP INDEX certificate_taken_back;
      DROP TABLE certificate_page; DROP TABLE signed_credential; DROP TABLE status_place; DROP TABLE status_list;
      DROP TABLE unsigned_certificate; DROP TABLE credential_key;
      DROP TABLE observed_result; DROP TABLE observation_transition; DROP TABLE observation_mark;
      DROP TABLE accreditation_transition; DROP TABLE mission; DROP TABLE accreditation; DROP TABLE expert_release;
      DROP TABLE observation; DROP TABLE rubric_anchor; DROP TABLE rubric_criterion; DROP TABLE rubric_version;
      DROP TABLE rubric;
      DROP TABLE expert_pool_conversion; DROP TABLE expert_pool_stage; DROP TABLE expert_pool_version;
      DROP TABLE expert_pool;
      DROP TABLE defined_report_run; DROP TABLE defined_report; DROP INDEX certificate_by_last_day;
      DROP TABLE issued_report_document; DROP TABLE issued_report;
      DROP TRIGGER certificate_alone_when_issued; DROP TRIGGER certificate_alone_when_changed;
      DROP INDEX certificate_in_force;
      CREATE UNIQUE INDEX certificate_in_force ON certificate (person, scheme) WHERE state IN ('issued', 'suspended');
      DROP INDEX certificate_renewing; DROP TABLE certificate_reminder; DROP TABLE certificate_notice; DROP INDEX certificate_ending;
      ALTER TABLE certificate DROP COLUMN renews; ALTER TABLE certificate DROP COLUMN first_day;
      ALTER TABLE scheme_version DROP COLUMN renewal_opens; ALTER TABLE scheme_version DROP COLUMN renewal_grace;
      ALTER TABLE scheme_version DROP COLUMN renewal_course;
      ALTER TABLE scheme_version DROP COLUMN renewal_attainment;
      DROP TABLE award_proposal; DROP TABLE involvement;
      DROP TABLE scheme_separation; DROP TABLE scheme_claim; DROP TABLE scheme_stage; DROP TABLE stage_waiver; DROP TABLE standard_depth;
      ALTER TABLE assessment_result DROP COLUMN is_proctored;
      ALTER TABLE scheme_version DROP COLUMN minimum_trust; ALTER TABLE scheme_version DROP COLUMN deciding_persons;
      DROP TABLE scheme_prerequisite; DROP TABLE original_archive;
      ALTER TABLE activity DROP COLUMN kind; ALTER TABLE activity DROP COLUMN details;
      ALTER TABLE course_version DROP COLUMN details;
      DROP TABLE upload; DROP TABLE external_tool_transition; DROP INDEX course_version_of_variant; ALTER TABLE course_version DROP COLUMN variant;
      DELETE FROM migration WHERE number >= (SELECT number FROM migration WHERE name LIKE '%seals')
      """)
    for file in named {
      try File.remove("\(program.data)/objects/\(file.prefix(2))/\(file.dropFirst(2))")
    }
    try File.remove("\(database).head")
  }

  func damage(_ script: String) throws {
    let connection = try Connection.openWriter(at: database, creatingIfMissing: false)
    try connection.run(script: script)
  }

  func restore() throws {
    for path in ["\(database)-wal", "\(database)-shm"] where try FileStatus.ifPresent(at: path) != nil {
      try File.remove(path)
    }
    try File.replace(database, with: original)
    try File.replace("\(database).head", with: note)
  }

  private static let setting = [
    ["organisation", "add", "SEC", "--kind", "secretariat", "--name", "Secretariat", "--from", "2020-01-01"],
    [
      "organisation", "add", "MEMBER-A", "--kind", "member", "--region", "ESA", "--name", "A", "--from",
      "2020-01-01",
    ],
  ]

  private static let delivery =
    [
      ["course", "publish", "ORIGIN", "--passing-score", "0.7"],
      [
        "session", "plan", "S-1", "--course", "ORIGIN", "--mode", "tutored", "--capacity", "2", "--from",
        "2026-03-01", "--to", "2026-03-31",
      ],
      ["session", "open", "S-1"],
    ]
    + [("TTT", "achievement"), ("DONE", "completion"), ("AGAIN", "achievement")].map { code, kind in
      [
        "scheme", "add", code, "--title", code, "--issuer", "SEC", "--course", "ORIGIN", "--kind", kind,
        "--validity-months", "36",
      ]
    }
}
