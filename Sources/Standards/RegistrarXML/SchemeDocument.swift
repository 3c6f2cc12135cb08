public import Assessment
public import Catalogue
public import Certification
public import ContentPackaging
public import People
public import Values
internal import XML

/// A certification scheme as its XML states it, before it is given an identity.
public struct SchemeDocument: Sendable, Hashable {
  /// One state of its rules. Where what it names is not there, or its rules contradict each other, is told by operations.
  public struct Version: Sendable, Hashable {
    public let number: Stated<Int>
    public let kind: SchemeVersion.Kind
    /// The course that must have been attended, completed or passed.
    public let course: Stated<CourseCode>
    /// The scaled score, 0 to 1, that must have been reached, for achievement only; nil where a pass is asked.
    public let minimumScore: ExactDecimal?
    public let minimumTrust: EvidenceTrust
    /// The schemes of which a certificate in force is required, each once.
    public let prerequisites: [Stated<SchemeCode>]
    /// What is asked of who decides.
    public let decision: DecisionRule
    public let validity: Validity
    /// How certificates are renewed; nil where they are not.
    public let renewal: Renewal<Stated<CourseCode>>?
    /// The zone whose days count for issue and expiry.
    public let timeZone: Stated<String>
    /// Which items of standards a certificate attests, each once.
    public let attests: [Claim]

    public init(
      number: Stated<Int>, kind: SchemeVersion.Kind, course: Stated<CourseCode>, minimumScore: ExactDecimal?,
      minimumTrust: EvidenceTrust = .selfReported, prerequisites: [Stated<SchemeCode>] = [],
      decision: DecisionRule = .anybody, validity: Validity, renewal: Renewal<Stated<CourseCode>>? = nil,
      timeZone: Stated<String>, attests: [Claim] = []
    ) {
      self.number = number
      self.kind = kind
      self.course = course
      self.minimumScore = minimumScore
      self.minimumTrust = minimumTrust
      self.prerequisites = prerequisites
      self.decision = decision
      self.validity = validity
      self.renewal = renewal
      self.timeZone = timeZone
      self.attests = attests
    }
  }

  /// An item of a standard that is attested, with the places of what names it.
  public struct Claim: Sendable, Hashable {
    public let edition: Stated<StandardEditionCode>
    public let item: Stated<StandardItemCode>
    public let depth: Stated<StandardDepthCode>?

    public init(
      edition: Stated<StandardEditionCode>, item: Stated<StandardItemCode>, depth: Stated<StandardDepthCode>?
    ) {
      self.edition = edition
      self.item = item
      self.depth = depth
    }

    /// A claim that no document states.
    public init(_ claim: StandardClaim) {
      self.init(
        edition: Stated(claim.edition), item: Stated(claim.item), depth: claim.depth.map { Stated($0) })
    }

    public var claim: StandardClaim {
      StandardClaim(edition: edition.value, item: item.value, depth: depth?.value)
    }
  }

  public let code: Stated<SchemeCode>
  public let titles: LocalizedText
  /// The organisation that issues every certificate of the scheme.
  public let issuer: Stated<PartyCode>
  /// The versions in their order, numbered from 1 without gaps, one at least.
  public let versions: [Version]

  public init(
    code: Stated<SchemeCode>, titles: LocalizedText, issuer: Stated<PartyCode>, versions: [Version]
  ) {
    self.code = code
    self.titles = titles
    self.issuer = issuer
    self.versions = versions
  }
}

/// What a `scheme` document amounts to: the scheme, or why it is refused.
public struct SchemeReading: Sendable, Hashable {
  /// Nil where a finding is an error.
  public let scheme: SchemeDocument?
  /// All that was found, in the document's order.
  public let findings: [Finding]
}

/// Reads `Schemas/xsd/scheme.xsd`. All mistakes are told at once, each with its place.
public enum SchemeReader {
  /// Reads a document.
  ///
  /// - Parameter file: the name by which findings tell the file.
  public static func read(_ bytes: [UInt8], file: String) -> SchemeReading {
    var reading = DocumentReading(.scheme, file: file)
    let document = reading.root(of: bytes).flatMap { scheme($0, &reading) }
    return SchemeReading(
      scheme: reading.findings.refuse ? nil : document, findings: reading.findings.list)
  }

