public import Values

/// What a package says a course is made of: the neutral form that every format's reader yields.
public struct CourseStructure: Sendable, Hashable {
  public let format: PackageFormat
  /// The publisher's identifier of the course: cmi5 `course@id`, SCORM `manifest@identifier`. Never our key.
  public let publisherIdentifier: String
  public let title: LocalizedText
  public let description: LocalizedText
  /// The languages that the content is in, as far as the package says.
  public let languages: [LanguageTag]
  /// Learning objectives that activities refer to.
  public let objectives: [Objective]
  /// The activity tree in document order; every leaf can be launched or is an outline.
  public let activities: [ActivityNode]
  /// What the package says of the course beyond all this: its metadata record, how its tree is sequenced.
  public let details: [Detail]

  public init(
    format: PackageFormat, publisherIdentifier: String, title: LocalizedText, description: LocalizedText,
    languages: [LanguageTag], objectives: [Objective], activities: [ActivityNode], details: [Detail] = []
  ) {
    self.format = format
    self.publisherIdentifier = publisherIdentifier
    self.title = title
    self.description = description
    self.languages = languages
    self.objectives = objectives
    self.activities = activities
    self.details = details
  }

  /// The activities that a learner launches, in document order.
  public var assignables: [ActivityNode] {
    allActivities.filter { $0.launch != nil }
  }

  /// Every activity of the tree, parents before their children. Cost grows with the number of activities.
  public var allActivities: [ActivityNode] {
    placedActivities.map(\.node)
  }

  /// The same, each with how many activities it lies within.
  public var placedActivities: [(node: ActivityNode, depth: Int)] {
    var placed: [(node: ActivityNode, depth: Int)] = []
    var waiting = activities.reversed().map { (node: $0, depth: 0) }
    while let next = waiting.popLast() {
      placed.append(next)
      waiting.append(contentsOf: next.node.children.reversed().map { ($0, next.depth + 1) })
    }
    return placed
  }
}

/// A learning objective as the package names it.
public struct Objective: Sendable, Hashable {
  public let identifier: String
  public let title: LocalizedText
  public let description: LocalizedText

  public init(identifier: String, title: LocalizedText, description: LocalizedText) {
    self.identifier = identifier
    self.title = title
    self.description = description
  }
}
