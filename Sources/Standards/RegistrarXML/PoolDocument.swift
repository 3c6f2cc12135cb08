public import Accreditation
public import Assessment
public import ContentPackaging
public import Values
internal import XML

/// A pool of experts as its XML states it, before it is given an identity.
public struct PoolDocument: Sendable, Hashable {
  /// One state of its rules, with the place of its number.
  public struct Version: Sendable, Hashable {
    public let number: Stated<Int>
    public let rules: PoolVersion
    /// The rubrics that its stages are judged by, each where it is named.
    public let rubrics: [Stated<RubricCode>]

    public init(number: Stated<Int>, rules: PoolVersion, rubrics: [Stated<RubricCode>] = []) {
      self.number = number
      self.rules = rules
      self.rubrics = rubrics
    }
  }

  public let code: Stated<PoolCode>
  public let titles: LocalizedText
  public let category: ExpertCategory
  public let subject: SubjectCode?
  /// The versions in their order, numbered from 1 without gaps, one at least.
  public let versions: [Version]

  public init(
    code: Stated<PoolCode>, titles: LocalizedText, category: ExpertCategory, subject: SubjectCode?,
    versions: [Version]
  ) {
    self.code = code
    self.titles = titles
    self.category = category
    self.subject = subject
    self.versions = versions
  }
}

/// What a `pool` document amounts to: the pool, or why it is refused.
public struct PoolReading: Sendable, Hashable {
  /// Nil where a finding is an error.
  public let pool: PoolDocument?
  /// All that was found, in the document's order.
  public let findings: [Finding]
}

/// Reads `Schemas/xsd/pool.xsd`. All mistakes are told at once, each with its place.
public enum PoolReader {
  /// Reads a document.
  ///
  /// - Parameter file: the name by which findings tell the file.
  public static func read(_ bytes: [UInt8], file: String) -> PoolReading {
    var reading = DocumentReading(.pool, file: file)
    let document = reading.root(of: bytes).flatMap { pool($0, &reading) }
    return PoolReading(pool: reading.findings.refuse ? nil : document, findings: reading.findings.list)
  }

  private static func pool(_ root: XMLElement, _ reading: inout DocumentReading) -> PoolDocument? {
    reading.refuseUnknown(
      root, attributes: ["code", "category", "subject"], children: ["title", "version"])
    let code = reading.stated("code", of: root, expected: "a code") { PoolCode($0) }
    let category: ExpertCategory? = reading.choice("category", of: root)
    let subject = reading.optional("subject", of: root, expected: "a code") { SubjectCode($0) }
    let titles = reading.wordings("title", of: root)
    let versions = root.children("version").enumerated().compactMap { index, element in
      version(element, number: index + 1, &reading)
    }
    if root.child("version") == nil {
      reading.findings.report(.poolVersionsMissing, "the pool has no version", at: root)
    }
    guard let code, let category else { return nil }
    return PoolDocument(
      code: code, titles: titles, category: category, subject: subject, versions: versions)
  }

  private static func version(
    _ element: XMLElement, number: Int, _ reading: inout DocumentReading
  ) -> PoolDocument.Version? {
    reading.refuseUnknown(
      element, attributes: ["number", "term-months", "apart"], children: ["stage", "conversion"])
    let stated = reading.stated("number", of: element, expected: "\(number), as its place is") {
      $0 == String(number) ? number : nil
    }
    let months = reading.optional(
      "term-months", of: element, expected: "a number of months from 1 to 1200", months)
    let apart = reading.optional(
      "apart", of: element, expected: "own-party, earlier-assessor, or both with a space between", apartness)
    let elements = Array(element.children("stage"))
    let stages = elements.compactMap { stage($0, &reading) }
    let conversions = element.children("conversion").compactMap { conversion($0, &reading) }
    let rubrics = elements.compactMap { stage in
      stage.attribute("rubric").flatMap { RubricCode($0) }.map { stage.stating($0, "rubric") }
    }
    guard let stated, stages.count == elements.count,
      let path = path(of: stages, stated: elements, in: element, &reading)
    else { return nil }
    do {
      return PoolDocument.Version(
        number: stated,
        rules: try PoolVersion(
          number: number, path: path, termMonths: months, apart: apart ?? [], conversions: conversions),
        rubrics: rubrics)
    } catch {
      reading.findings.report(.poolPath, error.sentence, at: error.place(in: element) ?? element)
      return nil
    }
  }

  private static func path(
    of stages: [AccreditationStage], stated elements: [XMLElement], in version: XMLElement,
    _ reading: inout DocumentReading
  ) -> AccreditationPath? {
    do {
      return try AccreditationPath(stages)
    } catch {
      let code = error.stage
      let place = elements.last { $0.attribute("code").flatMap { StageCode($0) } == code }
      reading.findings.report(.poolPath, error.sentence, at: place ?? version)
      return nil
    }
  }

  private static func stage(
    _ element: XMLElement, _ reading: inout DocumentReading
  ) -> AccreditationStage? {
    reading.refuseUnknown(
      element, attributes: ["code", "kind", "grants", "within-months", "rubric"], children: ["title"])
    let code: StageCode? = reading.code("code", of: element)
    let kind: AccreditationStage.Kind? = reading.choice("kind", of: element)
    let grants: Standing? = reading.optionalChoice("grants", of: element)
    let months = reading.optional(
      "within-months", of: element, expected: "a number of months from 1 to 1200", months)
    let rubric = reading.optional("rubric", of: element, expected: "a code") { RubricCode($0) }
    let titles = reading.wordings("title", of: element)
    guard let code, let kind else { return nil }
    return AccreditationStage(
      code: code, kind: kind, titles: titles, grants: grants, withinMonths: months, rubric: rubric)
  }

