import Catalogue
public import ContentPackaging
import Values
import XML

/// Reads AICC courses (CMI001, revisions 1.0 to 4.0), which come as tables: `.crs`, `.au`, `.des`, `.cst` and, where the
/// course has them, `.ort`, `.pre` and `.cmp`.
///
/// The tree is the one that `.cst` draws, below `root`. A unit with a mastery score is done when it is passed, one without
/// when it is completed or passed. Prerequisites are kept as written.
public enum AICCReader {
  /// Reads a package that was recognised as AICC. Throws what the package's source throws. Cost grows with the size of
  /// the tables.
  public static func read(_ tables: RecognisedTables) throws -> PackageReading {
    var reading = try AICCReading(tables)
    let structure = reading.readStructure()
    return PackageReading(
      of: tables, manifestName: reading.courseFileName, structure: structure, findings: reading.findings,
      supplied: reading.supplied)
  }
}

/// One reading of one course: what is found accumulates here.
struct AICCReading {
  /// What the root of the structure is called.
  private static let root = "root"
  /// How deep blocks may lie within blocks.
  private static let mostDepth = 100

  let tables: RecognisedTables
  let courseFileName: String
  var findings: Findings
  var supplied = SuppliedFiles()
  private let resolver: PathResolver
  private let course: CourseFile
  private var described: [String: (title: String, description: String)] = [:]
  private var units: [(identifier: String, row: CourseTable.Row)] = []
  private var unitTable: CourseTable?
  private var blocks: [String: [String]] = [:]
  private var placesOfBlocks: [String: Place] = [:]
  private var structureFile = ""
  private var prerequisites: [String: String] = [:]
  private var objectives: [String: [String]] = [:]
  private var completions: [String: [Detail]] = [:]
  private var keys = ActivityKeys()
  private var room: DetailRoom
  private var activityCount = 0
  private var visited: Set<String> = []
  /// Where in `units` the first of an identifier stands, and which of them the tree holds.
  private var positions: [String: Int] = [:]
  private var placed: Set<Int> = []

  init(_ tables: RecognisedTables) throws {
    self.tables = tables
    room = DetailRoom(tables.limits)
    resolver = PathResolver(contents: tables.contents)
    var sources = Sources(tables)
    let courseText = try sources.text(of: ".crs") ?? CourseText(file: "", octets: [])
    courseFileName = courseText.file
    course = CourseFile(courseText)
    let unitTable = try sources.table(".au")
    let descriptors = try sources.table(".des")
    let structure = try sources.table(".cst")
    let extra = (
      prerequisites: try sources.table(".pre"), objectives: try sources.table(".ort"),
      completions: try sources.table(".cmp")
    )
    findings = sources.findings
    self.unitTable = unitTable
    readUnits()
    readDescriptors(descriptors)
    readBlocks(structure)
    read(extra.prerequisites, extra.objectives, extra.completions)
  }

  // MARK: Tables

  private mutating func readUnits() {
    guard let table = unitTable else { return }
    guard table.hasColumn("system_id"), table.hasColumn("file_name") else {
      findings.report(
        .aiccColumn, "there is no column System_ID, or none File_Name", file: table.file, place: nil)
      return
    }
    for row in table.rows {
      let identifier = table.value("system_id", of: row)
      if positions[lowercased(identifier.utf8)] == nil {
        positions[lowercased(identifier.utf8)] = units.count
      } else {
        findings.report(
          .aiccIdentifier, "“\(excerpt(identifier))” is on an earlier row too", file: table.file,
          place: row.place)
      }
      units.append((identifier, row))
    }
  }

  private mutating func readDescriptors(_ table: CourseTable?) {
    guard let table else {
      findings.report(.aiccTableMissing, "there is no .des file", file: courseFileName, place: nil)
      return
    }
    for row in table.rows {
      described[lowercased(table.value("system_id", of: row).utf8)] = (
        collapsed(table.value("title", of: row)), collapsed(table.value("description", of: row))
      )
    }
  }

