public import XML

/// Collects what a reader finds, all of it and not only the first.
///
/// Of errors, and of warnings and notes together, the first 1,000 each are kept and the rest are counted.
public struct Findings: Sendable {
  /// The file that places refer to.
  public let file: String?
  private var errors: [Finding] = []
  private var others: [Finding] = []
  private var omitted = 0
  /// How many errors were found, those that are not kept included.
  public private(set) var errorCount = 0

  /// How many errors are kept, and how many warnings and notes.
  public static let mostKept = 1000

  /// Begins with nothing found.
  public init(file: String?) {
    self.file = file
  }

  /// The same findings, with those to come in another file.
  public func about(file: String) -> Findings {
    var findings = Findings(file: file)
    findings.errors = errors
    findings.others = others
    findings.omitted = omitted
    findings.errorCount = errorCount
    return findings
  }

  /// Whether an error was found: the package is refused.
  public var refuse: Bool { !errors.isEmpty }

  /// Adds a finding about an element, or about one of its attributes.
  public mutating func report(
    _ code: FindingCode, _ message: String, at element: XMLElement? = nil, attribute: String? = nil,
    in namespace: String = "", text: String? = nil
  ) {
    guard hasRoom(for: code) else { return }
    let place = attribute.map { element?.place(ofAttribute: $0, in: namespace) } ?? element?.place
    add(
      Finding(
        code, message, file: file, place: place, elementPath: element?.path, offendingText: text))
  }

  /// Adds a finding at a place, or about the file as a whole.
  public mutating func report(_ code: FindingCode, _ message: String, place: Place?) {
    guard hasRoom(for: code) else { return }
    add(Finding(code, message, file: file, place: place))
  }

  /// Adds a finding at a place, with the path of what is there.
  public mutating func report(
    _ code: FindingCode, _ message: String, place: Place?, path: String, text: String? = nil
  ) {
    guard hasRoom(for: code) else { return }
    add(Finding(code, message, file: file, place: place, elementPath: path, offendingText: text))
  }

  /// Adds a finding about another file of the package.
  public mutating func report(_ code: FindingCode, _ message: String, file: String, place: Place?) {
    guard hasRoom(for: code) else { return }
    add(Finding(code, message, file: file, place: place))
  }

  /// Everything found, in the order of the file; what concerns the package as a whole comes first, other files last.
  public var list: [Finding] {
    var all = errors + others
    if omitted > 0 {
      all.append(Finding(.findingsOmitted, "\(omitted) more findings are not told"))
    }
    return all.enumerated().sorted { one, other in
      let (left, right) = (one.element, other.element)
      guard rank(left) == rank(right) else { return rank(left) < rank(right) }
      return (left.line ?? 0, left.column ?? 0, one.offset) < (
        right.line ?? 0, right.column ?? 0, other.offset
      )
    }.map(\.element)
  }

  /// The file of places first, then the others by their names.
  private func rank(_ finding: Finding) -> String {
    guard let named = finding.file, named != file else { return "" }
    return named
  }

  private mutating func add(_ finding: Finding) {
    if finding.severity == .error { errors.append(finding) } else { others.append(finding) }
  }

  /// Whether one more is kept; counts it where it is not.
  private mutating func hasRoom(for code: FindingCode) -> Bool {
    if code.severity == .error { errorCount += 1 }
    let kept = code.severity == .error ? errors.count : others.count
    if kept >= Findings.mostKept { omitted += 1 }
    return kept < Findings.mostKept
  }
}
