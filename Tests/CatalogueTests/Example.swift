import Catalogue
import Values

/// A course version made of as little as a test needs.
enum Example {
  static func version(missingFiles: Int, state: CourseVersionState) -> CourseVersion {
    CourseVersion(
      id: CourseVersionID(UUID(high: 0, low: 2)), course: CourseID(UUID(high: 0, low: 1)), number: 1,
      structure: structure([]), contentDigest: "", missingFiles: missingFiles, passRule: .byActivities,
      mapping: [],
      state: state)
  }

  static func structure(_ activities: [ActivityNode]) -> CourseStructure {
    CourseStructure(
      format: .cmi5, publisherIdentifier: "https://courses.example/1", title: LocalizedText("A course"),
      description: LocalizedText([]), languages: [], objectives: [], activities: activities)
  }

  /// A node that only groups others, or one to launch where it has no children.
  static func node(_ key: String, _ children: [ActivityNode] = []) -> ActivityNode {
    ActivityNode(
      key: key, publisherIdentifier: key, title: LocalizedText(key),
      launch: children.isEmpty ? Launch(target: .file(path: key, suffix: ""), moveOn: .completed) : nil,
      children: children)
  }
}
