public import Catalogue
public import XML

/// How much one reading may still keep of what a package says beyond the neutral model.
///
/// What several activities share counts for each of them, since it is stored with each: otherwise a small manifest could
/// come to gigabytes. Cost grows with what is kept.
public struct DetailRoom: Sendable {
  private let limits: PackageLimits
  private var elements = 0
  private var octets = 0

  /// Room for as much as the limits allow.
  public init(_ limits: PackageLimits) {
    self.limits = limits
  }

  /// Whether something did not fit. Nothing more is kept then, and the package is refused.
  public var isSpent: Bool { elements > limits.detailElements || octets > limits.detailBytes }

  /// The details, where there is room for them; none where there is not.
  public mutating func keep(_ details: [Detail]) -> [Detail] {
    for detail in details { count(detail) }
    return isSpent ? [] : details
  }

  /// The text, where there is room for it; empty where there is not.
  public mutating func keep(_ text: String) -> String {
    guard !isSpent else { return "" }
    octets += text.utf8.count
    return isSpent ? "" : text
  }

  /// The texts, where there is room for all of them, each as an element; none where there is not.
  public mutating func keep(_ texts: [String]) -> [String] {
    for text in texts where !isSpent {
      elements += 1
      octets += text.utf8.count
    }
    return isSpent ? [] : texts
  }

  /// Refuses the package where something did not fit.
  public func report(to findings: inout Findings, file: String? = nil, at element: XMLElement? = nil) {
    guard isSpent else { return }
    let message =
      "what the activities say, what they share counted for each, comes to more than \(limits.detailElements) elements or \(limits.detailBytes) bytes"
    if let file {
      findings.report(.limitExceeded, message, file: file, place: nil)
    } else {
      findings.report(.limitExceeded, message, at: element)
    }
  }

  private mutating func count(_ detail: Detail) {
    guard !isSpent else { return }
    elements += 1
    octets += detail.name.utf8.count + (detail.text?.utf8.count ?? 0)
    for attribute in detail.attributes { octets += attribute.name.utf8.count + attribute.value.utf8.count }
    for part in detail.parts { count(part) }
  }
}
