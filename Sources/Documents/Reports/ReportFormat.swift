/// The formats that a report is rendered in, the one that is chosen where nobody says first.
public enum ReportFormat: String, Sendable, CaseIterable {
  case xml, csv, json, html, xlsx, pdf

  /// The media type, without parameters.
  public var mediaType: String {
    switch self {
    case .xml: "application/xml"
    case .csv: "text/csv"
    case .json: "application/json"
    case .html: "text/html"
    case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    case .pdf: "application/pdf"
    }
  }

  /// The media type with what a reader has to know to read it.
  public var contentType: String {
    switch self {
    case .csv: "text/csv; charset=utf-8; header=present"
    case .html: "text/html; charset=utf-8"
    case .xml, .json, .xlsx, .pdf: mediaType
    }
  }
}

/// A report in one format, or with comma-separated values a part of it, as a file.
public struct ReportDocument: Sendable, Hashable {
  /// The file's name, without a folder; unique within the report.
  public let name: String
  /// The format it is in.
  public let format: ReportFormat
  /// The content.
  public let bytes: [UInt8]

  /// The name of the document that holds every figure for programs.
  public static let figuresName = "report.json"
}

extension RenderableReport {
  /// The report in every format, in the order of the formats; a file for each block where the format has one table a
  /// file. The same report gives the same bytes. Throws where the system gives no room for a workbook or for pages.
  public var documents: [ReportDocument] {
    get throws { try ReportFormat.allCases.flatMap(documents) }
  }

  /// The report in one format.
  public func documents(in format: ReportFormat) throws -> [ReportDocument] {
    switch format {
    case .xml: [ReportDocument(name: "report.xml", format: .xml, bytes: xml)]
    case .json: [ReportDocument(name: ReportDocument.figuresName, format: .json, bytes: json)]
    case .html: [ReportDocument(name: "report.html", format: .html, bytes: html)]
    case .xlsx: [ReportDocument(name: "report.xlsx", format: .xlsx, bytes: try xlsx)]
    case .pdf: [ReportDocument(name: "report.pdf", format: .pdf, bytes: try pdf)]
    case .csv: csvFiles.map { ReportDocument(name: $0.name, format: .csv, bytes: $0.bytes) }
    }
  }
}

extension CertificationReport {
  /// The version of what blocks count and how formats tell it, the one of the XML schema.
  public static let version = "1.5"
}
