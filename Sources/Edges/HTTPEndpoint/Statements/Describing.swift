internal import Cryptography
internal import HTTP
internal import JSON
internal import Operations
internal import XAPI

extension Route {
  /// A full description of an activity (xAPI 1.0.3 Communication 2.5).
  static let describeActivity: @Sendable (Call, Answering) throws -> Void = { call, answering in
    _ = try call.version()
    let activity = try ResourceQuery.activity(parameters: call.parameters)
    let description = try call.answer(DescribeActivity(activity: activity))
    try answering.send(.described { description.write(to: &$0) })
  }

  /// A Person: what is known of an agent (xAPI 1.0.3 Communication 2.4).
  static let describeAgent: @Sendable (Call, Answering) throws -> Void = { call, answering in
    let agent = try ResourceQuery.agent(parameters: call.parameters, version: call.version())
    let person = try call.answer(DescribeAgent(agent: agent))
    try answering.send(.described { person.write(to: &$0) })
  }
}

extension Call {
  /// The query's parameters in the order they came.
  var parameters: [(name: String, value: String)] {
    head.query.map { (name: $0.name, value: $0.value) }
  }
}

extension Response {
  /// A JSON text with its entity tag (Communication 3.1).
  fileprivate static func described(_ write: (inout JSONWriter) -> Void) throws -> Response {
    var writer = JSONWriter()
    write(&writer)
    let tag = Hexadecimal.encode(try SHA1.digest(of: writer.bytes))
    return .json(writer.bytes, headers: [Field("ETag", "\"\(tag)\"")])
  }
}
