/// What is asked of the resources that take one parameter (xAPI 1.0.3 Communication 2.4 and 2.5).
public enum ResourceQuery {
  /// The agent that the Agents Resource is asked for: an agent, and no group.
  public static func agent(
    parameters: some Sequence<(name: String, value: String)>, version: XAPIVersion
  ) throws(QueryRefusal) -> Agent {
    try Parameters(parameters, known: ["agent"]).required("agent").agent(version)
  }

  /// The IRI of the activity that the Activities Resource is asked for.
  public static func activity(
    parameters: some Sequence<(name: String, value: String)>
  ) throws(QueryRefusal) -> String {
    try Parameters(parameters, known: ["activityId"]).required("activityId").iri()
  }
}
