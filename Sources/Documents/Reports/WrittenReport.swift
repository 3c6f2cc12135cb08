import HTML
import JSON
import Values
import XML

/// What every format is written from: the head, the words and the tables of a report, whatever it is about. Formats cannot
/// differ, since none knows more.
public struct WrittenReport: Sendable {
  /// The name, the namespace and the version of the format that programs read.
  let schema: Schema
  let words: ReportWords
  /// What kind of report it is, as people read it.
  let title: String
  /// Whom it is made out to, or what it is about.
  let subject: String
  /// The first and the last day that it is about; nil where it is about no days.
  let days: (from: Day, to: Day)?
  /// The instant that the records are looked at as of.
  let cutOff: Instant
  /// What was asked for and how the records were looked at, as people read it.
  let facts: [(name: String, value: String)]
  let correction: ReportIssue.Correction?
  let blocks: [ReportBlock]
  /// What is drawn beside a block's table; nil where nothing is.
  let picture: @Sendable (ReportBlock) -> Picture?
  let head: Head

  struct Schema: Sendable {
    let name: String
    let namespace: String
    let version: String
    /// Which of the reports that share the format it is; nil where there is one.
    var kind: String?
  }

  /// The head as programs read it.
  struct Head: Sendable {
    let xml: @Sendable (inout XMLWriter) -> Void
    let json: @Sendable (inout JSONWriter) -> Void
    let csv: @Sendable (inout CSVWriter) -> Void
  }
}

/// A report that is handed out in every format. The same report gives the same bytes.
public protocol RenderableReport: Sendable {
  var written: WrittenReport { get }
}

extension RenderableReport {
  /// In UTF-8; cost grows with the number of cells, as of every format.
  public var xml: [UInt8] { written.xml }
  /// In UTF-8.
  public var json: [UInt8] { written.json }
  /// One file that holds all it needs, in UTF-8.
  public var html: [UInt8] { written.html }
  /// Throws where the system gives no room for a workbook.
  public var xlsx: [UInt8] { get throws { try written.xlsx } }
  /// Throws where the system gives no room for pages.
  public var pdf: [UInt8] { get throws { try written.pdf } }
  /// `definitions.csv` with what was asked for and what each block counts, then a file for each block.
  public var csvFiles: [ReportCSVFile] { written.csvFiles }

  /// The names of its blocks, in their order.
  public var blockNames: [String] { written.blocks.map(\.name.rawValue) }

  /// The block of a name; nil where the report has none such.
  public func block(named name: String) -> ReportBlock? {
    written.blocks.first { $0.name.rawValue == name }
  }
}
