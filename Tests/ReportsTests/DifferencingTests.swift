import Catalogue
import Enrolment
import People
import Testing
import Values

@testable import Reports

/// Hostile input 61: "suppressed below threshold, also by differencing". An adversary solves the sums of a donor's report
/// on random records; what it must not find is known from the directorate's report on the same records.
@Suite struct DifferencingTests {
  private static let breakdowns: [BlockName] = [
    .enrolmentsByState, .enrolmentsByRegion, .enrolmentsByMember, .enrolmentsBySex, .enrolmentsByMode,
    .enrolmentsByLanguage, .enrolmentsByRoleLevel, .enrolmentsByCourse, .enrolmentsByMonth,
  ]
  private let cells = SmallCells(threshold: ReportParameters.usualThreshold)

  @Test(
    "No figure of 1 to 4 is shown or follows from those that are shown",
    arguments: Array(0..<100) + [140, 167, 285, 438, 554])
  func attack(seed: Int) throws {
    let records = try randomRecords(seed: UInt64(seed))
    let truth = Facts.report(try Facts.parameters(.directorate), records.enrolments, [], records.coverage)
    let shown = Facts.report(
      try Facts.parameters(.university, party: Facts.party(700, .university)), records.enrolments, [],
      records.coverage)
    var values: [Adversary.Name: Int] = [:]
    var adversary = Adversary()
    for name in Self.breakdowns {
      let original = try #require(truth.block(name))
      let block = try #require(shown.block(name))
      look(at: block, original, &adversary, &values)
    }
    try relate(truth, shown, records, &adversary, &values)
    let found = adversary.found
    for (name, value) in values where cells.isSmall(value) {
      let isFound = found.contains(name)
      #expect(!isFound, "\(name) is \(value)")
    }
  }

