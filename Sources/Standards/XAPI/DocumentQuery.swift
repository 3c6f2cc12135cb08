public import Values

/// The resources that keep documents (xAPI 1.0.3 Communication 2.2).
public enum DocumentResource: Sendable, Hashable, CaseIterable {
  /// `activities/state`: a scratch area of content, of one agent each.
  case state
  /// `activities/profile`: what belongs to an activity.
  case activityProfile
  /// `agents/profile`: what belongs to an agent.
  case agentProfile
}

/// What documents belong to. Texts are compared octet by octet.
public enum DocumentContext: Sendable {
  /// An activity and an agent, or in xAPI 2.0 an identified group; and a registration where one is given
  /// (Communication 2.3).
  case state(activity: String, agent: ActorIdentity, registration: UUID?)
  /// An activity (Communication 2.7).
  case activityProfile(activity: String)
  /// An agent, or in xAPI 2.0 an identified group (Communication 2.6).
  case agentProfile(agent: ActorIdentity)

  /// The resource whose documents these are.
  public var resource: DocumentResource {
    switch self {
    case .state: .state
    case .activityProfile: .activityProfile
    case .agentProfile: .agentProfile
    }
  }
}

/// What the parameters of a request to a document resource name.
public enum DocumentQuery: Sendable {
  /// One document, by its id within its context.
  case one(DocumentContext, id: String)
  /// Those of a context that were changed after an instant; all where there is none. Without a registration, those of
  /// every registration are meant.
  case several(DocumentContext, since: Instant?)

  /// Reads the parameters, decoded, in any order.
  ///
  /// - Parameter takesSince: whether the request may ask for what was changed after an instant, as only a GET does.
  public init(
    of resource: DocumentResource, parameters: some Sequence<(name: String, value: String)>,
    version: XAPIVersion, takesSince: Bool
  ) throws(QueryRefusal) {
    let since = takesSince ? ["since"] : []
    let given = try Parameters(parameters, known: resource.parameterNames + since)
    let context = try resource.context(given, version)
    guard let id = given[resource.idName] else {
      self = .several(context, since: try DocumentQuery.instant(given["since"], version))
      return
    }
    if let since = given["since"] {
      throw since.refusal(.parametersConflict, "With \(resource.idName), since cannot be given.")
    }
    self = .one(context, id: try id.text())
  }

  private static func instant(
    _ parameter: Parameter?, _ version: XAPIVersion
  ) throws(QueryRefusal) -> Instant? {
    guard let parameter else { return nil }
    return try parameter.instant(version)
  }
}

extension DocumentResource {
  /// The name of the parameter that names one document.
  public var idName: String {
    switch self {
    case .state: "stateId"
    case .activityProfile, .agentProfile: "profileId"
    }
  }

  fileprivate var parameterNames: [String] {
    switch self {
    case .state: ["activityId", "agent", "registration", "stateId"]
    case .activityProfile: ["activityId", "profileId"]
    case .agentProfile: ["agent", "profileId"]
    }
  }

  fileprivate func context(
    _ given: Parameters, _ version: XAPIVersion
  ) throws(QueryRefusal) -> DocumentContext {
    switch self {
    case .state:
      let activity = try given.required("activityId").iri()
      let agent = try given.required("agent").owner(version)
      guard let registration = given["registration"] else {
        return .state(activity: activity, agent: agent, registration: nil)
      }
      return .state(activity: activity, agent: agent, registration: try registration.uuid())
    case .activityProfile: return .activityProfile(activity: try given.required("activityId").iri())
    case .agentProfile: return .agentProfile(agent: try given.required("agent").owner(version))
    }
  }
}
