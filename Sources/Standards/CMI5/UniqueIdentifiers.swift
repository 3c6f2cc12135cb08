import ContentPackaging
import XML

/// The ids of one kind of thing in a course structure: numbered in document order, each to be unique.
struct UniqueIdentifiers {
  private let kind: String
  private var first: [String: XMLElement] = [:]
  private var count = 0

  init(kind: String) {
    self.kind = kind
  }

  /// Whether exactly this id was seen, byte for byte but for normalisation.
  func contains(_ identifier: String) -> Bool {
    first[folded(identifier)] != nil
  }

  /// Takes the next id, reports it where an earlier one is the same, and returns its number from 1.
  ///
  /// Ids are the same that are equal but for case and Unicode normalisation; white space around them was dropped.
  @discardableResult
  mutating func insert(_ identifier: String, at element: XMLElement, findings: inout Findings) -> Int {
    count += 1
    guard !identifier.isEmpty else { return count }
    let key = folded(identifier)
    guard let earlier = first[key] else {
      first[key] = element
      return count
    }
    findings.report(
      .identifierDuplicate,
      "the \(kind) id “\(identifier)” stands already at \(earlier.place(ofAttribute: "id"))", at: element,
      attribute: "id", text: identifier)
    return count
  }

  /// Lower case; `String` keys are equal in any normalisation.
  private func folded(_ identifier: String) -> String { identifier.lowercased() }
}