  private static func scheme(_ root: XMLElement, _ reading: inout DocumentReading) -> SchemeDocument? {
    reading.refuseUnknown(root, attributes: ["code", "issuer"], children: ["title", "version"])
    let code = reading.stated("code", of: root, expected: "a code") { SchemeCode($0) }
    let issuer = reading.stated("issuer", of: root, expected: "a code") { PartyCode($0) }
    let titles = reading.wordings("title", of: root)
    let versions = root.children("version").enumerated().compactMap { index, element in
      version(element, number: index + 1, &reading)
    }
    if root.child("version") == nil {
      reading.findings.report(.schemeVersionsMissing, "the scheme has no version", at: root)
    }
    guard let code, let issuer else { return nil }
    return SchemeDocument(code: code, titles: titles, issuer: issuer, versions: versions)
  }

  private static func version(
    _ element: XMLElement, number: Int, _ reading: inout DocumentReading
  ) -> SchemeDocument.Version? {
    reading.refuseUnknown(
      element,
      attributes: [
        "number", "kind", "course", "minimum-score", "minimum-trust", "release", "validity-months",
        "time-zone",
      ],
      children: ["requires", "separate", "renewal", "attests"])
    let stated = reading.stated("number", of: element, expected: "\(number), as its place is") {
      $0 == String(number) ? number : nil
    }
    let kind: SchemeVersion.Kind? = reading.choice("kind", of: element)
    let course = reading.stated("course", of: element, expected: "a code") { CourseCode($0) }
    let score = reading.optional(
      "minimum-score", of: element, expected: "a decimal number from 0 to 1", scaledScore)
    if score != nil, let kind, kind != .achievement {
      reading.findings.report(
        reading.format.attributeUnusable, "minimum-score stands only where the kind is achievement",
        at: element, attribute: "minimum-score")
    }
    let months = reading.optional(
      "validity-months", of: element, expected: "a number of months from 1 to 1200", months)
    let zone = reading.stated("time-zone", of: element, expected: "a time zone like Africa/Nairobi") {
      $0.isEmpty ? nil : $0
    }
    let trust: EvidenceTrust? = reading.optionalChoice("minimum-trust", of: element)
    let prerequisites = prerequisites(of: element, &reading)
    guard let stated, let kind, let course, let zone else { return nil }
    return SchemeDocument.Version(
      number: stated, kind: kind, course: course, minimumScore: score,
      minimumTrust: trust ?? .selfReported, prerequisites: prerequisites,
      decision: decision(of: element, &reading), validity: months.map(Validity.months) ?? .unlimited,
      renewal: renewal(of: element, ends: months != nil, &reading), timeZone: zone,
      attests: claims(of: element, &reading))
  }

  private static func claims(
    of version: XMLElement, _ reading: inout DocumentReading
  ) -> [SchemeDocument.Claim] {
    var claims: [SchemeDocument.Claim] = []
    for element in version.children("attests") {
      reading.refuseUnknown(element, attributes: ["standard", "item", "depth"], children: [])
      let edition = reading.stated("standard", of: element, expected: "a code") { StandardEditionCode($0) }
      let item = reading.stated("item", of: element, expected: "a code that stands here once") { text in
        StandardItemCode(text).flatMap { code in
          claims.contains { $0.item.value == code && $0.edition.value == edition?.value } ? nil : code
        }
      }
      let depth = element.attribute("depth").flatMap { _ in
        reading.stated("depth", of: element, expected: "a code") { StandardDepthCode($0) }
      }
      guard let edition, let item else { continue }
      claims.append(SchemeDocument.Claim(edition: edition, item: item, depth: depth))
    }
    return claims
  }

  private static func renewal(
    of version: XMLElement, ends: Bool, _ reading: inout DocumentReading
  ) -> Renewal<Stated<CourseCode>>? {
    guard let element = version.child("renewal") else { return nil }
    reading.refuseUnknown(element, attributes: ["opens", "grace", "course", "attainment"], children: [])
    for another in version.children("renewal").dropFirst() {
      reading.findings.report(.schemeRenewalTwice, "the version says twice how it is renewed", at: another)
    }
    if !ends {
      reading.findings.report(
        .schemeRenewalWithoutEnd, "certificates that never end are not renewed", at: element)
    }
    let span = "a span like P90D or P6M"
    let opens = reading.stated("opens", of: element, expected: span) { CalendarSpan($0) }
    let grace = reading.optional("grace", of: element, expected: span) { CalendarSpan($0) }
    let course = element.attribute("course").flatMap { _ in
      reading.stated("course", of: element, expected: "a code") { CourseCode($0) }
    }
    let attainment: Attainment? = reading.optionalChoice("attainment", of: element)
    guard let opens else { return nil }
    if attainment != nil, element.attribute("course") == nil {
      reading.findings.report(
        reading.format.attributeUnusable, "attainment stands only beside a course", at: element,
        attribute: "attainment")
    }
    return Renewal(
      opens: opens.value, grace: grace,
      evidence: course.map { .refresher($0, attainment ?? .attendance) } ?? .sameAgain)
  }

