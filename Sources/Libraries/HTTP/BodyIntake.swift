/// The body of one request as it comes in: kept, handed on, or thrown away, never beyond its limit.
struct BodyIntake {
  enum Destination {
    case memory(limitBytes: Int)
    case sink(any BodySink, limitBytes: Int)
    /// Nobody wants it: so much is read, then this answer is given.
    case nowhere(Response, untilBytes: Int)
  }

  private(set) var destination: Destination
  private(set) var receivedBytes = 0
  /// What was kept, so far.
  private(set) var bytes: [UInt8] = []

  init(to destination: Destination, declaredLength: Int?) {
    self.destination = destination
    if case .memory = destination, let declaredLength, declaredLength > 0 {
      // A length is only a claim: the first 64 KiB are made room for, the rest as it comes.
      bytes.reserveCapacity(min(declaredLength, 64 * 1024))
    }
  }

  /// Takes the next bytes; false when no more is to be read at all.
  mutating func receive(_ piece: RawSpan, rules: Server.Configuration) -> Bool {
    receivedBytes += piece.byteCount
    switch destination {
    case .memory(let limit) where receivedBytes <= limit:
      unsafe piece.withUnsafeBytes { unsafe bytes.append(contentsOf: $0) }
    case .sink(let sink, let limit) where receivedBytes <= limit:
      do throws(BodyRefusal) { try sink.receive(piece) } catch { giveUp(error.response, rules: rules) }
    case .memory(let limit), .sink(_, let limit):
      giveUp(rules.faultResponse(.bodyTooLarge(limitBytes: limit)), rules: rules)
    case .nowhere(_, let untilBytes):
      return receivedBytes <= untilBytes
    }
    return true
  }

  private mutating func giveUp(_ response: Response, rules: Server.Configuration) {
    destination = .nowhere(response, untilBytes: receivedBytes + rules.discardLimitBytes)
    bytes = []
  }
}