  private mutating func readBlocks(_ table: CourseTable?) {
    guard let table else {
      findings.report(.aiccTableMissing, "there is no .cst file", file: courseFileName, place: nil)
      return
    }
    structureFile = table.file
    for row in table.rows {
      guard let block = row.fields.first.map({ lowercased($0.utf8) }) else { continue }
      blocks[block, default: []] += row.fields.dropFirst().filter { !$0.isEmpty }
      if placesOfBlocks[block] == nil { placesOfBlocks[block] = row.place }
    }
  }

  private mutating func read(
    _ prerequisites: CourseTable?, _ objectives: CourseTable?, _ completions: CourseTable?
  ) {
    for row in prerequisites?.rows ?? [] where row.fields.count > 1 {
      self.prerequisites[lowercased(row.fields[0].utf8)] = row.fields[1]
    }
    for row in objectives?.rows ?? [] {
      guard let element = row.fields.first.map({ lowercased($0.utf8) }) else { continue }
      self.objectives[element, default: []] += row.fields.dropFirst().filter { !$0.isEmpty }
    }
    guard let completions else { return }
    for row in completions.rows {
      guard let element = row.fields.first.map({ lowercased($0.utf8) }) else { continue }
      self.completions[element, default: []].append(completions.detail("completion", of: row))
    }
  }

  // MARK: The course

  mutating func readStructure() -> CourseStructure {
    if !course.hasCourse {
      findings.report(.aiccCourse, "there is no group [Course]", file: courseFileName, place: nil)
    }
    let activities = readTree()
    room.report(to: &findings, file: courseFileName)
    supplied.report(to: &findings, kind: tables.contents.kind, limits: tables.limits)
    let hasLaunch = units.contains { unitTable?.value("file_name", of: $0.row).isEmpty == false }
    if !hasLaunch, !findings.refuse {
      findings.report(.aiccNothingToLaunch, "no unit has a File_Name", file: courseFileName, place: nil)
    }
    let title = course.course("course_title")
    let description = course.text(of: "course_description")
    return CourseStructure(
      format: .aicc(revision()), publisherIdentifier: course.course("course_id"),
      title: title.isEmpty ? titleOfFirst(activities) : LocalizedText(title),
      description: description.isEmpty ? LocalizedText([]) : LocalizedText(description), languages: [],
      objectives: readObjectives(), activities: activities,
      details: ["course", "course_behavior"].compactMap(detail))
  }

  private mutating func revision() -> AICCRevision {
    let stated = course.course("version")
    if let revision = AICCRevision(rawValue: stated) { return revision }
    findings.report(.aiccVersion, "the revision is “\(excerpt(stated))”", file: courseFileName, place: nil)
    return .r4p0
  }

  private mutating func titleOfFirst(_ activities: [ActivityNode]) -> LocalizedText {
    if let first = activities.first { return first.title }
    findings.report(.titleMissing, "nothing gives the course a title", file: courseFileName, place: nil)
    return LocalizedText(courseFileName)
  }

  private func detail(_ group: String) -> Detail? {
    let values = course.values(of: group)
    guard !values.isEmpty else { return nil }
    return Detail(group, attributes: values.map { Detail.Attribute($0.name, $0.value) })
  }

  private func readObjectives() -> [Objective] {
    var seen: Set<String> = []
    let named = objectives.sorted { $0.key < $1.key }.flatMap(\.value)
    return named.filter { seen.insert($0).inserted }.map { identifier in
      let described = described[lowercased(identifier.utf8)]
      let title = described?.title ?? ""
      let description = described?.description ?? ""
      return Objective(
        identifier: identifier, title: LocalizedText(title.isEmpty ? identifier : title),
        description: description.isEmpty ? LocalizedText([]) : LocalizedText(description))
    }
  }

  // MARK: The tree

  /// What lies below the root, then the units that lie nowhere.
  private mutating func readTree() -> [ActivityNode] {
    var nodes = blocks[AICCReading.root].map { readMembers($0, of: AICCReading.root, depth: 1) } ?? []
    for (position, unit) in units.enumerated() where !placed.contains(position) {
      if !blocks.isEmpty, !isPlaced(unit.identifier) {
        findings.report(
          .aiccOutsideStructure, "“\(excerpt(unit.identifier))” is in no block",
          file: unitTable?.file ?? "", place: unit.row.place)
      }
      nodes.append(readUnit(unit.identifier, unit.row))
    }
    return nodes
  }