  private static func conversion(
    _ element: XMLElement, _ reading: inout DocumentReading
  ) -> ConversionRule? {
    reading.refuseUnknown(element, attributes: ["from", "grants"], children: [])
    let from: ExpertCategory? = reading.choice("from", of: element)
    let grants: Standing? = reading.choice("grants", of: element)
    guard let from, let grants else { return nil }
    return ConversionRule(from: from, grants: grants)
  }

  private static func months(_ text: String) -> Int? {
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let months = Int(text) else { return nil }
    return (1...1200).contains(months) ? months : nil
  }

  private static func apartness(_ text: String) -> Set<Apartness>? {
    let words = text.split(separator: " ").map { Apartness(rawValue: String($0)) }
    let known = words.compactMap(\.self)
    return known.count == words.count && !known.isEmpty ? Set(known) : nil
  }
}

/// Writes `Schemas/xsd/pool.xsd`: read again, it says the same.
public enum PoolWriter {
  public static func write(_ pool: PoolDocument) -> [UInt8] {
    var xml = XMLWriter()
    xml.element(
      "pool",
      [
        "xmlns": RegistrarNamespace.pool, "code": pool.code.value.text, "category": pool.category.rawValue,
        "subject": pool.subject?.text,
      ]
    ) { xml in
      xml.wordings(pool.titles, as: "title")
      for version in pool.versions { write(version.rules, to: &xml) }
    }
    return xml.finish()
  }

  private static func write(_ version: PoolVersion, to xml: inout XMLWriter) {
    let apart = version.apart.map(\.rawValue).sorted().joined(separator: " ")
    xml.element(
      "version",
      [
        "number": String(version.number), "term-months": version.termMonths.map(String.init),
        "apart": apart.isEmpty ? nil : apart,
      ]
    ) { xml in
      for stage in version.path.stages { write(stage, to: &xml) }
      for rule in version.conversions {
        xml.element("conversion", ["from": rule.from.rawValue, "grants": rule.grants.rawValue])
      }
    }
  }

  private static func write(_ stage: AccreditationStage, to xml: inout XMLWriter) {
    xml.element(
      "stage",
      [
        "code": stage.code.text, "kind": stage.kind.rawValue, "grants": stage.grants?.rawValue,
        "within-months": stage.withinMonths.map(String.init), "rubric": stage.rubric?.text,
      ]
    ) { $0.wordings(stage.titles, as: "title") }
  }
}

extension AccreditationPath.Refusal {
  /// The stage at fault; nil where there is none.
  fileprivate var stage: StageCode? {
    switch self {
    case .empty: nil
    case .repeated(let code), .screeningNotFirst(let code), .grantNotOf(let code, _, _),
      .nothingBefore(let code, _), .afterTheEnd(let code), .endless(let code),
      .rubricNotOf(let code, _):
      code
    }
  }

  fileprivate var sentence: String {
    switch self {
    case .empty: "the version has no stage"
    case .repeated(let code): "a stage \(code) stands here already"
    case .screeningNotFirst: "pre-screening stands first or not at all"
    case .grantNotOf(_, let kind, let standing):
      standing.map { "a stage of kind \(kind.rawValue) does not make \($0.rawValue)" }
        ?? "a stage of kind \(kind.rawValue) says what it makes"
    case .nothingBefore(_, .mission): "a mission follows a stage that makes pre-accredited"
    case .nothingBefore(_, let kind): "\(kind.rawValue) follows a workshop"
    case .afterTheEnd: "the stage comes behind one that it cannot follow"
    case .rubricNotOf(_, let kind): "a stage of kind \(kind.rawValue) is judged by no rubric"
    case .endless: "the last stage makes accredited or recognized"
    }
  }
}

extension ConversionRule.Refusal {
  fileprivate var sentence: String {
    switch self {
    case .standingNotGranted(let standing):
      "no stage makes what a conversion grants, \(standing.rawValue)"
    case .repeated(let category): "a conversion from \(category.rawValue) stands here already"
    }
  }

  /// The last rule that is at fault.
  fileprivate func place(in version: XMLElement) -> XMLElement? {
    let (name, value) =
      switch self {
      case .standingNotGranted(let standing): ("grants", standing.rawValue)
      case .repeated(let category): ("from", category.rawValue)
      }
    return Array(version.children("conversion")).last { $0.attribute(name) == value }
  }
}

extension DocumentFormat {
  static let pool = DocumentFormat(root: "pool", namespace: RegistrarNamespace.pool)
}

extension FindingCode {
  static let poolVersionsMissing = FindingCode(
    "pool.versions.missing", .error, "A pool of experts has one version of its rules at least.",
    fix: "Add a version element.")
  static let poolPath = FindingCode(
    "pool.path", .error, "The stages of a version are no path that leads to an accreditation or recognition.",
    fix: "Correct the stages, their order, or what they grant, as Schemas/xsd/pool.xsd says.")
}
