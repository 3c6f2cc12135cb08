public import ContentPackaging
public import People
public import Values
internal import XML

/// Organisations as reference data states them, before they are given an identity.
public struct OrganisationsDocument: Sendable, Hashable {
  /// One organisation.
  public struct Organisation: Sendable, Hashable {
    public let code: Stated<PartyCode>
    public let kind: Party.Kind
    public let region: Region?
    public let names: LocalizedText
    /// The days on which it holds its role; the first is not known where nobody said it.
    public let validity: DayRange
    public let seats: [Party.Seat]
    public let sources: [Party.Source]
    public let groups: [Party.GroupMembership]

    public init(
      code: Stated<PartyCode>, kind: Party.Kind, region: Region?, names: LocalizedText, validity: DayRange,
      seats: [Party.Seat], sources: [Party.Source], groups: [Party.GroupMembership] = []
    ) {
      self.code = code
      self.kind = kind
      self.region = region
      self.names = names
      self.validity = validity
      self.seats = seats
      self.sources = sources
      self.groups = groups
    }
  }

  /// The organisations in the document's order, no code twice.
  public let organisations: [Organisation]

  public init(organisations: [Organisation]) {
    self.organisations = organisations
  }
}

/// What an `organisations` document amounts to: the organisations, or why it is refused.
public struct OrganisationsReading: Sendable, Hashable {
  /// Nil where a finding is an error.
  public let document: OrganisationsDocument?
  /// All that was found, in the document's order.
  public let findings: [Finding]
}

/// Reads `Schemas/xsd/organisations.xsd`. All mistakes are told at once, each with its place.
public enum OrganisationsReader {
  /// Reads a document.
  ///
  /// - Parameter file: the name by which findings tell the file.
  public static func read(_ bytes: [UInt8], file: String) -> OrganisationsReading {
    var reading = DocumentReading(.organisations, file: file)
    let document = reading.root(of: bytes).map { organisations($0, &reading) }
    return OrganisationsReading(
      document: reading.findings.refuse ? nil : document, findings: reading.findings.list)
  }

  private static func organisations(
    _ root: XMLElement, _ reading: inout DocumentReading
  ) -> OrganisationsDocument {
    reading.refuseUnknown(root, attributes: [], children: ["organisation"])
    var organisations: [OrganisationsDocument.Organisation] = []
    var places: [PartyCode: Place] = [:]
    for element in root.children("organisation") {
      guard let organisation = organisation(element, &reading) else { continue }
      let code = organisation.code
      if let first = places.updateValue(code.place, forKey: code.value) {
        reading.findings.report(
          .organisationRepeated, "organisation \(code.value) stands at \(first) already", place: code.place)
      }
      organisations.append(organisation)
    }
    return OrganisationsDocument(organisations: organisations)
  }

  private static func organisation(
    _ element: XMLElement, _ reading: inout DocumentReading
  ) -> OrganisationsDocument.Organisation? {
    reading.refuseUnknown(
      element, attributes: ["code", "kind", "region", "from", "to"],
      children: ["name", "seat", "group", "source"])
    let code = reading.stated("code", of: element, expected: "a code") { PartyCode($0) }
    let kind: Party.Kind? = reading.choice("kind", of: element)
    let region: Region? = reading.optionalChoice("region", of: element)
    let names = reading.wordings("name", of: element)
    let validity = reading.daysAsFarAsKnown(of: element)
    let seats = element.children("seat").map { seat($0, &reading) }
    let groups = element.children("group").compactMap { group($0, &reading) }
    let sources = element.children("source").compactMap { source($0, &reading) }
    if let kind, kind.hasRegion != (element.attribute("region") != nil) {
      reading.findings.report(
        .organisationRegion, "\(kind.rawValue) \(kind.hasRegion ? "belongs to a region" : "has no region")",
        at: element, attribute: "region")
    }
    guard let code, let kind, let validity else { return nil }
    return OrganisationsDocument.Organisation(
      code: code, kind: kind, region: region, names: names, validity: validity, seats: seats,
      sources: sources, groups: groups)
  }

  private static func seat(_ element: XMLElement, _ reading: inout DocumentReading) -> Party.Seat {
    reading.refuseUnknown(element, attributes: ["place", "host", "from", "to", "source"], children: [])
    return Party.Seat(
      place: reading.text("place", of: element), host: reading.text("host", of: element),
      from: reading.partialDay("from", of: element), to: reading.partialDay("to", of: element),
      source: reading.address("source", of: element))
  }

