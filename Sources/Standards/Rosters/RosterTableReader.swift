internal import CSV
internal import ContentPackaging
internal import People
internal import RegistrarXML
internal import Spelling
internal import XML

/// Reads a roster from a table of separated values: headings first, then a row for each person and session.
enum RosterTableReader {
  static func read(_ bytes: [UInt8], file: String, source: SourceCode?) -> RosterReading {
    var findings = Findings(file: file)
    let document = read(bytes, source, &findings)
    return RosterReading(document: document, findings: findings.list)
  }

  private static func read(
    _ bytes: [UInt8], _ source: SourceCode?, _ findings: inout Findings
  ) -> RosterDocument? {
    do {
      let limits = CSVLimits(fileBytes: RosterReader.mostBytes, records: RosterDocument.mostEntries * 2)
      var reader = try CSVReader(bytes, limits: limits)
      guard let header = try reader.next() else { return nil }
      let headings = headings(header, source, &findings)
      guard !findings.refuse else { return nil }
      return try rows(&reader, headings, source, &findings)
    } catch {
      findings.report(.rosterUnreadable, error.message, place: error.place.map(Place.init))
      return nil
    }
  }

  private static func rows(
    _ reader: inout CSVReader, _ headings: [RosterColumn?], _ source: SourceCode?,
    _ findings: inout Findings
  ) throws(CSVError) -> RosterDocument? {
    var (entries, unusable): ([RosterEntry], Int) = ([], 0)
    while let record = try reader.next() {
      guard !record.isEmpty else { continue }
      guard entries.count + unusable < RosterDocument.mostEntries else {
        findings.report(.rosterTooLong, "there are more rows", place: Place(record.fields[0].place))
        return nil
      }
      var row = RosterRow(record, headings: headings, source: source, findings: findings)
      let entry = row.entry()
      findings = row.findings
      if let entry { entries.append(entry) } else { unusable += 1 }
    }
    if entries.isEmpty, unusable == 0 {
      findings.report(.rosterEntriesMissing, "no row follows the headings", place: nil)
      return nil
    }
    return RosterDocument(entries: entries, unusableEntries: unusable)
  }

  /// The columns in their order; nil for one without a heading, which must stay empty.
  private static func headings(
    _ record: CSVRecord, _ source: SourceCode?, _ findings: inout Findings
  ) -> [RosterColumn?] {
    var columns: [RosterColumn?] = []
    for field in record.fields {
      let (heading, place) = (trimmed(field.text), Place(field.place))
      let column = RosterColumn(heading: heading)
      if column == nil, !heading.isEmpty {
        findings.report(.rosterColumnUnknown, unknown(heading), place: place, path: "row[1]", text: heading)
      }
      if let column, columns.contains(column) {
        findings.report(
          .rosterColumnRepeated, "a column \(column.rawValue) stands here already", place: place,
          path: "row[1]")
      }
      columns.append(column)
    }
    let needed = RosterColumn.needed + (source == nil ? [.source] : [])
    for column in needed where !columns.contains(column) {
      findings.report(
        .rosterColumnMissing, missing(column), place: Place(line: 1, column: 1, byte: 0), path: "row[1]")
    }
    return columns
  }

  private static func unknown(_ heading: String) -> String {
    let names = RosterColumn.allCases.map(\.rawValue)
    let suggestion = nearest(to: RosterColumn.folded(heading), among: names)
    let known = suggestion.map { "did you mean “\($0)”?" } ?? "there are \(names.joined(separator: ", "))"
    return "a roster has no column “\(heading)”; \(known)"
  }

  private static func missing(_ column: RosterColumn) -> String {
    column == .source
      ? "there is no column source, and no source is named beside the table"
      : "there is no column \(column.rawValue)"
  }
}

extension Place {
  init(_ place: CSVPlace) {
    self.init(line: place.line, column: place.column, byte: place.byte)
  }
}

/// A cell's text without the white space around it.
func trimmed(_ text: String) -> String {
  let isBlank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
  let octets = text.utf8
  guard let first = octets.first, let last = octets.last, isBlank(first) || isBlank(last) else { return text }
  let kept = octets.drop(while: isBlank).reversed().drop(while: isBlank).reversed()
  return String(decoding: Array(kept), as: UTF8.self)
}
