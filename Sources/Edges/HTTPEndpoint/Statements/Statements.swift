internal import HTTP
internal import JSON
internal import Operations
internal import Representations
internal import Values
internal import XAPI

extension Route {
  /// The longest body of statements, in bytes.
  static let statementBytes = 16 << 20

  /// The longest body of statements with the contents of their attachments, in bytes.
  static let statementBytesWithContents = 256 << 20

  private static let statementBody = Body.statements(
    limitBytes: statementBytes, withContentsBytes: statementBytesWithContents)

  /// The record store of xAPI (1.0.3 Communication 2.1; IEEE 9274.1.1).
  static let statementRoutes: [Route] = [
    Route(
      "PUT", "/xapi/statements", .statements, .holders(of: .writeStatements),
      body: statementBody, parameters: [Schema.Member("statementId", .id)], answer: putStatement),
    Route(
      "POST", "/xapi/statements", .statements, .holders(of: .writeStatements),
      body: statementBody, answer: postStatements),
    Route(
      "GET", "/xapi/statements", .statements, .holders(of: .readStatements), parameters: nil,
      answer: getStatements),
    Route(
      "GET", moreStatements, .statements, .holders(of: .readStatements), parameters: nil,
      answer: getMoreStatements),
    Route(
      "GET", "/xapi/activities", .statements, .holders(of: .readStatements), parameters: nil,
      answer: describeActivity),
    Route(
      "GET", "/xapi/agents", .statements, .holders(of: .readStatements), parameters: nil,
      answer: describeAgent),
    Route("GET", "/xapi/about", .statements, .anyone, answer: tellVersions),
  ]

  /// Where the next page of statements is had.
  static let moreStatements = "/xapi/statements/more"

  /// The editions that are spoken here (xAPI 1.0.3 Communication 2.8). Asked without a version.
  private static let tellVersions: @Sendable (Call, Answering) throws -> Void = { _, answering in
    var writer = JSONWriter()
    writer.object { $0.member("version", texts: XAPIVersion.allCases.map(\.text)) }
    answering.send(.json(writer.bytes))
  }
}

extension Call {
  /// The edition that the request is in. Throws where it names none, or one that is not offered.
  func version() throws(VersionRefusal) -> XAPIVersion {
    try XAPIVersion.negotiate(head.headers["X-Experience-API-Version"])
  }
}

extension Instant {
  /// The instant to the second as RFC 9110 §5.6.7 has it: `Mon, 02 Mar 2026 09:00:00 GMT`.
  var httpDate: String {
    let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    let parts = dayInUTC.components
    let weekday = weekdays[(dayInUTC.daysSinceEpoch % 7 + 7) % 7]
    let time = String(decoding: text(fractionDigits: 0).utf8.dropFirst(11).dropLast(), as: UTF8.self)
    return "\(weekday), \(twoDigits(parts.day)) \(months[parts.month - 1]) \(parts.year) \(time) GMT"
  }
}

private func twoDigits(_ number: Int) -> String {
  number < 10 ? "0\(number)" : String(number)
}
