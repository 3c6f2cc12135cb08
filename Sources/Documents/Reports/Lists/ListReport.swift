import JSON
import People
import RegistrarXML
public import Values
import XML

/// A report that lists single people, certificates or experts, as figures and words. It names people: whoever draws it up
/// decides for whom.
public struct ListReport: RenderableReport {
  /// What it lists.
  public enum Kind: String, Sendable, CaseIterable {
    /// A session, with who took part.
    case session
    /// The register of experts, with who is available.
    case experts
    /// The certificates that run out on some days.
    case expiring
    /// What one person took part in and holds.
    case transcript
    /// What was given to assessors, and what they assessed.
    case assessors
  }

  /// What a list is drawn up by, whatever it lists.
  public struct Setting: Sendable {
    /// The days that the list is about; nil where it is about none.
    public let days: ClosedRange<Day>?
    /// The records are looked at as they stood at this instant.
    public let cutOff: Instant
    /// The language in which titles and names are asked for.
    public let language: LanguageTag
    public let words: ReportWords

    public init(days: ClosedRange<Day>? = nil, cutOff: Instant, language: LanguageTag, words: ReportWords) {
      self.days = days
      self.cutOff = cutOff
      self.language = language
      self.words = words
    }
  }

  /// A fact about the whole list.
  struct Particular: Sendable, Hashable {
    /// The name by which programs know it, unique in the list.
    let name: String
    let title: String
    /// What programs read.
    let value: String
    /// What people read.
    let text: String
  }

  public let kind: Kind
  let setting: Setting
  let subject: String
  let particulars: [Particular]
  public let blocks: [ReportBlock]

  /// The version of what lists count and how formats tell it, the one of `Schemas/xsd/list-report.xsd`.
  public static let version = "1.1"
}

extension ListReport {
  public var written: WrittenReport {
    let words = setting.words
    return WrittenReport(
      schema: .init(
        name: "list-report", namespace: RegistrarNamespace.listReport, version: ListReport.version,
        kind: kind.rawValue),
      words: words, title: words["list.\(kind.rawValue)"], subject: subject,
      days: setting.days.map { ($0.lowerBound, $0.upperBound) }, cutOff: setting.cutOff, facts: facts,
      correction: nil, blocks: blocks, picture: { _ in nil },
      head: .init(
        xml: { writeHead(to: &$0) }, json: { writeHead(to: &$0) }, csv: { writeHead(to: &$0) }))
  }

  private var facts: [(name: String, value: String)] {
    particulars.map { ($0.title, $0.text) } + [
      (setting.words["head.cut-off"], setting.cutOff.description)
    ]
  }

  private func writeHead(to writer: inout XMLWriter) {
    writer.element("head") { writer in
      if let days = setting.days {
        writer.element(
          "period", ["from": days.lowerBound.description, "to": days.upperBound.description])
      }
      writer.element("cut-off", text: setting.cutOff.description)
      writer.element("language", text: setting.language.text)
      writer.element("subject", text: subject)
      for particular in particulars {
        writer.element(
          "particular", ["name": particular.name, "value": particular.value], text: particular.text)
      }
    }
  }

  private func writeHead(to writer: inout JSONWriter) {
    writer.object { object in
      object.member("from", setting.days?.lowerBound.description)
      object.member("to", setting.days?.upperBound.description)
      object.member("cutOff", setting.cutOff.description)
      object.member("language", setting.language.text)
      object.member("subject", subject)
      object.member("particulars") { writer in
        writer.object { object in
          for particular in particulars { object.member(particular.name, particular.value) }
        }
      }
    }
  }

  private func writeHead(to writer: inout CSVWriter) {
    let words = setting.words
    writer.record(["subject", words["list.\(kind.rawValue)"], subject])
    if let days = setting.days {
      writer.record(["from", words["head.from"], days.lowerBound.description])
      writer.record(["to", words["head.to"], days.upperBound.description])
    }
    writer.record(["cut-off", words["head.cut-off"], setting.cutOff.description])
    for particular in particulars {
      writer.record([particular.name, particular.title, particular.value])
    }
  }
}

extension ListReport.Setting {
  /// A fact whose title is that of a column.
  func particular(_ name: String, _ value: String, _ text: String? = nil) -> ListReport.Particular {
    ListReport.Particular(name: name, title: words.column(name), value: value, text: text ?? value)
  }

  func particular(_ name: String, _ party: PartyLabel) -> ListReport.Particular {
    particular(name, party.code.text, party.name.text(for: language))
  }

  /// The cells of a party: its code and its name, or that none is recorded.
  func cells(_ party: PartyLabel?) -> [ReportCell] {
    [
      .code(party?.code.text ?? ReportCodes.unrecorded),
      .text(party?.name.text(for: language) ?? words.notRecorded),
    ]
  }

  /// The cells of somebody: the identifier and the name.
  func cells(_ person: PersonID, _ name: PersonName?) -> [ReportCell] {
    [.code(person.description), words.cell(name)]
  }

  /// What a table says where a day never came.
  func cell(_ day: Day?) -> ReportCell { day.map { .day($0) } ?? .empty }
}
