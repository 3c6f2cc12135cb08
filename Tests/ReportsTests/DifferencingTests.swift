import Catalogue
import Enrolment
import People
import Testing
import Values

@testable import Reports

/// Hostile input 61: "suppressed below threshold, also by differencing". An adversary solves the sums of a university's
/// report on random records; what it must not find is known from the records themselves: every figure that tells of 1 to 4
/// people, however often each of them is counted.
@Suite struct DifferencingTests {
  private static let breakdowns: [BlockName] = [
    .enrolmentsByState, .enrolmentsByRegion, .enrolmentsByMember, .enrolmentsBySex, .enrolmentsByMode,
    .enrolmentsByLanguage, .enrolmentsByRoleLevel, .enrolmentsByCourse, .enrolmentsByMonth,
  ]
  private let cells = SmallCells(threshold: ReportParameters.usualThreshold)

  @Test(
    "No figure of 1 to 4 people is shown or follows from those that are shown",
    arguments: Array(0..<100) + [140, 167, 285, 438, 554], [false, true])
  func attack(seed: Int, areRepeated: Bool) throws {
    let records = try randomRecords(seed: UInt64(seed), areRepeated: areRepeated)
    let shown = Facts.report(
      try Facts.parameters(.university, party: Facts.party(700, .university)), records.enrolments, [],
      records.coverage)
    var view = View(records.enrolments)
    for name in Self.breakdowns { view.look(at: try #require(shown.block(name)), cells) }
    try relate(shown, records, &view)
    let found = view.adversary.found
    for (name, people) in view.people where cells.isSmall(people) {
      let isFound = found.contains(name)
      #expect(!isFound, "\(name) tells of \(people)")
    }
  }

  /// Knows which states are attended by what they are, and which are not.
  private func relateStates(_ shown: CertificationReport, _ view: inout View) throws {
    let states = try #require(shown.block(.enrolmentsByState)).rows.map { $0[0].shortText }
    func name(_ state: String) -> Adversary.Name { "enrolments-by-state/\(state)" }
    for state in states {
      switch state {
      case "started", "completed", "failed":
        view.adversary.relate([name(state) + "/attendances"], to: name(state) + "/enrolments")
      case "waiting", "enrolled", "no-show":
        view.adversary.relate(
          [name(state) + "/enrolments less attendances"], to: name(state) + "/enrolments")
      default: break
      }
    }
    let left = states.filter { ["withdrawn", "expired"].contains($0) }
    for (sum, figure, hasAttended) in [
      ("attended", "attendances", true), ("absent", "enrolments less attendances", false),
    ] {
      view.see("left/\(sum)", nil) {
        left.contains($0.state.rawValue) && $0.facts.hasAttended == hasAttended
      }
      view.adversary.relate(left.map { name($0) + "/" + figure }, to: "left/\(sum)")
      view.adversary.relate(states.map { name($0) + "/" + figure }, to: "total/\(figure)")
    }
  }

  /// Knows that Members make up regions, outcomes make up states, and versions make up courses and items.
  private func relate(_ shown: CertificationReport, _ records: Records, _ view: inout View) throws {
    let members = try #require(shown.block(.enrolmentsByMember))
    for region in try #require(shown.block(.enrolmentsByRegion)).rows {
      let own = members.rows.filter {
        $0[0] == region[0] || $0[0] == .empty && region[0] == .code("not-recorded")
      }
      let whole = "enrolments-by-region/\(region[0].shortText)"
      for column in ["enrolments", "attendances", "completed", "enrolments less attendances"] {
        view.adversary.relate(own.map { members.key(of: $0) + "/" + column }, to: whole + "/" + column)
      }
      view.relatePersons(own.map(members.key), to: whole)
    }
    try relateStates(shown, &view)
    try relateFunnel(shown, &view)
    let results = try #require(shown.block(.results))
    for row in results.rows {
      let isRow: (EnrolmentFact) -> Bool = {
        EnrolmentFigures.Outcome(of: $0)?.rawValue == row[0].shortText
      }
      view.see(results.key(of: row), row[2].seenCount, isRow)
      view.see(results.key(of: row) + "/persons", row[3].seenCount, isRow)
    }
    let completions = results.rows.filter { $0[0] != .code("failed") }.map(results.key)
    view.adversary.relate(completions, to: "total/completed")
    view.relatePersons(completions, to: "enrolments-by-state/completed")
    view.adversary.relate(["enrolments-by-state/completed/attendances"], to: "total/completed")
    if results.rows.count > completions.count {
      view.adversary.relate(["enrolments-by-state/failed/attendances"], to: "results/failed")
      view.adversary.relate(["enrolments-by-state/failed/persons"], to: "results/failed/persons")
    }
    relateVersions(shown, records, &view)
  }

  /// Knows that the stages are told in other blocks too, and what the certified leave of each.
  private func relateFunnel(_ shown: CertificationReport, _ view: inout View) throws {
    let funnel = try #require(shown.block(.funnel))
    for row in funnel.rows {
      let stage = try #require(Funnel.Stage(rawValue: row[0].shortText))
      view.see("funnel/\(stage)", row[2].seenCount) { $0.hasReached(stage) }
      view.see("funnel/\(stage) less certified", nil) { $0.hasReached(stage) && !$0.isCertified }
      view.adversary.relate(
        ["funnel/certified", "funnel/\(stage) less certified"], to: "funnel/\(stage)")
    }
    for (stage, figure) in [
      ("enrolled", "total/enrolments"), ("attended", "total/attendances"), ("completed", "total/completed"),
      ("passed", "results/passed"),
    ] {
      view.adversary.relate(["funnel/\(stage)"], to: figure)
    }
  }

  private func relateVersions(_ shown: CertificationReport, _ records: Records, _ view: inout View) {
    for version in 1...6 {
      view.see("version/\(version)", nil) { $0.version == Facts.id(version) && $0.state == .completed }
    }
    for course in 1...3
    where shown.lines(.enrolmentsByCourse).contains(where: { $0.starts(with: "C\(course) ") }) {
      view.adversary.relate(
        ["version/\(2 * course - 1)", "version/\(2 * course)"],
        to: "enrolments-by-course/C\(course)/completed")
    }
    guard let block = shown.block(.coverage) else { return }
    for (item, row) in zip(records.items, block.rows) {
      let name = "item/\(item.map(String.init).joined(separator: "+"))"
      view.adversary.see(name, row[6].seenCount)
      view.adversary.relate(item.map { "version/\($0)" }, to: name)
    }
  }
}

/// What the adversary sees, and whom each figure tells of.
private struct View {
  private let facts: [EnrolmentFact]
  var adversary = Adversary()
  /// How many people each figure tells of.
  private(set) var people: [Adversary.Name: Int] = [:]

