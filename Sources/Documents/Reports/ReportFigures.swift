import JSON

/// The figures of a report without its words, read from its JSON: what two versions, or two renderings, are compared by.
///
/// Labels and sentences are left out, so that a better wording is no other figure. A row is named by its codes; what a
/// code tells of a state or a result is a figure, unless it stands first.
public struct ReportFigures: Sendable, Hashable {
  fileprivate struct Place: Hashable, Sendable {
    let block: String
    let row: String
    let column: String
  }

  private struct Column: Hashable, Sendable {
    let block: String
    let name: String
  }

  /// The document is no report of this program.
  public struct Unreadable: Error, Hashable, Sendable {
    /// What is missing, by its JSON name.
    public let member: String
  }

  private var places: [Place] = []
  private var figures: [Place: String] = [:]
  /// The columns of figures, also of blocks without records.
  private var columns: Set<Column> = []

  /// Reads the JSON of a report; throws `Unreadable`, or the JSON's own error. Cost grows with the number of cells.
  public init(json bytes: [UInt8]) throws {
    let root = try JSONDocument(bytes, limits: JSONLimits(sizeBytes: 1 << 28, values: 1 << 27)).root
    for block in try root.list("blocks") { try add(block) }
  }

  /// What is said otherwise in a later report, in the later one's order, what it no longer has last. Blocks and columns
  /// that a later version of the program adds say nothing otherwise.
  public func changes(to later: ReportFigures) -> [FigureChange] {
    let kept = later.places.compactMap { place -> FigureChange? in
      guard columns.contains(Column(block: place.block, name: place.column)) else { return nil }
      let (before, after) = (figures[place], later.figures[place])
      return before == after ? nil : FigureChange(place, before, after)
    }
    return kept + places.filter { later.figures[$0] == nil }.map { FigureChange($0, figures[$0], nil) }
  }

  private mutating func add(_ block: JSONValue) throws {
    let name = try block.word("name")
    let columns = try block.list("columns").map { (name: try $0.word("name"), kind: try $0.word("kind")) }
    let names = columns.enumerated().filter { position, column in
      column.kind == "code" && (position == 0 || !ReportFigures.told.contains(column.name))
    }.map(\.element.name)
    let figures = columns.map(\.name).filter { !names.contains($0) }.filter { figure in
      columns.contains { $0.name == figure && $0.kind != "text" }
    }
    self.columns.formUnion(figures.map { Column(block: name, name: $0) })
    for row in try block.list("rows") {
      let key = names.compactMap { row.member(named: $0)?.string }.joined(separator: " ")
      add(row, named: key, figures, in: name)
    }
    if let total = block["total"] { add(total, named: "total", figures, in: name) }
  }

  private mutating func add(_ row: JSONValue, named key: String, _ columns: [String], in block: String) {
    var (unique, count) = (key, 1)
    // A person may be enrolled in one session again.
    while let first = columns.first, figures[Place(block: block, row: unique, column: first)] != nil {
      count += 1
      unique = "\(key) (\(count))"
    }
    for column in columns {
      let place = Place(block: block, row: unique, column: column)
      places.append(place)
      figures[place] = row.member(named: column).map(ReportFigures.text)
    }
  }

  private static func text(_ cell: JSONValue) -> String {
    if cell.isNull { return "" }
    if cell["suppressed"] != nil { return "suppressed" }
    guard let share = cell["percent"] ?? cell["mean"], let base = cell["base"] else {
      return cell.string ?? String(decoding: cell.raw, as: UTF8.self)
    }
    return String(decoding: share.raw, as: UTF8.self) + "/" + String(decoding: base.raw, as: UTF8.self)
  }

  /// Codes that tell something of a row in place of naming it.
  private static let told: Set<String> = ["state", "result"]
}

extension FigureChange {
  fileprivate init(_ place: ReportFigures.Place, _ before: String?, _ after: String?) {
    self.init(block: place.block, row: place.row, column: place.column, before: before, after: after)
  }
}

extension JSONValue {
  fileprivate func list(_ name: String) throws(ReportFigures.Unreadable) -> JSONElements {
    guard let elements = member(named: name)?.elements else { throw ReportFigures.Unreadable(member: name) }
    return elements
  }

  fileprivate func word(_ name: String) throws(ReportFigures.Unreadable) -> String {
    guard let text = member(named: name)?.string else { throw ReportFigures.Unreadable(member: name) }
    return text
  }
}
