@testable import CommandLine
@testable import HTTPEndpoint
import Arguments
import Operations
import People
import ProgramDriver
import Testing

/// The table of rights, held against every route and every command.
@Suite struct RightsWalkTests {
  @Test func everyRowIsWhole() {
    for row in RightsTable.rows {
      for role in Role.allCases {
        #expect(row.verdict(for: role, isOwn: true) != nil, "\(row)")
        #expect(row.verdict(for: role, isOwn: false) != nil, "\(row)")
      }
    }
  }

  /// A route without a row has no rights that anybody wrote down.
  @Test func everyRouteHasARow() {
    let written = Set(RightsTable.rows.compactMap(\.route))
    let routes = RouteTable.shared.routes.filter { $0.access != .anyone }.map {
      "\($0.method) \($0.pattern.text)"
    }
    #expect(Set(routes) == written)
  }

  /// A command without a row neither, but for those that are the folder's owner's own, or public.
  @Test func everyCommandHasARow() {
    let written = Set(RightsTable.rows.map(\.command))
    let commands = Entry.all.flatMap(\.commands).map { $0.words.joined(separator: " ") }
    #expect(
      Set(commands).subtracting(written) == [
        "serve", "explain", "verify", "certificate trust", "demo generate", "demo prepare", "completions",
        "manual", "words",
        "backup", "restore", "migrate", "settings check", "settings unit",
      ])
    #expect(written.filter { !$0.hasPrefix("(") }.isSubset(of: commands))
  }

  /// “every route × role × own/other Member × object”, over HTTP.
  @Test(arguments: Role.allCases)
  func everyRouteAsARole(_ role: Role) throws {
    let house = try RightsHouse()
    let sides = try TwoSides(house)
    let key = try sides.key(role)
    try walk(sides, role, key.principal) { row, subject in
      guard let route = row.route else { return nil }
      let answer = try send(route, row, subject, house, key.key)
      let place = "\(row): \(answer.status) \(answer.text)"
      if answer.status >= 400 { expectNothingOfTheOtherSide(in: answer.text, sides, place) }
      switch answer.status {
      case 200, 201, 409: return .allowed
      case 403: return .notPermitted
      // A request for more with no mark of where to go on: what may not be asked is refused before.
      case 400 where route == "GET /xapi/statements/more": return .allowed
      case 422 where answer.text.contains("roster.beyond-own"): return .notPermitted
      // Of a table, a row names what is not there.
      case 422 where answer.text.contains("records.row.refused"): return .notFound
      case 404: return .notFound
      default:
        Issue.record("\(place)")
        return nil
      }
    }
  }

  /// “every command × role × own/other Member × object”, by the operation that each carries out.
  @Test(arguments: Role.allCases)
  func everyOperationAsARole(_ role: Role) throws {
    let house = try RightsHouse()
    let sides = try TwoSides(house)
    let principal = try sides.key(role).principal
    try walk(sides, role, principal) { row, subject in
      do {
        try row.operation(subject).carryOut(house.registrar, principal)
        return .allowed
      } catch let error as any Explainable {
        switch error.explanation.category {
        case .conflict: return .allowed
        case .notPermitted: return .notPermitted
        case .notFound: return .notFound
        case .unusable, .temporary:
          Issue.record("\(row): \(error.explanation.message)")
          return nil
        }
      }
    }
  }

  /// Whatever changes records over HTTP is carried out once under one `Idempotency-Key`, and told again as it was told
  /// first; what is refused is not kept.
  @Test func everyChangeIsCarriedOutOnce() throws {
    let house = try RightsHouse()
    let sides = try TwoSides(house)
    let key = try house.make(CreateKey(name: "all", scope: .all)).key
    var kept: Set<String> = []
    for (number, row) in RightsTable.rows.enumerated() {
      guard let route = row.route, route.hasPrefix("POST /api/v1") else { continue }
      let subject = Subject(
        role: .secretariatOfficer, side: sides.a, own: sides.a, key: try house.spareKey(), package: "")
      let body = row.body(of: subject)
      let answers = try (0..<2).map { _ in
        try send(route, row, subject, house, key, ["Idempotency-Key: \(number)"], body)
      }
      #expect(answers[0]["Idempotency-Replayed"] == nil)
      // What only looks records nothing, so that there is nothing to keep an answer with.
      let onlyLooking = ["POST /api/v1/reports/certification", "POST /api/v1/imports/schemes/what-if"]
      guard answers[0].status < 400, row.query != "?dryRun=true", !onlyLooking.contains(route) else {
        continue
      }
      kept.insert(route)
      #expect(answers[1]["Idempotency-Replayed"] == "true", "\(row): \(answers[1].text)")
      // Their secrets are told once.
      let secrets = [
        "POST /api/v1/keys", "POST /api/v1/enrolments/{enrolment}/launches", "POST /api/v1/webhooks",
      ]
      guard !secrets.contains(route) else { continue }
      #expect(answers[1].status == answers[0].status, "\(row)")
      #expect(answers[1].body == answers[0].body, "\(row)")
      #expect(answers[1]["Location"] == answers[0]["Location"], "\(row)")
    }
    #expect(kept.count > 20, "most changes can be made in these records: \(kept.sorted())")
  }

  /// Takes every row, those that look before those that change, of the own side and of the other.
  private func walk(
    _ sides: TwoSides, _ role: Role, _ principal: Principal,
    _ outcome: (RightsRow, Subject) throws -> Verdict?
  ) throws {
    guard case .key(let key) = principal else { return }
    let package = sides.house.folder("course-1.zip")
    let otherKey = try sides.house.spareKey()
    let looking = RightsTable.rows.filter { $0.route?.hasPrefix("POST") != true }
    let changing = RightsTable.rows.filter { $0.route?.hasPrefix("POST") == true }
    for row in looking + changing {
      for (side, isOwn) in [(sides.b, false), (sides.a, true)] {
        var subject = Subject(role: role, side: side, own: sides.a, key: key.id, package: package)
        subject.job = try sides.house.job(of: isOwn ? key.id : otherKey)
        guard let found = try outcome(row, subject) else { continue }
        #expect(
          found == row.verdict(for: role, isOwn: isOwn),
          "\(role.rawValue), \(isOwn ? "own" : "other"): \(row)")
      }
    }
  }

  private func send(
    _ route: String, _ row: RightsRow, _ subject: Subject, _ house: RightsHouse, _ key: Key,
    _ headers: [String] = [], _ body: RightsRow.Content? = nil
  ) throws -> HTTPConnection.Answer {
    let words = route.split(separator: " ").map(String.init)
    let target = subject.path(of: words[1]) + subject.filling(row.query)
    if words[1] == "/api/v1/imports" {
      return try house.send(
        words[0], target, ["Content-Type: application/zip"] + headers, body: Package.cmi5().zip, key: key)
    }
    let body = body ?? row.body(of: subject)
    let version = words[1].hasPrefix("/xapi") ? ["X-Experience-API-Version: 2.0.0"] : []
    return try house.send(
      words[0], target, headers + version + (body.map { ["Content-Type: \($0.type)"] } ?? []),
      body: body.map { Array($0.text.utf8) }, key: key)
  }

  /// What is refused tells nothing of the other side but what was asked about.
  private func expectNothingOfTheOtherSide(in text: String, _ sides: TwoSides, _ place: String) {
    for name in [sides.b.ofCentre.person.name, sides.b.ofUniversity.person.name, sides.b.assessor.name] {
      #expect(!text.contains(name), "\(place)")
    }
  }
}

extension RightsRow {
  /// What is sent about a subject.
  fileprivate func body(of subject: Subject) -> Content? {
    if let json { return Content(type: "application/json", text: subject.filling(json)) }
    return content.map { Content(type: $0.type, text: subject.filling($0.text)) }
  }
}
