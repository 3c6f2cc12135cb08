import JSON
import ProgramDriver
import Testing

/// “donor (aggregates of own funding only)”: who pays for a session is said, told and taken back at both doors, and a
/// donor is reported the sessions that it pays for.
@Suite struct FundingTests {
  @Test func aDonorIsReportedWhatItPaysFor() throws {
    try inEmptyFolder { program, folder in
      let server = try RunningServer(program)
      let connection = try server.connection(try Key.create(program))
      try prepare(program, folder)
      #expect(try enrolled(for: "DONOR-A", connection) == nil, "nobody pays yet")

      try program.succeed("session", "fund", "S-1", "--donor", "DONOR-A")
      let listed = try connection.send("GET", "/api/v1/sessions/S-1/funding").json
      #expect(listed["items"]?.elements.map { Array($0).count } == 1)
      #expect(try enrolled(for: "DONOR-A", connection) == ",6,0,6")
      #expect(try enrolled(for: "DONOR-B", connection) == nil)

      let sent = try connection.send("POST", "/api/v1/sessions/S-1/funding", json: #"{"donor": "DONOR-B"}"#)
      #expect(sent.status == 200, "\(sent.text)")
      #expect(try enrolled(for: "DONOR-B", connection) == ",6,0,6")
      #expect(try program.succeed("session", "funding", "S-1").text.contains("DONOR-B"))

      let ended = try connection.send("POST", "/api/v1/sessions/S-1/funding/DONOR-A/end", json: "{}")
      #expect(ended.status == 200, "\(ended.text)")
      try program.succeed("session", "unfund", "S-1", "--donor", "DONOR-B", "--reason", "entered by mistake")
      #expect(try enrolled(for: "DONOR-A", connection) == nil)
      #expect(try enrolled(for: "DONOR-B", connection) == nil)
      #expect(try program.run(["check"]).status == 0)
    }
  }

  @Test func whatIsNoDonorPaysForNothing() throws {
    try inEmptyFolder { program, folder in
      let server = try RunningServer(program)
      let connection = try server.connection(try Key.create(program))
      try prepare(program, folder)
      let typed = try program.run(["session", "fund", "S-1", "--donor", "MEMBER-A"])
      #expect(typed.status == 3 && typed.messages.contains("MEMBER-A is a member, not a donor"))
      let sent = try connection.send(
        "POST", "/api/v1/sessions/S-1/funding", json: #"{"donor": "MEMBER-A"}"#)
      #expect(sent.status == 422 && sent.text.contains("/donor"), "\(sent.text)")
      let untrue = try program.run(["session", "unfund", "S-1", "--donor", "DONOR-A"])
      #expect(untrue.status == 5 && untrue.messages.contains("does not pay"))
      let ended = try connection.send("POST", "/api/v1/sessions/S-1/funding/DONOR-A/end", json: "{}")
      #expect(ended.status == 409 && ended.text.contains("not-funded"), "\(ended.text)")
    }
  }

  /// Two donors, and a session in which six officers are enrolled.
  private func prepare(_ program: Program, _ folder: TemporaryFolder) throws {
    for donor in ["DONOR-A", "DONOR-B"] {
      try program.succeed(
        "organisation", "add", donor, "--kind", "donor", "--name", donor, "--from", "2020-01-01")
    }
    try program.succeed(
      "organisation", "add", "MEMBER-A", "--kind", "member", "--region", "ESA", "--name", "Member A",
      "--from", "2020-01-01")
    try program.succeed("catalogue", "add", "TTT", "--title", "Train the Trainers")
    let package = try folder.write("course.zip", Package.cmi5(0).zip)
    let imported = try program.succeed("import", package, "--catalogue", "TTT", "--json").json
    try program.succeed(
      "session", "plan", "S-1", "--course", imported["course"]?.string ?? "", "--mode", "tutored", "--from",
      "2026-03-01", "--to", "2026-03-31")
    try program.succeed("session", "open", "S-1")
    for number in 1...6 {
      let person = try program.succeed(
        "person", "add", "Officer \(number)", "--organisation", "MEMBER-A", "--from", "2020-01-01", "--json"
      ).json
      try program.succeed(
        "enrolment", "add", "--person", person["id"]?.string ?? "", "--session", "S-1")
    }
  }

  /// Enrolments, attendances and persons in the state enrolled, as the report made out to a donor counts them; nil where it
  /// has no such row.
  private func enrolled(for donor: String, _ connection: HTTPConnection) throws -> String? {
    let answer = try connection.send(
      "GET",
      "/api/v1/reports/certification?audience=donor&party=\(donor)&from=2020-01-01&to=2099-12-31"
        + "&format=csv&block=enrolments-by-state")
    guard answer.status == 200 else { throw DriverError("\(answer.status) \(answer.text)") }
    let row = answer.text.split(whereSeparator: \.isNewline).first { $0.hasPrefix("row,enrolled,") }
    return row?.split(separator: "\"").last.map(String.init)
  }
}