  init(_ facts: [EnrolmentFact]) {
    self.facts = facts
  }

  /// Takes in a figure of some facts.
  mutating func see(_ name: Adversary.Name, _ value: Int?, _ isCounted: (EnrolmentFact) -> Bool) {
    adversary.see(name, value)
    people[name] = Set(facts.filter(isCounted).map(\.person)).count
  }

  /// Sees the enrolments, the attendances, the completed, the persons and what is left of each, in the rows and in the
  /// total.
  mutating func look(at block: ReportBlock, _ cells: SmallCells) {
    let rows = block.rows.map { (key: block.key(of: $0), cells: $0) }
    for row in rows { look(at: row.cells, row.key, of: block) { block.counts($0, in: row.cells) } }
    if let total = block.total { look(at: total, "total", of: block) { _ in true } }
    for (column, isCounted) in View.columns {
      guard let place = block.place(of: column) else { continue }
      for row in rows {
        if let count = row.cells[place].seenCount { #expect(!cells.isSmall(count), "\(row.key)") }
      }
      adversary.relate(rows.map { "\($0.key)/\(column)" }, to: "total/\(column)")
      // What is hidden of a column is told by the total less what is shown.
      let hidden = rows.filter { $0.cells[place] == .suppressed }
      let name = "\(block.name.rawValue)/hidden \(column)"
      see(name, nil) { fact in isCounted(fact) && hidden.contains { block.counts(fact, in: $0.cells) } }
      adversary.relate(hidden.map { "\($0.key)/\(column)" }, to: name)
    }
    relatePersons(rows.map(\.key), to: "total")
  }

  private mutating func look(
    at row: [ReportCell], _ key: Adversary.Name, of block: ReportBlock,
    _ isOfRow: @escaping (EnrolmentFact) -> Bool
  ) {
    for (column, isCounted) in View.columns + [("persons", { @Sendable _ in true })] {
      guard let place = block.place(of: column) else { continue }
      see("\(key)/\(column)", row[place].seenCount) { isOfRow($0) && isCounted($0) }
    }
    for (base, part) in [
      ("enrolments", "attendances"), ("attendances", "completed"), ("enrolments", "completed"),
    ] where block.place(of: part) != nil {
      let isOfBase = View.columns.first { $0.0 == base }?.1 ?? { @Sendable _ in false }
      let isOfPart = View.columns.first { $0.0 == part }?.1 ?? { @Sendable _ in false }
      see("\(key)/\(base) less \(part)", nil) { isOfRow($0) && isOfBase($0) && !isOfPart($0) }
      adversary.relate(["\(key)/\(part)", "\(key)/\(base) less \(part)"], to: "\(key)/\(base)")
    }
  }

  /// Knows that persons of a whole who are in none of its rows but others are the whole less the row, and that who is in
  /// several rows is counted in each.
  mutating func relatePersons(_ rows: [Adversary.Name], to whole: Adversary.Name) {
    let persons = rows.map { "\($0)/persons" }
    for name in persons {
      let rest = "\(whole)/persons less \(name)"
      adversary.see(rest, nil)
      people[rest] = (people["\(whole)/persons"] ?? 0) - (people[name] ?? 0)
      adversary.relate([name, rest], to: "\(whole)/persons")
    }
    let repeated = "\(whole)/persons in several of \(rows)"
    adversary.see(repeated, nil)
    adversary.see(repeated + " or one", nil)
    people[repeated] = persons.reduce(0) { $0 + (people[$1] ?? 0) } - (people["\(whole)/persons"] ?? 0)
    adversary.relate(persons, to: repeated + " or one")
    adversary.relate(["\(whole)/persons", repeated], to: repeated + " or one")
  }

  private static let columns: [(String, @Sendable (EnrolmentFact) -> Bool)] = [
    ("enrolments", { _ in true }), ("attendances", { $0.facts.hasAttended }),
    ("completed", { $0.state == .completed }),
  ]
}

extension ReportBlock {
  /// The name of a row among the figures of all blocks.
  fileprivate func key(of row: [ReportCell]) -> Adversary.Name {
    "\(name.rawValue)/\(row[name == .certification(.enrolmentsByMember) ? 1 : 0].shortText)"
  }

