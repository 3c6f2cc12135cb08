internal import JSON
public import Operations
public import Values

/// What a server tells whoever runs it: one event a line.
///
/// Nothing of what a request said is ever in it: no secret, name, path, query, header or address.
public struct ServerLog: Sendable {
  /// How a line reads.
  public enum Format: String, Sendable, CaseIterable {
    /// `2026-06-30T12:00:00Z info started version=0.1.0`, values in quotes where they hold spaces.
    case text
    /// `{"at": …, "level": "info", "event": "started", "version": "0.1.0"}`.
    case json
  }

  /// How much an event matters.
  public enum Level: String, Sendable {
    case info, warning, error
  }

  private let format: Format
  private let clock: @Sendable () -> Instant
  private let write: @Sendable ([UInt8]) -> Void

  /// - Parameter write: takes a line with its end; called on any thread, for one line each.
  public init(
    _ format: Format, clock: @escaping @Sendable () -> Instant, write: @escaping @Sendable ([UInt8]) -> Void
  ) {
    self.format = format
    self.clock = clock
    self.write = write
  }

  /// Tells an event with its facts.
  public func tell(_ level: Level, _ event: String, _ facts: [(name: String, value: String)] = []) {
    let line = format == .json ? json(level, event, facts) : Array(text(level, event, facts).utf8)
    write(line + [UInt8(ascii: "\n")])
  }

  /// Tells a request that was answered.
  public func tell(_ request: AnsweredRequest) {
    let facts = [
      ("method", request.method), ("route", request.route), ("status", String(request.status)),
      ("microseconds", String(request.microseconds)), ("request", request.requestID),
    ]
    tell(.info, "request", facts)
  }

  /// Tells a delivery to another server that failed.
  public func tell(_ failure: DeliveryFailure) {
    tell(
      .warning, "delivery",
      [("to", failure.kind.rawValue), ("code", failure.code), ("reason", failure.reason)])
  }

  /// Tells a request that failed for a reason that lies with the server.
  public func tell(_ failure: FailedRequest) {
    tell(
      failure.status == 500 ? .error : .warning, "failed",
      [
        ("request", failure.requestID), ("status", String(failure.status)), ("code", failure.code),
        ("reason", failure.reason),
      ])
  }

  private func json(_ level: Level, _ event: String, _ facts: [(name: String, value: String)]) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { json in
      json.member("at", clock().description)
      json.member("level", level.rawValue)
      json.member("event", event)
      for fact in facts { json.member(fact.name, fact.value) }
    }
    return writer.bytes
  }

  private func text(_ level: Level, _ event: String, _ facts: [(name: String, value: String)]) -> String {
    let told = facts.filter { !$0.value.isEmpty }.map { " \($0.name)=\(quotedWhereNeeded($0.value))" }
    return "\(clock().text(fractionDigits: 3)) \(level.rawValue) \(event)\(told.joined())"
  }
}

/// A value as one word: in quotes, as JSON has it, where it holds anything but plain characters.
private func quotedWhereNeeded(_ value: String) -> String {
  let isPlain = value.utf8.allSatisfy {
    $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "=")
  }
  if isPlain { return value }
  var writer = JSONWriter()
  writer.string(value)
  return writer.text
}
