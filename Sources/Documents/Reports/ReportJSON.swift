import JSON
import People
import Values

/// The report as JSON. Members stand in a fixed order; a suppressed figure is `{"suppressed": true}`, never a number,
/// and what there is nothing to show for is `null`.
extension WrittenReport {
  var json: [UInt8] {
    var writer = JSONWriter(.indented)
    writer.object { object in
      object.member("format", schema.name)
      object.member("formatVersion", schema.version)
      object.member("kind", schema.kind)
      object.member("wordsLanguage", words.language.text)
      object.member("head") { head.json(&$0) }
      object.member("blocks") { $0.array(blocks) { $1.write(to: &$0) } }
    }
    return writer.bytes + [0x0A]
  }
}

extension CertificationReport {
  func writeHead(to writer: inout JSONWriter) {
    writer.object { object in
      if let issue { object.member("issue") { issue.write(to: &$0) } }
      object.member("audience", parameters.audience.rawValue)
      if let party = parameters.party {
        object.member("party") { writer in
          writer.object { object in
            object.member("id", party.id.description)
            object.member("code", party.code.text)
            object.member("kind", party.kind.rawValue)
            object.member("region", party.region?.rawValue)
            object.member("name", party.names.text(for: parameters.language))
          }
        }
      }
      object.member("from", parameters.from.description)
      object.member("to", parameters.to.description)
      object.member("timeZone", parameters.timeZone)
      object.member("cutOff", parameters.cutOff.description)
      object.member("language", parameters.language.text)
      object.member("scope", scope)
      object.member("suppressedBelow", suppressionThreshold)
      object.member("suppression", suppression)
      object.member("editions") { $0.array(editions) { $0.string($1.text) } }
    }
  }
}

extension ReportIssue {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.object { object in
      object.member("id", id.description)
      object.member("version", version)
      object.member("issuedAt", issuedAt.description)
      object.member("signatory", signatory)
      guard let correction else { return }
      object.member("corrects", correction.of.description)
      object.member("reason", correction.reason)
      object.member("changeCount", correction.changeCount)
      object.member("changes") { writer in
        writer.array(correction.changes) { $1.write(to: &$0) }
      }
    }
  }
}

extension FigureChange {
  /// The change as a member of `changes`: a row that one version lacks is `null` there.
  fileprivate func write(to writer: inout JSONWriter) {
    writer.object { object in
      object.member("block", block)
      object.member("row", row)
      object.member("column", column)
      object.member("before", orNull: before)
      object.member("after", orNull: after)
    }
  }
}

extension ReportBlock {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.object { object in
      object.member("name", name.rawValue)
      object.member("title", title)
      object.member("definition", definition)
      object.member("columns") { $0.array(columns) { $1.write(to: &$0) } }
      if rows.isEmpty { object.member("noRecords", true) }
      object.member("rows") { $0.array(rows) { write($1, to: &$0) } }
      if let total { object.member("total") { write(total, to: &$0) } }
    }
  }

  private func write(_ row: [ReportCell], to writer: inout JSONWriter) {
    writer.object { object in
      for (column, cell) in zip(columns, row) {
        object.name(column.name)
        cell.write(to: &object)
      }
    }
  }
}

extension ReportColumn {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.object { object in
      object.member("name", name)
      object.member("title", title)
      object.member("kind", kind.name)
      object.member("unit", kind.unit?.rawValue)
      object.member("additive", kind.isAdditive)
    }
  }
}

extension ReportCell {
  fileprivate func write(to writer: inout JSONWriter) {
    switch self {
    case .code(let text), .text(let text): writer.string(text)
    case .day(let day): writer.string(day.description)
    case .count(let count): writer.integer(count)
    case .percent(let tenths, let base):
      writer.object { object in
        object.name("percent")
        object.number(exactly: ReportCell.decimal(tenths: tenths))
        object.member("base", base)
      }
    case .mean(let hundredths, let base):
      writer.object { object in
        object.name("mean")
        object.number(exactly: ReportCell.decimal(hundredths: hundredths))
        object.member("base", base)
      }
    case .suppressed: writer.object { $0.member("suppressed", true) }
    case .empty: writer.null()
    }
  }
}
