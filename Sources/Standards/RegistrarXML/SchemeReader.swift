internal import Assessment
internal import Catalogue
internal import Certification
internal import ContentPackaging
internal import People
internal import Values
internal import XML

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
      children: ["requires", "separate", "renewal", "attests", "stage"])
    let stated = reading.stated("number", of: element, expected: "\(number), as its place is") {
      $0 == String(number) ? number : nil
    }
    let kind: SchemeVersion.Kind? = reading.choice("kind", of: element)
    let course = reading.stated("course", of: element, expected: "a code") { CourseCode($0) }
    let score = reading.optional(
      "minimum-score", of: element, expected: "a decimal number from 0 to 1", scaledScore)
    if score != nil, let kind, kind.attainment != .achievement {
      reading.findings.report(
        reading.format.attributeUnusable,
        "minimum-score stands only where the kind is achievement or master-trainer",
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
      attests: claims(of: element, &reading), stages: stages(of: element, before: course, kind, &reading))
  }

  private static func stages(
    of version: XMLElement, before course: Stated<CourseCode>, _ kind: SchemeVersion.Kind,
    _ reading: inout DocumentReading
  ) -> [SchemeStage<Stated<CourseCode>>] {
    var (stages, seen) = ([SchemeStage<Stated<CourseCode>>](), Set([course.value]))
    for element in version.children("stage") {
      reading.refuseUnknown(element, attributes: ["course", "attainment", "waivable"], children: [])
      let stated = reading.stated("course", of: element, expected: "a code that stands in the version once") {
        CourseCode($0).flatMap { seen.contains($0) ? nil : $0 }
      }
      let attainment: Attainment? = reading.choice("attainment", of: element)
      let waivable: YesOrNo? = reading.optionalChoice("waivable", of: element)
      guard let stated, let attainment else { continue }
      seen.insert(stated.value)
      stages.append(SchemeStage(course: stated, attainment: attainment, mayBeWaived: waivable == .yes))
    }
    if kind == .masterTrainer, version.child("stage") == nil {
      reading.findings.report(
        .schemeStagesMissing, "a Master Trainer is whoever went through stages, and there is none",
        at: version)
    }
    return stages
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
