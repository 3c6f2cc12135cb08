public import Values

/// One way in which an activity of a new edition differs from the one that the course had.
public struct ActivityChange: Sendable, Hashable {
  /// What became of it.
  public enum What: Sendable, Hashable {
    case added
    case removed
    /// It stands in another block, or elsewhere among those that stayed.
    case moved
    case renamed(from: String)
    case masteryScore(from: ExactDecimal?, to: ExactDecimal?)
    case moveOn(from: MoveOn?, to: MoveOn?)
    /// It is launched from elsewhere.
    case target
  }

  public let what: What
  /// The publisher's identifier, by which editions are compared.
  public let activity: String
  public let title: String

  public init(_ what: What, activity: String, title: String) {
    self.what = what
    self.activity = activity
    self.title = title
  }
}

extension CourseStructure {
  /// What becomes of the activities if this edition is followed by another, in the order of the other; those that are gone
  /// come last.
  ///
  /// Publishers' identifiers are neither unique nor stable: of several with the same, the first counts as the first, and so
  /// on. Cost grows with the number of activities, and with its logarithm.
  public func changes(to other: CourseStructure) -> [ActivityChange] {
    let (before, after) = (PlacedActivity.all(in: self), PlacedActivity.all(in: other))
    let known = Dictionary(before.map { ($0.identity, $0) }) { first, _ in first }
    let stayed = PlacedActivity.thatStayed(before, after)
    var changes: [ActivityChange] = []
    for activity in after {
      guard let earlier = known[activity.identity] else {
        changes.append(activity.change(.added))
        continue
      }
      if !stayed.contains(activity.identity) { changes.append(activity.change(.moved)) }
      changes += activity.differences(from: earlier)
    }
    let remaining = Set(after.map(\.identity))
    return changes + before.filter { !remaining.contains($0.identity) }.map { $0.change(.removed) }
  }
}

/// An activity with its place in the tree.
private struct PlacedActivity {
  /// The publisher's identifier, and which of those with the same one it is.
  struct Identity: Hashable {
    let identifier: String
    let number: Int
  }

  let identity: Identity
  let node: ActivityNode
  let parent: Identity?

  static func all(in structure: CourseStructure) -> [PlacedActivity] {
    var counts: [String: Int] = [:]
    var placed: [PlacedActivity] = []
    var waiting = structure.activities.reversed().map { (node: $0, parent: Identity?.none) }
    while let (node, parent) = waiting.popLast() {
      counts[node.publisherIdentifier, default: 0] += 1
      let number = counts[node.publisherIdentifier] ?? 1
      let identity = Identity(identifier: node.publisherIdentifier, number: number)
      placed.append(PlacedActivity(identity: identity, node: node, parent: parent))
      waiting.append(contentsOf: node.children.reversed().map { ($0, identity) })
    }
    return placed
  }

  /// The identities of the activities that stand in the same block, as many as have kept their order there.
  static func thatStayed(_ before: [PlacedActivity], _ after: [PlacedActivity]) -> Set<Identity> {
    let places = Dictionary(before.enumerated().map { ($1.identity, ($0, $1.parent)) }) { first, _ in first }
    var siblings: [Identity?: [(Identity, Int)]] = [:]
    for activity in after {
      guard let (place, parent) = places[activity.identity], parent == activity.parent else { continue }
      siblings[parent, default: []].append((activity.identity, place))
    }
    return siblings.values.reduce(into: []) { $0.formUnion(inOrder($1)) }
  }

  /// The longest run of which the places increase.
  private static func inOrder(_ common: [(Identity, Int)]) -> Set<Identity> {
    var ends: [Int] = []
    var previous = [Int?](repeating: nil, count: common.count)
    for (position, (_, place)) in common.enumerated() {
      let length = ends.partitioningIndex { common[$0].1 >= place }
      if length > 0 { previous[position] = ends[length - 1] }
      if length == ends.count { ends.append(position) } else { ends[length] = position }
    }
    var stayed: Set<Identity> = []
    var next = ends.last
    while let position = next {
      stayed.insert(common[position].0)
      next = previous[position]
    }
    return stayed
  }

  func change(_ what: ActivityChange.What) -> ActivityChange {
    ActivityChange(what, activity: node.publisherIdentifier, title: node.title.text())
  }

  func differences(from earlier: PlacedActivity) -> [ActivityChange] {
    var differences: [ActivityChange.What] = []
    if node.title != earlier.node.title { differences.append(.renamed(from: earlier.node.title.text())) }
    let (launch, other) = (node.launch, earlier.node.launch)
    if launch?.masteryScore != other?.masteryScore {
      differences.append(.masteryScore(from: other?.masteryScore, to: launch?.masteryScore))
    }
    if launch?.moveOn != other?.moveOn {
      differences.append(.moveOn(from: other?.moveOn, to: launch?.moveOn))
    }
    if launch?.target != other?.target { differences.append(.target) }
    return differences.map(change)
  }
}

extension [Int] {
  /// The first place of a sorted list from which on a condition holds.
  fileprivate func partitioningIndex(_ holds: (Int) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