  private static func decision(of version: XMLElement, _ reading: inout DocumentReading) -> DecisionRule {
    let release: Release? = reading.optionalChoice("release", of: version)
    var separation: Set<Duty> = []
    for element in version.children("separate") {
      reading.refuseUnknown(element, attributes: ["duty"], children: [])
      if let duty: Duty = reading.choice("duty", of: element) { separation.insert(duty) }
    }
    return DecisionRule(separation: separation, isReleasedByAnother: release == .byAnother)
  }

  private static func prerequisites(
    of version: XMLElement, _ reading: inout DocumentReading
  ) -> [Stated<SchemeCode>] {
    var (prerequisites, seen) = ([Stated<SchemeCode>](), Set<SchemeCode>())
    for element in version.children("requires") {
      reading.refuseUnknown(element, attributes: ["scheme"], children: [])
      let code = reading.stated("scheme", of: element, expected: "a code that stands here once") {
        SchemeCode($0).flatMap { seen.contains($0) ? nil : $0 }
      }
      guard let code else { continue }
      prerequisites.append(code)
      seen.insert(code.value)
    }
    return prerequisites
  }

  private static func months(_ text: String) -> Int? {
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let months = Int(text) else { return nil }
    return (1...1200).contains(months) ? months : nil
  }
}

/// Writes `Schemas/xsd/scheme.xsd`: read again, it says the same.
public enum SchemeWriter {
  public static func write(_ scheme: SchemeDocument) -> [UInt8] {
    var xml = XMLWriter()
    xml.element(
      "scheme",
      [
        "xmlns": RegistrarNamespace.scheme, "code": scheme.code.value.text,
        "issuer": scheme.issuer.value.text,
      ]
    ) { xml in
      xml.wordings(scheme.titles, as: "title")
      for version in scheme.versions { write(version, to: &xml) }
    }
    return xml.finish()
  }

  private static func write(_ version: SchemeDocument.Version, to xml: inout XMLWriter) {
    var months: String?
    if case .months(let count) = version.validity { months = String(count) }
    xml.element(
      "version",
      [
        "number": String(version.number.value), "kind": version.kind.rawValue,
        "course": version.course.value.text, "minimum-score": version.minimumScore?.description,
        "minimum-trust": version.minimumTrust == .selfReported ? nil : version.minimumTrust.rawValue,
        "release": version.decision.isReleasedByAnother ? Release.byAnother.rawValue : nil,
        "validity-months": months, "time-zone": version.timeZone.value,
      ]
    ) { xml in
      for duty in version.decision.separated { xml.element("separate", ["duty": duty.rawValue]) }
      for required in version.prerequisites {
        xml.element("requires", ["scheme": required.value.text])
      }
      if let renewal = version.renewal { write(renewal, to: &xml) }
      for claim in version.attests.map(\.claim) {
        xml.element(
          "attests",
          ["standard": claim.edition.text, "item": claim.item.text, "depth": claim.depth?.text])
      }
    }
  }
}

extension SchemeWriter {
  private static func write(_ renewal: Renewal<Stated<CourseCode>>, to xml: inout XMLWriter) {
    var refresher: (course: String, attainment: String)?
    if case .refresher(let course, let attainment) = renewal.evidence {
      refresher = (course.value.text, attainment.rawValue)
    }
    xml.element(
      "renewal",
      [
        "opens": renewal.opens.description, "grace": renewal.grace?.description,
        "course": refresher?.course, "attainment": refresher?.attainment,
      ])
  }
}

/// How an award takes effect.
private enum Release: String, CaseIterable {
  case byOne = "one-person"
  case byAnother = "two-persons"
}

extension DocumentFormat {
  static let scheme = DocumentFormat(root: "scheme", namespace: RegistrarNamespace.scheme)
}

extension FindingCode {
  static let schemeVersionsMissing = FindingCode(
    "scheme.versions.missing", .error, "A scheme has one version of its rules at least.",
    fix: "Add a version element.")
  static let schemeRenewalTwice = FindingCode(
    "scheme.renewal.twice", .error, "A version says once how its certificates are renewed.",
    fix: "Leave one of the renewal elements.")
  static let schemeRenewalWithoutEnd = FindingCode(
    "scheme.renewal.without-end", .error, "What never ends is not renewed.",
    fix: "Add validity-months to the version, or leave out the renewal.")
}
