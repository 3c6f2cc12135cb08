import JSON
import ProgramDriver

/// The records that a load needs: a course with a session, a scheme, and enrolments that have earned a certificate.
struct School {
  let program: Program

  init(_ program: Program, _ folder: TemporaryFolder) throws {
    self.program = program
    try program.succeed(
      "organisation", "add", "SECRETARIAT", "--kind", "secretariat", "--name", "Secretariat")
    try program.succeed(
      "organisation", "add", "MEMBER-A", "--kind", "member", "--region", "ESA", "--name", "Member A",
      "--from", "2020-01-01")
    try program.succeed("catalogue", "add", "TTT", "--title", "Train the Trainers")
    let package = try folder.write("first.zip", Package.cmi5(0).zip)
    let course = try text("course", in: program.succeed("import", package, "--catalogue", "TTT", "--json"))
    try program.succeed(
      "session", "plan", "ORIGIN-1", "--course", course, "--mode", "self-paced", "--from", "2026-03-01",
      "--to", "2026-03-31")
    try program.succeed("session", "open", "ORIGIN-1")
    try program.succeed(
      "scheme", "add", "ORIGIN-CERT", "--title", "Origin", "--issuer", "SECRETARIAT", "--course", course,
      "--kind", "achievement", "--minimum-score", "0.7", "--validity-months", "36")
  }

  /// A new officer's enrolment with a score that suffices for the scheme.
  func enrolment(number: Int) throws -> String {
    let person = try text(
      "id",
      in: program.succeed(
        "person", "add", "Officer \(number)", "--organisation", "MEMBER-A", "--role-level",
        "operational-manager", "--from", "2020-01-01", "--json"))
    let nomination = try text(
      "id",
      in: program.succeed(
        "nomination", "add", "--person", person, "--session", "ORIGIN-1", "--organisation", "MEMBER-A",
        "--json"))
    try program.succeed("nomination", "endorse", nomination)
    let enrolment = try text(
      "id", in: program.succeed("enrolment", "add", "--nomination", nomination, "--json"))
    try program.succeed("result", "record", enrolment, "--score", "85", "--max", "100")
    return enrolment
  }
}

/// The text under a name in what a command answered.
func text(_ name: String, in answer: Program.Answer) throws -> String {
  guard let text = try answer.json.member(named: name)?.string else {
    throw DriverError("no \(name) in \(answer.text)")
  }
  return text
}
