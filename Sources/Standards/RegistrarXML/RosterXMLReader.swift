internal import ContentPackaging
internal import Enrolment
internal import People
internal import Values
internal import XML

/// Reads `Schemas/xsd/roster.xsd`. All mistakes are told at once, each with its place; whoever can be used is.
public enum RosterXMLReader {
  /// Reads a document.
  ///
  /// - Parameter file: the name by which findings tell the file.
  public static func read(_ bytes: [UInt8], file: String) -> RosterReading {
    var reading = DocumentReading(.roster, file: file)
    let document = reading.root(of: bytes).flatMap { roster($0, &reading) }
    return RosterReading(document: document, findings: reading.findings.list)
  }

  private static func roster(_ root: XMLElement, _ reading: inout DocumentReading) -> RosterDocument? {
    reading.refuseUnknown(root, attributes: ["source"], children: ["person"])
    let source: SourceCode? = reading.code("source", of: root)
    guard let source, !reading.findings.refuse else { return nil }
    var (entries, unusable): ([RosterEntry], Int) = ([], 0)
    for (index, element) in root.children("person").enumerated() {
      guard index < RosterDocument.mostEntries else {
        reading.findings.report(.rosterTooLong, "there are more entries", at: element)
        return nil
      }
      if let entry = entry(element, number: index + 1, source, &reading) {
        entries.append(entry)
      } else {
        unusable += 1
      }
    }
    if entries.isEmpty, unusable == 0 {
      reading.findings.report(.rosterEntriesMissing, "the roster holds nobody", at: root)
      return nil
    }
    return RosterDocument(entries: entries, unusableEntries: unusable)
  }

  /// The entry; nil, with a finding, where anything of it is not usable.
  private static func entry(
    _ element: XMLElement, number: Int, _ source: SourceCode, _ reading: inout DocumentReading
  ) -> RosterEntry? {
    let before = reading.errors
    reading.refuseUnknown(
      element, attributes: ["id", "name", "sex", "language"],
      children: ["mailbox", "affiliation", "nomination", "enrolment"])
    let identity = reading.stated("id", of: element, expected: "1 to 128 visible ASCII characters") {
      SourceIdentifier($0).map { SourceIdentity(source: source, identifier: $0) }
    }
    let name = reading.stated("name", of: element, expected: "a name") { $0.isEmpty ? nil : $0 }
    let sex: Person.Sex? = reading.optionalChoice("sex", of: element)
    let language = reading.optional("language", of: element, expected: "a language tag like en or pt-BR") {
      LanguageTag($0)
    }
    let affiliations = element.children("affiliation").compactMap { affiliation($0, &reading) }
    let nominations = element.children("nomination").compactMap { nomination($0, &reading) }
    let enrolments = element.children("enrolment").compactMap { enrolment($0, &reading) }
    guard let identity, let name, reading.errors == before else { return nil }
    return RosterEntry(
      path: "roster/person[\(number)]", number: number, place: element.place, identity: identity, name: name,
      sex: sex.map { element.stating($0, "sex") }, language: language.map { element.stating($0, "language") },
      mailboxes: element.children("mailbox").map { Stated($0.text, name: "mailbox", place: $0.place) },
      affiliations: affiliations, nominations: nominations, enrolments: enrolments)
  }

  private static func affiliation(
    _ element: XMLElement, _ reading: inout DocumentReading
  ) -> RosterAffiliation? {
    reading.refuseUnknown(
      element, attributes: ["organisation", "unit", "post", "role-level", "from", "to"], children: [])
    let organisation = reading.stated("organisation", of: element, expected: "a code") { PartyCode($0) }
    let level: RoleLevel? = reading.optionalChoice("role-level", of: element)
    let from = reading.optional("from", of: element, expected: "a day like 2026-06-30") { Day($0) }
    let to = reading.optional("to", of: element, expected: "a day like 2026-06-30") { Day($0) }
    if let from, let to, to < from {
      reading.findings.report(
        reading.format.attributeUnusable, "to is a day not before \(from)", at: element, attribute: "to",
        text: to.description)
    }
    let (unit, post) = (line("unit", of: element, &reading), line("post", of: element, &reading))
    return organisation.map {
      RosterAffiliation(
        organisation: $0, unit: unit, post: post, roleLevel: level,
        from: from.map { element.stating($0, "from") }, to: to.map { element.stating($0, "to") })
    }
  }

  /// An attribute of which something is seen; empty where it is not there.
  private static func line(
    _ name: String, of element: XMLElement, _ reading: inout DocumentReading
  ) -> String {
    let text = collapsed(element.attribute(name) ?? "")
    if !text.isEmpty, !text.isVisibleLine {
      reading.findings.report(
        reading.format.attributeUnusable, "\(name) is one line of text of which something is seen",
        at: element,
        attribute: name, text: text)
    }
    return text
  }

  private static func nomination(
    _ element: XMLElement, _ reading: inout DocumentReading
  ) -> RosterNomination? {
    reading.refuseUnknown(element, attributes: ["session", "organisation"], children: [])
    let session = reading.stated("session", of: element, expected: "a code") { SessionCode($0) }
    let organisation = reading.stated("organisation", of: element, expected: "a code") { PartyCode($0) }
    guard let session, let organisation else { return nil }
    return RosterNomination(session: session, organisation: organisation)
  }

  private static func enrolment(
    _ element: XMLElement, _ reading: inout DocumentReading
  ) -> Stated<SessionCode>? {
    reading.refuseUnknown(element, attributes: ["session"], children: [])
    return reading.stated("session", of: element, expected: "a code") { SessionCode($0) }
  }
}

extension DocumentFormat {
  static let roster = DocumentFormat(root: "roster", namespace: RegistrarNamespace.roster)
}