  fileprivate func place(of column: String) -> Int? { columns.firstIndex { $0.name == column } }

  /// Whether a row counts an enrolment.
  fileprivate func counts(_ fact: EnrolmentFact, in row: [ReportCell]) -> Bool {
    let (code, missing) = (row[name == .certification(.enrolmentsByMember) ? 1 : 0].shortText, "not-recorded")
    return switch name {
    case .certification(.enrolmentsByState): fact.state.rawValue == code
    case .certification(.enrolmentsByRegion): (fact.party?.region?.rawValue ?? missing) == code
    case .certification(.enrolmentsByMember): (fact.party?.code.text ?? missing) == code
    case .certification(.enrolmentsBySex): fact.sex.rawValue == code
    case .certification(.enrolmentsByMode): fact.mode.rawValue == code
    case .certification(.enrolmentsByLanguage): fact.language.text == code
    case .certification(.enrolmentsByRoleLevel): (fact.roleLevel?.rawValue ?? missing) == code
    case .certification(.enrolmentsByCourse): fact.course.code.text == code
    case .certification(.enrolmentsByMonth): fact.enrolledOn.description.hasPrefix(code)
    default: false
    }
  }
}

extension DifferencingTests {
  /// Random records of 20 to 140 enrolments; three courses of two versions each.
  struct Records {
    var enrolments: [EnrolmentFact] = []
    /// The versions that each item of the standard is mapped to.
    let items = [[1], [2, 3], [1, 2, 3, 4, 5], [5, 6], [6]]
    var coverage: [CoverageFact] = []
  }

  /// By its state, or by chance where the state leaves it open.
  private func attends(_ state: EnrolmentState, _ random: inout FixedGenerator) -> Bool? {
    switch state {
    case .withdrawn, .expired: Int.random(in: 0...3, using: &random) == 0
    case .waiting, .enrolled, .started, .completed, .failed, .noShow: nil
    }
  }

  /// - Parameter areRepeated: whether people are drawn with replacement, so that some are enrolled several times.
  private func randomRecords(seed: UInt64, areRepeated: Bool) throws -> Records {
    var random = FixedGenerator(state: seed)
    var records = Records()
    let university = try Facts.party(700, .university).id
    for number in 0..<Int.random(in: 20...140, using: &random) {
      let person = areRepeated ? Int.random(in: 0..<Int(10 + seed % 7 * 10), using: &random) : number
      let member = min(Int.random(in: 0...7, using: &random), Int.random(in: 0...7, using: &random))
      let version = min(Int.random(in: 1...6, using: &random), Int.random(in: 1...6, using: &random))
      var state = EnrolmentState.allCases.randomElement(using: &random) ?? .started
      if Bool.random(using: &random) { state = .completed }
      records.enrolments.append(
        try Facts.enrolment(
          person, state,
          sex: Int.random(in: 0...30, using: &random) == 0 ? .other : .female,
          party: member == 7 ? nil : Facts.member(member, [.ap, .esa, .wca][member % 3]),
          course: (version + 1) / 2, version: version, host: university,
          mode: Int.random(in: 0...12, using: &random) == 0 ? .blended : .tutored,
          passed: Int.random(in: 0...9, using: &random) > 0, attended: attends(state, &random),
          certified: state == .completed && Int.random(in: 0...7, using: &random) > 0,
          on: "2026-0\(Int.random(in: 1...9, using: &random))-10"))
    }
    for (number, versions) in records.items.enumerated() {
      let item = StandardItem(
        code: try Facts.code("I\(number)"), level: .vocational, kind: .skill, titles: LocalizedText("Item"))
      records.coverage.append(
        CoverageFact(
          edition: try Facts.code("E"), item: item, publishedVersions: versions.map { Facts.id($0) },
          publishedCourses: versions.count, otherVersions: []))
    }
    return records
  }
}

/// The same numbers for the same seed, everywhere.
struct FixedGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
