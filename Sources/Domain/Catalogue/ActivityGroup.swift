/// A block, or the course as a whole, with the units that have to be satisfied before it is (cmi5 §9.3.9).
public struct ActivityGroup: Sendable, Hashable {
  /// The block's key; nil for the course.
  public let key: String?
  public let publisherIdentifier: String
  /// The keys of all units below it, in document order.
  public let units: [String]

  public init(key: String?, publisherIdentifier: String, units: [String]) {
    self.key = key
    self.publisherIdentifier = publisherIdentifier
    self.units = units
  }
}

extension CourseStructure {
  /// The groups of the course, each behind those that it holds, the course itself last. A group without units is left
  /// out. Cost grows with the activities and their depth.
  public var groups: [ActivityGroup] {
    var units: [String: [String]] = [:]
    var groups: [ActivityGroup] = []
    for node in childrenFirst {
      guard node.launch == nil else {
        units[node.key] = [node.key]
        continue
      }
      let below = node.children.flatMap { units[$0.key] ?? [] }
      units[node.key] = below
      groups.append(
        ActivityGroup(key: node.key, publisherIdentifier: node.publisherIdentifier, units: below))
    }
    groups.append(
      ActivityGroup(
        key: nil, publisherIdentifier: publisherIdentifier, units: activities.flatMap { units[$0.key] ?? [] })
    )
    return groups.filter { !$0.units.isEmpty }
  }

  /// Every activity of the tree, each behind its children; siblings in document order.
  private var childrenFirst: [ActivityNode] {
    var found: [ActivityNode] = []
    var waiting = activities
    while let next = waiting.popLast() {
      found.append(next)
      waiting.append(contentsOf: next.children)
    }
    return found.reversed()
  }
}