  /// Whether the tree holds the first unit of this identifier, for which alone it can be named.
  private func isPlaced(_ identifier: String) -> Bool {
    positions[lowercased(identifier.utf8)].map(placed.contains) ?? false
  }

  private mutating func readMembers(_ members: [String], of block: String, depth: Int) -> [ActivityNode] {
    members.compactMap { readMember($0, of: block, depth: depth) }
  }

  private mutating func readMember(_ member: String, of block: String, depth: Int) -> ActivityNode? {
    let name = lowercased(member.utf8)
    let place = placesOfBlocks[block]
    guard visited.insert(name).inserted, name != AICCReading.root, depth <= AICCReading.mostDepth else {
      findings.report(
        .aiccCycle, "“\(excerpt(member))” stands in the structure twice, or within itself",
        file: structureFile, place: place)
      return nil
    }
    if let position = positions[name] {
      placed.insert(position)
      return readUnit(units[position].identifier, units[position].row)
    }
    guard let members = blocks[name] else {
      if described[name] == nil || !name.utf8.starts(with: "j".utf8) {
        findings.report(
          .aiccMemberUnknown, "there is no “\(excerpt(member))”", file: structureFile, place: place)
      }
      return nil
    }
    return node(
      member, file: structureFile, place,
      children: readMembers(members, of: name, depth: depth + 1))
  }

  private mutating func readUnit(_ identifier: String, _ row: CourseTable.Row) -> ActivityNode {
    let about = unitTable.map { [$0.detail("au", of: row, except: ["au_password"])] } ?? []
    return node(
      identifier, file: unitTable?.file ?? "", row.place, about: about, launch: readLaunch(row))
  }

  /// A unit or block, with what the tables say under its identifier.
  private mutating func node(
    _ identifier: String, file: String, _ place: Place?, about: [Detail] = [], launch: Launch? = nil,
    children: [ActivityNode] = []
  ) -> ActivityNode {
    activityCount += 1
    if activityCount == tables.limits.activities + 1 {
      findings.report(
        .limitExceeded, "the course has more than \(tables.limits.activities) units and blocks", file: file,
        place: place)
    }
    let name = lowercased(identifier.utf8)
    let (key, _) = keys.key(for: identifier)
    return ActivityNode(
      key: key, publisherIdentifier: identifier, title: title(of: identifier),
      description: description(of: identifier),
      objectives: room.keep(objectives[name] ?? []),
      launch: launch, prerequisites: prerequisites[name].map { room.keep($0) },
      details: room.keep(about + (room.isSpent ? [] : completions[name] ?? [])), children: children)
  }

  private mutating func title(of identifier: String) -> LocalizedText {
    let title = room.keep(described[lowercased(identifier.utf8)]?.title ?? "")
    return LocalizedText(title.isEmpty ? identifier : title)
  }

  private mutating func description(of identifier: String) -> LocalizedText {
    let description = room.keep(described[lowercased(identifier.utf8)]?.description ?? "")
    return description.isEmpty ? LocalizedText([]) : LocalizedText(description)
  }

  // MARK: Launching

  private mutating func readLaunch(_ row: CourseTable.Row) -> Launch? {
    guard let table = unitTable else { return nil }
    let value: (String) -> String? = { name in
      let value = table.value(name, of: row)
      return value.isEmpty ? nil : value
    }
    let (isPassed, score) = readMasteryScore(value("mastery_score"), value("max_score"), row)
    guard let target = target(value("file_name") ?? "", row) else { return nil }
    return Launch(
      target: target.adding(parameters: value("web_launch") ?? ""),
      moveOn: isPassed ? .passed : .completedOrPassed, masteryScore: score,
      launchParameters: value("core_vendor"), entitlementKey: value("au_password"),
      activityType: value("type"), timeLimit: value("max_time_allowed"),
      timeLimitAction: value("time_limit_action"))
  }

