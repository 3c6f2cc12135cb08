import Catalogue
import ContentPackaging

/// What a resource of a cartridge is, by its type; the version in the type does not matter (`imswl_xmlv1p1`,
/// `imswl_xmlv1p3`).
enum ResourceType {
  case webContent
  case webLink
  case discussionTopic
  case externalTool
  case assignment
  case assessment
  case questionBank
  case unknown

  init(of resource: PackageManifest.Resource) {
    let type = resource.type.utf8
    let isOf: (String) -> Bool = { type.starts(with: $0.utf8) }
    self =
      if isOf("webcontent") || isOf("associatedcontent/") {
        .webContent
      } else if isOf("imswl_") {
        .webLink
      } else if isOf("imsdt_") {
        .discussionTopic
      } else if isOf("imsbasiclti_") || isOf("imslti_") {
        .externalTool
      } else if isOf("assignment_") {
        .assignment
      } else if isOf("imsqti_") {
        type.split(separator: UInt8(ascii: "/")).last?.elementsEqual("question-bank".utf8) == true
          ? .questionBank : .assessment
      } else {
        .unknown
      }
  }

  /// What such a resource is to a learner.
  var kind: ActivityKind {
    switch self {
    case .webContent: .webContent
    case .webLink: .webLink
    case .discussionTopic: .discussionTopic
    case .externalTool: .externalTool
    case .assignment: .assignment
    case .assessment: .assessment
    case .questionBank: .questionBank
    case .unknown: .unknown
    }
  }

  /// The root element of the file that describes such a resource; nil where the files are the content itself.
  var rootElement: String? {
    switch self {
    case .webLink: "webLink"
    case .discussionTopic: "topic"
    case .externalTool: "cartridge_basiclti_link"
    case .assignment: "assignment"
    case .assessment, .questionBank: "questestinterop"
    case .webContent, .unknown: nil
    }
  }
}
