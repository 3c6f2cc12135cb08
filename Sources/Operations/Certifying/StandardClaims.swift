public import Catalogue
public import Certification
internal import Values

/// What of a claim on a standard is not there.
public enum StandardGap: Explainable, Hashable {
  case edition(StandardClaim)
  case item(StandardClaim)
  /// The edition has no such depth.
  case depth(StandardClaim)

  public var explanation: Explanation {
    switch self {
    case .edition(let claim):
      Explanation(
        .unusable, "standard-unknown", "there is no edition “\(claim.edition)” of a standard",
        remedy: "correct the code, or load the edition first", field: "attests")
    case .item(let claim):
      Explanation(
        .unusable, "standard-item-unknown", "edition \(claim.edition) has no item “\(claim.item)”",
        remedy: "correct the code: the edition lists its items", field: "attests")
    case .depth(let claim):
      Explanation(
        .unusable, "standard-depth-unknown",
        "edition \(claim.edition) has no depth “\(claim.depth?.text ?? "")”",
        remedy: "name one of the edition's own depths, or none", field: "attests")
    }
  }
}

/// An item that a scheme's version attests, as its edition has it.
public struct AttestedItem: Sendable, Hashable {
  public let claim: StandardClaim
  /// The framework that the edition is one of.
  public let framework: String
  public let item: StandardItem
  /// Nil where no depth is stated.
  public let depth: StandardDepth?
}

extension Records {
  /// What of a claim is not there; nil where all of it is.
  func gap(in claim: StandardClaim) throws -> StandardGap? {
    guard let edition = try standardEdition(claim.edition) else { return .edition(claim) }
    guard edition.items.contains(where: { $0.code == claim.item }) else { return .item(claim) }
    guard let depth = claim.depth else { return nil }
    return edition.depths.contains { $0.code == depth } ? nil : .depth(claim)
  }

  /// What a version attests, as the editions have it.
  func attested(by version: SchemeVersion) throws -> [AttestedItem] {
    try version.attests.compactMap { claim in
      guard let edition = try standardEdition(claim.edition),
        let item = edition.items.first(where: { $0.code == claim.item })
      else { return nil }
      return AttestedItem(
        claim: claim, framework: edition.framework, item: item,
        depth: edition.depths.first { $0.code == claim.depth })
    }
  }
}
