import Catalogue
import ContentPackaging
import XML

/// The sequencing of an item: what stands on it, and what it refers to (SCORM 2004 CAM §5.1.1).
struct Sequencing {
  let own: XMLElement
  let referenced: SharedSequencing?

  /// A part of the sequencing: one given locally replaces the referenced one as a whole.
  func part(_ name: String) -> XMLElement? {
    own.child(name) ?? referenced?.parts[name]?.first
  }

  /// The whole sequencing as it counts: what stands on the item, and what of the referenced one it does not replace.
  var merged: Detail {
    let whole = Detail(own)
    let own = Set(whole.parts.map(\.name))
    let inherited = (referenced?.names ?? []).filter { !own.contains($0) }
    return Detail(
      whole.name, attributes: whole.attributes,
      parts: whole.parts + inherited.flatMap { (referenced?.parts[$0] ?? []).map { Detail($0) } })
  }
}

/// A sequencing that items refer to, its parts found once for all of them.
struct SharedSequencing {
  /// The names of the parts, in the order in which they first stand.
  let names: [String]
  let parts: [String: [XMLElement]]

  init(_ element: XMLElement) {
    var names: [String] = []
    var parts: [String: [XMLElement]] = [:]
    for part in element.children {
      if parts[part.localName] == nil { names.append(part.localName) }
      parts[part.localName, default: []].append(part)
    }
    (self.names, self.parts) = (names, parts)
  }
}

/// The sequencings of a manifest that items refer to by `IDRef`.
struct SequencingCollection {
  private var byIdentifier: [String: SharedSequencing] = [:]

  init(_ manifest: XMLElement) {
    for collection in manifest.children("sequencingCollection") {
      for sequencing in collection.children("sequencing") {
        guard let identifier = sequencing.attribute("ID"), byIdentifier[identifier] == nil else { continue }
        byIdentifier[identifier] = SharedSequencing(sequencing)
      }
    }
  }

  /// The sequencing of an item or organization; nil where it has none.
  func sequencing(of item: XMLElement) -> Sequencing? {
    guard let own = item.child("sequencing") else { return nil }
    return Sequencing(own: own, referenced: byIdentifier[own.attribute("IDRef").map(collapsed) ?? ""])
  }

  /// Reports a reference to a sequencing that is not in the collection.
  func reportDangling(_ sequencing: Sequencing, findings: inout Findings) {
    let reference = sequencing.own.attribute("IDRef").map(collapsed) ?? ""
    guard !reference.isEmpty, sequencing.referenced == nil else { return }
    findings.report(
      .sequencingReferenceDangling, "there is no sequencing “\(excerpt(reference))”", at: sequencing.own,
      attribute: "IDRef", text: reference)
  }

  /// What an item or organization says beside its title and items, its sequencing as it counts.
  func details(of element: XMLElement) -> [Detail] {
    element.children.compactMap { child in
      if child.isNamed("title") || child.isNamed("item") { return nil }
      if child.isNamed("sequencing") { return sequencing(of: element)?.merged }
      return Detail(child)
    }
  }
}