  private mutating func target(_ written: String, _ row: CourseTable.Row) -> Launch.Target? {
    let file = unitTable?.file ?? ""
    let reference = resolver.resolve(written)
    findings.reportLaunch(reference, written: written, file: file, place: row.place)
    switch reference {
    case .missing(let name, _): supplied.lackLaunchFile(name, file: file, place: row.place)
    case .empty: findings.report(.aiccNotWeb, "this unit has no File_Name", file: file, place: row.place)
    case .file, .external, .refused: break
    }
    return reference.target
  }

  /// Whether the unit has to be passed, and the scaled score at which it is, where that can be told exactly.
  private mutating func readMasteryScore(
    _ written: String?, _ most: String?, _ row: CourseTable.Row
  ) -> (isPassed: Bool, score: ExactDecimal?) {
    guard let written else { return (false, nil) }
    let file = unitTable?.file ?? ""
    guard let most = plainDecimal(most ?? "100") else {
      let message = "Max_Score “\(excerpt(most ?? ""))” is no plain number"
      findings.report(.aiccMasteryScore, message, file: file, place: row.place)
      return (true, nil)
    }
    guard let score = plainDecimal(written), score <= most,
      let scaled = ExactDecimal(significand: score.significand, scale: score.scale + 2)
    else {
      let message = "“\(excerpt(written))” is no plain number from 0 to \(most)"
      findings.report(.aiccMasteryScore, message, file: file, place: row.place)
      return (true, nil)
    }
    guard most == ExactDecimal(100) else {
      findings.report(.aiccScoreScale, "Max_Score is \(most)", file: file, place: row.place)
      return (true, nil)
    }
    return (true, scaled)
  }
}

extension CourseTable {
  /// A row as a detail: each column that has something, apart from secrets.
  fileprivate func detail(_ name: String, of row: Row, except hidden: Set<String> = []) -> Detail {
    let named = zip(columns, row.fields).filter { !$0.0.isEmpty && !$0.1.isEmpty && !hidden.contains($0.0) }
    return Detail(name, attributes: named.map { Detail.Attribute($0.0, $0.1) })
  }
}

/// The files of a course, found by how their names end.
private struct Sources {
  let tables: RecognisedTables
  var findings: Findings

  init(_ tables: RecognisedTables) {
    self.tables = tables
    findings = tables.findings
  }

  /// The file at the root whose name ends so; an error where several do.
  mutating func name(of ending: String) -> String? {
    let found = tables.contents.names.filter { name in
      !name.utf8.contains(UInt8(ascii: "/"))
        && lowercased(name.utf8).utf8.suffix(ending.utf8.count).elementsEqual(ending.utf8)
    }
    if found.count > 1 {
      let all = found.joined(separator: ", ")
      findings.report(
        .aiccAmbiguous, "there are several \(ending) files: \(excerpt(all))", file: found[0], place: nil)
    }
    return found.first
  }

  mutating func text(of ending: String) throws -> CourseText? {
    guard let name = name(of: ending) else { return nil }
    let octets = try tables.contents.bytes(of: name)
    guard octets.count <= tables.limits.manifest.documentBytes else {
      findings.report(.limitExceeded, "the file has \(octets.count) bytes", file: name, place: nil)
      return nil
    }
    let text = CourseText(file: name, octets: octets)
    if !text.isUTF8 { findings.report(.aiccEncoding, "the file is not UTF-8", file: name, place: nil) }
    return text
  }

  mutating func table(_ ending: String) throws -> CourseTable? {
    guard let text = try text(of: ending) else { return nil }
    let table = CourseTable(text)
    if let place = table.openQuote {
      findings.report(.aiccQuote, "this quotation mark is never closed", file: text.file, place: place)
    }
    if let place = table.excess {
      let message =
        "a table has at most \(CourseTable.mostRows) rows and \(CourseTable.mostFields) fields"
      findings.report(.limitExceeded, message, file: text.file, place: place)
    }
    return table
  }
}