  private static func group(
    _ element: XMLElement, _ reading: inout DocumentReading
  ) -> Party.GroupMembership? {
    reading.refuseUnknown(element, attributes: ["code", "from", "to", "source"], children: [])
    let code = reading.stated("code", of: element, expected: "a code") { PartyGroupCode($0) }
    let from = reading.partialDay("from", of: element)
    let to = reading.optional("to", of: element, expected: "a year, a month or a day, not before the first") {
      text -> PartialDay? in
      guard let day = PartialDay(text), from.map({ $0.firstDay <= day.lastDay }) ?? true else { return nil }
      return day
    }
    let source = reading.address("source", of: element)
    return code.map { Party.GroupMembership(group: $0.value, from: from, to: to, source: source) }
  }

  private static func source(_ element: XMLElement, _ reading: inout DocumentReading) -> Party.Source? {
    reading.refuseUnknown(element, attributes: ["address", "as-of"], children: [])
    if element.attribute("address") == nil {
      reading.findings.report(reading.format.attributeMissing, "source has no address", at: element)
    }
    let asOf = reading.partialDay("as-of", of: element)
    return reading.address("address", of: element).map { Party.Source(address: $0, asOf: asOf) }
  }
}

extension DocumentReading {
  fileprivate mutating func text(_ name: String, of element: XMLElement) -> String? {
    optional(name, of: element, expected: "a text") { $0.isEmpty ? nil : $0 }
  }

  fileprivate mutating func partialDay(_ name: String, of element: XMLElement) -> PartialDay? {
    optional(name, of: element, expected: "a year, a month or a day like 2026-06-30") { PartialDay($0) }
  }

  /// The address of a page: it is shown, and never fetched.
  fileprivate mutating func address(_ name: String, of element: XMLElement) -> String? {
    optional(name, of: element, expected: "an address of http or https, without white space") {
      $0.isPageAddress ? $0 : nil
    }
  }

  /// As `days`, but for a first day that nobody knows.
  fileprivate mutating func daysAsFarAsKnown(of element: XMLElement) -> DayRange? {
    guard element.attribute("from") == nil else { return days(of: element) }
    let to = optional("to", of: element, expected: "a day like 2026-06-30") { Day($0) }
    return .sinceUnknown(to: to)
  }
}

/// Writes `Schemas/xsd/organisations.xsd`: read again, it says the same.
public enum OrganisationsWriter {
  public static func write(_ document: OrganisationsDocument) -> [UInt8] {
    var xml = XMLWriter()
    xml.element("organisations", ["xmlns": RegistrarNamespace.organisations]) { xml in
      for organisation in document.organisations { write(organisation, to: &xml) }
    }
    return xml.finish()
  }

  private static func write(
    _ organisation: OrganisationsDocument.Organisation, to xml: inout XMLWriter
  ) {
    xml.element(
      "organisation",
      [
        "code": organisation.code.value.text, "kind": organisation.kind.rawValue,
        "region": organisation.region?.rawValue, "from": organisation.validity.knownFrom?.description,
        "to": organisation.validity.to?.description,
      ]
    ) { xml in
      xml.wordings(organisation.names, as: "name")
      for seat in organisation.seats {
        xml.element(
          "seat",
          [
            "place": seat.place, "host": seat.host, "from": seat.from?.text, "to": seat.to?.text,
            "source": seat.source,
          ])
      }
      for group in organisation.groups {
        xml.element(
          "group",
          ["code": group.group.text, "from": group.from?.text, "to": group.to?.text, "source": group.source])
      }
      for source in organisation.sources {
        xml.element("source", ["address": source.address, "as-of": source.asOf?.text])
      }
    }
  }
}

extension DocumentFormat {
  static let organisations = DocumentFormat(
    root: "organisations", namespace: RegistrarNamespace.organisations)
}

extension FindingCode {
  static let organisationRepeated = FindingCode(
    "organisations.repeated", .error, "Two organisations have the same code; capitals do not part codes.",
    fix: "Give each organisation a code of its own.")
  static let organisationRegion = FindingCode(
    "organisations.region", .error,
    "Members and regional entities belong to a region; every other kind of organisation belongs to none.",
    fix: "Add the region, or take it out.")
}
