public import Assessment
public import ContentPackaging
public import Values
internal import XML

/// A rubric as its XML states it, before it is given an identity.
public struct RubricDocument: Sendable, Hashable {
  /// One state of it, with the place of its number.
  public struct Version: Sendable, Hashable {
    public let number: Stated<Int>
    public let rules: RubricVersion

    public init(number: Stated<Int>, rules: RubricVersion) {
      self.number = number
      self.rules = rules
    }
  }

  public let code: Stated<RubricCode>
  public let titles: LocalizedText
  /// The versions in their order, numbered from 1 without gaps, one at least.
  public let versions: [Version]

  public init(code: Stated<RubricCode>, titles: LocalizedText, versions: [Version]) {
    self.code = code
    self.titles = titles
    self.versions = versions
  }
}

/// What a `rubric` document amounts to: the rubric, or why it is refused.
public struct RubricReading: Sendable, Hashable {
  /// Nil where a finding is an error.
  public let rubric: RubricDocument?
  /// All that was found, in the document's order.
  public let findings: [Finding]
}

/// Reads `Schemas/xsd/rubric.xsd`. All mistakes are told at once, each with its place.
public enum RubricReader {
  /// Reads a document.
  ///
  /// - Parameter file: the name by which findings tell the file.
  public static func read(_ bytes: [UInt8], file: String) -> RubricReading {
    var reading = DocumentReading(.rubric, file: file)
    let document = reading.root(of: bytes).flatMap { rubric($0, &reading) }
    return RubricReading(
      rubric: reading.findings.refuse ? nil : document, findings: reading.findings.list)
  }

  private static func rubric(_ root: XMLElement, _ reading: inout DocumentReading) -> RubricDocument? {
    reading.refuseUnknown(root, attributes: ["code"], children: ["title", "version"])
    let code = reading.stated("code", of: root, expected: "a code") { RubricCode($0) }
    let titles = reading.wordings("title", of: root)
    let versions = root.children("version").enumerated().compactMap { index, element in
      version(element, number: index + 1, &reading)
    }
    if root.child("version") == nil {
      reading.findings.report(.rubricVersionsMissing, "the rubric has no version", at: root)
    }
    return code.map { RubricDocument(code: $0, titles: titles, versions: versions) }
  }

  private static func version(
    _ element: XMLElement, number: Int, _ reading: inout DocumentReading
  ) -> RubricDocument.Version? {
    reading.refuseUnknown(
      element, attributes: ["number", "minimum-total", "observers"], children: ["criterion"])
    let stated = reading.stated("number", of: element, expected: "\(number), as its place is") {
      $0 == String(number) ? number : nil
    }
    let total = reading.optional("minimum-total", of: element, expected: Self.expectedMark, mark)
    let observers = reading.optional("observers", of: element, expected: "1 or 2") { ["1": 1, "2": 2][$0] }
    let elements = Array(element.children("criterion"))
    let criteria = elements.compactMap { criterion($0, &reading) }
    guard let stated, criteria.count == elements.count else { return nil }
    do {
      return RubricDocument.Version(
        number: stated,
        rules: try RubricVersion(
          number: number, criteria: criteria, minimumTotal: total, needsSecond: observers == 2))
    } catch {
      let code = error.criterion
      let place = elements.last { $0.attribute("code").flatMap { CriterionCode($0) } == code }
      reading.findings.report(.rubricRules, error.sentence, at: place ?? element)
      return nil
    }
  }

  private static func criterion(
    _ element: XMLElement, _ reading: inout DocumentReading
  ) -> RubricCriterion? {
    reading.refuseUnknown(element, attributes: ["code", "minimum"], children: ["title", "anchor"])
    let code: CriterionCode? = reading.code("code", of: element)
    let minimum = reading.optional("minimum", of: element, expected: Self.expectedMark, mark)
    let titles = reading.wordings("title", of: element)
    let elements = Array(element.children("anchor"))
    let anchors = elements.compactMap { anchor($0, &reading) }
    guard let code, anchors.count == elements.count else { return nil }
    return RubricCriterion(code: code, titles: titles, minimum: minimum, anchors: anchors)
  }

  private static func anchor(
    _ element: XMLElement, _ reading: inout DocumentReading
  ) -> RubricCriterion.Anchor? {
    reading.refuseUnknown(element, attributes: ["mark"], children: ["title"])
    let mark = reading.value("mark", of: element, expected: Self.expectedMark, mark)
    let titles = reading.wordings("title", of: element)
    return mark.map { RubricCriterion.Anchor(mark: $0, titles: titles) }
  }

  private static let expectedMark = "a whole number from 0 to 1000"

  private static func mark(_ text: String) -> Int? {
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let mark = Int(text) else { return nil }
    return (0...1000).contains(mark) ? mark : nil
  }
}

/// Writes `Schemas/xsd/rubric.xsd`: read again, it says the same.
public enum RubricWriter {
  public static func write(_ rubric: RubricDocument) -> [UInt8] {
    var xml = XMLWriter()
    xml.element("rubric", ["xmlns": RegistrarNamespace.rubric, "code": rubric.code.value.text]) { xml in
      xml.wordings(rubric.titles, as: "title")
      for version in rubric.versions { write(version.rules, to: &xml) }
    }
    return xml.finish()
  }

  private static func write(_ version: RubricVersion, to xml: inout XMLWriter) {
    xml.element(
      "version",
      [
        "number": String(version.number), "minimum-total": version.minimumTotal.map(String.init),
        "observers": version.needsSecond ? "2" : nil,
      ]
    ) { xml in for criterion in version.criteria { write(criterion, to: &xml) } }
  }

  private static func write(_ criterion: RubricCriterion, to xml: inout XMLWriter) {
    xml.element(
      "criterion", ["code": criterion.code.text, "minimum": criterion.minimum.map(String.init)]
    ) { xml in
      xml.wordings(criterion.titles, as: "title")
      for anchor in criterion.anchors {
        xml.element("anchor", ["mark": String(anchor.mark)]) { $0.wordings(anchor.titles, as: "title") }
      }
    }
  }
}

extension RubricVersion.Refusal {
  /// The criterion at fault; nil where it is the whole.
  fileprivate var criterion: CriterionCode? {
    switch self {
    case .empty, .totalBeyond: nil
    case .repeated(let code), .anchorsNotAscending(let code), .minimumBeyond(let code): code
    }
  }

  fileprivate var sentence: String {
    switch self {
    case .empty: "the version has no criterion"
    case .repeated(let code): "a criterion \(code) stands here already"
    case .anchorsNotAscending: "a criterion has two anchors at least, by ascending marks"
    case .minimumBeyond: "no anchor reaches the criterion's minimum"
    case .totalBeyond(let most): "all marks together come to \(most) at the most"
    }
  }
}

extension DocumentFormat {
  static let rubric = DocumentFormat(root: "rubric", namespace: RegistrarNamespace.rubric)
}

extension FindingCode {
  static let rubricVersionsMissing = FindingCode(
    "rubric.versions.missing", .error, "A rubric has one version at least.", fix: "Add a version element.")
  static let rubricRules = FindingCode(
    "rubric.rules", .error, "The criteria of a version contradict each other, or themselves.",
    fix: "Correct the criteria, their anchors or what is to be reached, as the message says.")
}
