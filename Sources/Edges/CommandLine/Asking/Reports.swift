internal import Operations
internal import Reports
internal import Values

extension Errand {
  /// Draws a report up and hands it out in the format that the options ask for; what does not fit is refused before.
  ///
  /// - Parameter blocks: the blocks that such a report may have.
  func handOut<Block: RawRepresentable<String> & CaseIterable & Sendable>(
    _ blocks: Block.Type, _ draw: () throws -> some RenderableReport
  ) throws {
    let format = try reportFormat()
    let block: Block? = try given.optional("block", .choice())
    try checkDestination(format, block?.rawValue)
    let report = try draw()
    switch format {
    case .xml: try hand(out: report.xml)
    case .json: try hand(out: report.json)
    case .html: try hand(out: report.html)
    case .xlsx: try hand(out: report.xlsx)
    case .pdf: try hand(out: report.pdf)
    case .csv: try deliverCSV(report, block?.rawValue)
    }
  }

  /// The format that `--format` names, or `--json`; both may say the same.
  private func reportFormat() throws -> ReportFormat {
    let named: ReportFormat? = try given.optional("format", .choice())
    guard output.isJSON else { return named ?? .xml }
    if let named, named != .json { throw given.unfit("format", named.rawValue, "json where --json is given") }
    return .json
  }

  /// Whether the format fits where it is to go, before anything is drawn up.
  private func checkDestination(_ format: ReportFormat, _ block: String?) throws {
    switch (format, block) {
    case (.xml, .some(let block)), (.json, .some(let block)), (.html, .some(let block)),
      (.xlsx, .some(let block)), (.pdf, .some(let block)):
      throw given.unfit("block", block, "given with --format csv only")
    case (.csv, nil): _ = try folderForCSV()
    case (.csv, .some), (.xml, nil), (.json, nil), (.html, nil), (.xlsx, nil), (.pdf, nil): break
    }
  }

  /// Where the files of CSV go: a folder, which no stream can be.
  private func folderForCSV() throws -> String {
    guard try given.optional("out", .text) != nil else {
      throw given.missing(oneOf: ["--out FOLDER", "--block NAME"])
    }
    return try path("out", "a folder: CSV without --block is several files")
  }

  private func deliverCSV(_ report: some RenderableReport, _ block: String?) throws {
    if let block {
      guard let found = report.block(named: block) else {
        throw UnusableValue(
          field: "block", value: block,
          expected: "one of this report's blocks: \(report.blockNames.joined(separator: ", "))")
      }
      return try hand(out: found.csv)
    }
    let path = try folderForCSV()
    try surroundings.makeFolder(surroundings.absolute(path))
    for file in report.csvFiles {
      try surroundings.writeFile("\(surroundings.absolute(path))/\(file.name)", file.bytes)
    }
    try output.say("Wrote \(counted(report.csvFiles.count, "file")) to \(path).")
  }
}
