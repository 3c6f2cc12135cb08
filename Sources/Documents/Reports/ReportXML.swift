import People
import RegistrarXML
import Values
import XML

/// The report as XML, valid against `Schemas/xsd/certification-report.xsd`.
///
/// It is written here and not in RegistrarXML, because an arrow from Standards to Documents would turn back: that room
/// knows the namespace, this one the report.
extension WrittenReport {
  var xml: [UInt8] {
    var writer = XMLWriter()
    writer.element(
      schema.name,
      [
        "xmlns": schema.namespace, "schema-version": schema.version, "kind": schema.kind,
        "xml:lang": words.language.text,
      ]
    ) { writer in
      head.xml(&writer)
      for block in blocks { block.write(to: &writer) }
    }
    return writer.finish()
  }
}

extension CertificationReport {
  func writeHead(to writer: inout XMLWriter) {
    writer.element("head") { writer in
      if let issue { issue.write(to: &writer) }
      writer.element("audience", text: parameters.audience.rawValue)
      if let party = parameters.party {
        writer.element(
          "party",
          [
            "id": party.id.description, "code": party.code.text, "kind": party.kind.rawValue,
            "region": party.region?.rawValue,
          ], text: party.names.text(for: parameters.language))
      }
      writer.element(
        "period",
        [
          "from": parameters.from.description, "to": parameters.to.description,
          "time-zone": parameters.timeZone,
        ])
      writer.element("cut-off", text: parameters.cutOff.description)
      writer.element("language", text: parameters.language.text)
      writer.element("scope", text: scope)
      writer.element("suppression", ["below": suppressionThreshold.map(String.init)], text: suppression)
      for edition in editions { writer.element("edition", text: edition.text) }
    }
  }
}

extension ReportIssue {
  fileprivate func write(to writer: inout XMLWriter) {
    writer.element(
      "issue",
      ["id": id.description, "version": String(version), "issued-at": issuedAt.description]
    ) { writer in
      if let signatory { writer.element("signatory", text: signatory) }
      guard let correction else { return }
      writer.element(
        "correction", ["of": correction.of.description, "changes": String(correction.changeCount)]
      ) { writer in
        writer.element("reason", text: correction.reason)
        for change in correction.changes {
          writer.element(
            "change",
            [
              "block": change.block, "row": change.row, "column": change.column, "before": change.before,
              "after": change.after,
            ])
        }
      }
    }
  }
}

extension ReportBlock {
  fileprivate func write(to writer: inout XMLWriter) {
    writer.element("block", ["name": name.rawValue]) { writer in
      writer.element("title", text: title)
      writer.element("definition", text: definition)
      writer.element("columns") { writer in
        for column in columns { column.write(to: &writer) }
      }
      if rows.isEmpty {
        writer.element("no-records")
      } else {
        writer.element("rows") { writer in
          for row in rows { writer.element("row") { write(row, to: &$0) } }
        }
      }
      if let total { writer.element("total") { write(total, to: &$0) } }
    }
  }

  private func write(_ row: [ReportCell], to writer: inout XMLWriter) {
    for (column, cell) in zip(columns, row) { cell.write(in: column.name, to: &writer) }
  }
}

extension ReportColumn {
  fileprivate func write(to writer: inout XMLWriter) {
    writer.element(
      "column",
      [
        "name": name, "kind": kind.name, "unit": kind.unit?.rawValue,
        "additive": kind.isAdditive.map { $0 ? "true" : "false" },
      ], text: title)
  }
}

extension ReportCell {
  fileprivate func write(in column: String, to writer: inout XMLWriter) {
    switch self {
    case .code(let code): writer.element("code", ["column": column], text: code)
    case .text(let text): writer.element("text", ["column": column], text: text)
    case .day(let day): writer.element("day", ["column": column], text: day.description)
    case .count(let count): writer.element("count", ["column": column], text: String(count))
    case .percent(let tenths, let base):
      writer.element(
        "percent", ["column": column, "base": String(base)], text: ReportCell.decimal(tenths: tenths))
    case .mean(let hundredths, let base):
      writer.element(
        "mean", ["column": column, "base": String(base)], text: ReportCell.decimal(hundredths: hundredths))
    case .suppressed: writer.element("suppressed", ["column": column])
    case .empty: writer.element("empty", ["column": column])
    }
  }
}