  /// Sees the enrolments, the attendances, the completed and what is left of each, in the rows and in the total.
  private func look(
    at block: ReportBlock, _ original: ReportBlock, _ adversary: inout Adversary,
    _ values: inout [Adversary.Name: Int]
  ) {
    for column in ["enrolments", "attendances", "completed"] {
      guard let index = block.columns.firstIndex(where: { $0.name == column }) else { continue }
      var parts: [Adversary.Name] = []
      for (row, whole) in zip(block.rows, original.rows) {
        let key = rowName(block, row) + "/" + column
        adversary.see(key, row[index].seenCount)
        values[key] = whole[index].seenCount
        if let count = row[index].seenCount { #expect(!cells.isSmall(count), "\(key)") }
        parts.append(key)
      }
      adversary.see("total/\(column)", block.total?[index].seenCount)
      values["total/\(column)"] = original.total?[index].seenCount
      adversary.relate(parts, to: "total/\(column)")
    }
    for name in block.rows.map({ rowName(block, $0) }) + ["total"] {
      remainder(of: "enrolments", less: "attendances", name, &adversary, &values)
      guard block.columns.contains(where: { $0.name == "completed" }) else { continue }
      remainder(of: "attendances", less: "completed", name, &adversary, &values)
      remainder(of: "enrolments", less: "completed", name, &adversary, &values)
    }
  }

  private func remainder(
    of base: String, less part: String, _ name: String, _ adversary: inout Adversary,
    _ values: inout [Adversary.Name: Int]
  ) {
    let rest = "\(name)/\(base) less \(part)"
    adversary.see(rest, nil)
    values[rest] = (values["\(name)/\(base)"] ?? 0) - (values["\(name)/\(part)"] ?? 0)
    adversary.relate(["\(name)/\(part)", rest], to: "\(name)/\(base)")
  }

  /// Knows which states are attended by what they are, and which are not.
  private func relateStates(
    _ shown: CertificationReport, _ adversary: inout Adversary, _ values: inout [Adversary.Name: Int]
  ) throws {
    let states = try #require(shown.block(.enrolmentsByState)).rows.map { $0[0].shortText }
    func name(_ state: String) -> Adversary.Name { "enrolments-by-state/\(state)" }
    let attended = states.filter { ["started", "completed", "failed"].contains($0) }
    let absent = states.filter { ["waiting", "enrolled", "no-show"].contains($0) }
    let left = states.filter { ["withdrawn", "expired"].contains($0) }
    for state in attended {
      adversary.relate([name(state) + "/attendances"], to: name(state) + "/enrolments")
    }
    for state in absent {
      adversary.relate([name(state) + "/enrolments less attendances"], to: name(state) + "/enrolments")
    }
    for (sum, figure) in [("attended", "attendances"), ("absent", "enrolments less attendances")] {
      adversary.see("left/\(sum)", nil)
      values["left/\(sum)"] = left.reduce(0) { $0 + (values[name($1) + "/" + figure] ?? 0) }
      adversary.relate(left.map { name($0) + "/" + figure }, to: "left/\(sum)")
      adversary.relate(states.map { name($0) + "/" + figure }, to: "total/\(figure)")
    }
  }

  /// Knows that Members make up regions, outcomes make up states, and versions make up courses and items.
  private func relate(
    _ truth: CertificationReport, _ shown: CertificationReport, _ records: Records,
    _ adversary: inout Adversary, _ values: inout [Adversary.Name: Int]
  ) throws {
    let members = try #require(shown.block(.enrolmentsByMember))
    let regions = try #require(shown.block(.enrolmentsByRegion))
    for region in regions.rows {
      let own = members.rows.filter {
        $0[0] == region[0] || $0[0] == .empty && region[0] == .code("not-recorded")
      }
      for column in ["enrolments", "attendances", "completed", "enrolments less attendances"] {
        adversary.relate(
          own.map { rowName(members, $0) + "/" + column }, to: rowName(regions, region) + "/" + column)
      }
    }
    try relateStates(shown, &adversary, &values)
    try relateFunnel(truth, shown, &adversary, &values)
    let results = try #require(shown.block(.results))
    for (row, original) in zip(results.rows, try #require(truth.block(.results)).rows) {
      adversary.see(rowName(results, row), row[2].seenCount)
      values[rowName(results, row)] = original[2].seenCount
    }
    let completions = results.rows.filter { $0[0] != .code("failed") }.map { rowName(results, $0) }
    adversary.relate(completions, to: "total/completed")
    adversary.relate(["enrolments-by-state/completed/attendances"], to: "total/completed")
    if results.rows.count > completions.count {
      adversary.relate(["enrolments-by-state/failed/attendances"], to: "results/failed")
    }
    relateVersions(shown, records, &adversary, &values)
  }

  /// Knows that the stages are told in other blocks too, and what the certified leave of each.
  private func relateFunnel(
    _ truth: CertificationReport, _ shown: CertificationReport,
    _ adversary: inout Adversary, _ values: inout [Adversary.Name: Int]
  ) throws {
    let (funnel, original) = (try #require(shown.block(.funnel)), try #require(truth.block(.funnel)))
    for (row, whole) in zip(funnel.rows, original.rows) {
      adversary.see(rowName(funnel, row), row[2].seenCount)
      values[rowName(funnel, row)] = whole[2].seenCount
    }
    for (stage, figure) in [
      ("enrolled", "total/enrolments"), ("attended", "total/attendances"), ("completed", "total/completed"),
      ("passed", "results/passed"),
    ] {
      adversary.relate(["funnel/\(stage)"], to: figure)
      let rest = "funnel/\(stage) less certified"
      adversary.see(rest, nil)
      values[rest] = (values["funnel/\(stage)"] ?? 0) - (values["funnel/certified"] ?? 0)
      adversary.relate(["funnel/certified", rest], to: "funnel/\(stage)")
    }
  }

  private func relateVersions(
    _ shown: CertificationReport, _ records: Records, _ adversary: inout Adversary,
    _ values: inout [Adversary.Name: Int]
  ) {
    for version in 1...6 {
      adversary.see("version/\(version)", nil)
      values["version/\(version)"] =
        records.enrolments.filter { $0.version == Facts.id(version) && $0.state == .completed }.count
    }
    for course in 1...3
    where shown.lines(.enrolmentsByCourse).contains(where: { $0.starts(with: "C\(course) ") }) {
      adversary.relate(
        ["version/\(2 * course - 1)", "version/\(2 * course)"],
        to: "enrolments-by-course/C\(course)/completed")
    }
    guard let block = shown.block(.coverage) else { return }
    for (item, row) in zip(records.items, block.rows) {
      let name = "item/\(item.map(String.init).joined(separator: "+"))"
      adversary.see(name, row[6].seenCount)
      adversary.relate(item.map { "version/\($0)" }, to: name)
    }
  }

  private func rowName(_ block: ReportBlock, _ row: [ReportCell]) -> Adversary.Name {
    let code = block.name == .enrolmentsByMember ? row[1] : row[0]
    return "\(block.name.rawValue)/\(code.shortText)"
  }
}

extension DifferencingTests {
  /// Random records of 20 to 140 enrolments by different people; three courses of two versions each.
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

  private func randomRecords(seed: UInt64) throws -> Records {
    var random = FixedGenerator(state: seed)
    var records = Records()
    let university = try Facts.party(700, .university).id
    for person in 0..<Int.random(in: 20...140, using: &random) {
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
          otherVersions: []))
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
