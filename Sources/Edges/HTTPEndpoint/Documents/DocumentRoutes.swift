internal import HTTP
internal import Operations
internal import XAPI

extension Route {
  /// The longest document of the record store, in bytes.
  static let storedDocumentBytes = 16 << 20

  /// State documents, and profiles of activities and agents (xAPI 1.0.3 Communication 2.2, 2.3, 2.6 and 2.7).
  static let storedDocumentRoutes = DocumentResource.allCases.flatMap(routes)

  private static func routes(of resource: DocumentResource) -> [Route] {
    let path = resource.path
    return [
      Route(
        "PUT", path, .statements, .holders(of: resource.writingRight),
        body: .document(limitBytes: storedDocumentBytes), parameters: nil, answer: putting(resource)),
      Route(
        "POST", path, .statements, .holders(of: resource.writingRight),
        body: .document(limitBytes: storedDocumentBytes), parameters: nil, answer: posting(resource)),
      Route(
        "GET", path, .statements, .holders(of: resource.readingRight), parameters: nil,
        answer: getting(resource)),
      Route(
        "DELETE", path, .statements, .holders(of: resource.writingRight), parameters: nil,
        answer: deleting(resource)),
    ]
  }
}

extension DocumentResource {
  fileprivate var path: String {
    switch self {
    case .state: "/xapi/activities/state"
    case .activityProfile: "/xapi/activities/profile"
    case .agentProfile: "/xapi/agents/profile"
    }
  }
}
