public import Catalogue
public import Values

/// That a version of a scheme attests an item of an edition of a standard, and how deeply.
public struct StandardClaim: Sendable, Hashable, CustomStringConvertible {
  public let edition: StandardEditionCode
  public let item: StandardItemCode
  /// One of the edition's depths; nil where none is stated.
  public let depth: StandardDepthCode?

  public init(edition: StandardEditionCode, item: StandardItemCode, depth: StandardDepthCode?) {
    self.edition = edition
    self.item = item
    self.depth = depth
  }

  /// `PICARD-2019/OM-K-01`, with the depth behind it: `PICARD-2019/OM-K-01=applied`.
  public var description: String { "\(edition)/\(item)" + (depth.map { "=\($0)" } ?? "") }

  /// Reads what `description` writes; nil where it has another form.
  public init?(_ text: String) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let names = parts[0].split(separator: "/", omittingEmptySubsequences: false)
    guard names.count == 2, let edition = StandardEditionCode(String(names[0])),
      let item = StandardItemCode(String(names[1]))
    else { return nil }
    guard parts.count == 2 else {
      self.init(edition: edition, item: item, depth: nil)
      return
    }
    guard let depth = StandardDepthCode(String(parts[1])) else { return nil }
    self.init(edition: edition, item: item, depth: depth)
  }
}
