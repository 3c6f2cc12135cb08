import ContentPackaging
import XML

/// The sequencing of an item: what stands on it, and what it refers to (SCORM 2004 CAM §5.1.1).
struct Sequencing {
  let own: XMLElement
  let referenced: XMLElement?

  /// A part of the sequencing: one given locally replaces the referenced one as a whole.
  func part(_ name: String) -> XMLElement? {
    own.child(name) ?? referenced?.child(name)
  }
}

/// The sequencings of a manifest that items refer to by `IDRef`.
struct SequencingCollection {
  private var byIdentifier: [String: XMLElement] = [:]

  init(_ manifest: XMLElement) {
    for collection in manifest.children("sequencingCollection") {
      for sequencing in collection.children("sequencing") {
        guard let identifier = sequencing.attribute("ID"), byIdentifier[identifier] == nil else { continue }
        byIdentifier[identifier] = sequencing
      }
    }
  }

  /// The sequencing of an item; nil where it has none.
  func sequencing(of item: XMLElement, findings: inout Findings) -> Sequencing? {
    guard let own = item.child("sequencing") else { return nil }
    let reference = own.attribute("IDRef").map(collapsed) ?? ""
    let referenced = byIdentifier[reference]
    if !reference.isEmpty, referenced == nil {
      findings.report(
        .sequencingReferenceDangling, "there is no sequencing “\(reference)”", at: own, attribute: "IDRef",
        text: reference)
    }
    return Sequencing(own: own, referenced: referenced)
  }
}
