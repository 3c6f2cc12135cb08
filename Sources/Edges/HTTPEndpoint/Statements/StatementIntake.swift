internal import Cryptography
internal import HTTP
internal import Operations
internal import Synchronization
internal import Values

/// Statements with the contents of their attachments on their way in (xAPI 1.0.3 Communication 1.5.2): the statements are
/// kept in memory, the contents go to files. All of it goes with its last owner, unless it is recorded.
final class StatementIntake: BodySink {
  private struct State: ~Copyable {
    var reader: MultipartReader
    var parts = 0
    var statements: [UInt8] = []
    var arriving: ArrivingAttachment?
    var contents: [ArrivedAttachment] = []
  }

  private let head: RequestHead
  private let endpoint: Endpoint
  private let state: Mutex<State>

  /// Throws 400 where the content type gives no boundary.
  init(_ head: RequestHead, at endpoint: Endpoint) throws {
    guard let boundary = head.headers["Content-Type"].flatMap(MultipartReader.boundary) else {
      throw Problem(.badRequest, "boundary-missing", "the content type gives no boundary")
        .with(Problem.Flaw(place: .header("Content-Type"), detail: "a boundary is expected here"))
    }
    self.head = head
    self.endpoint = endpoint
    state = Mutex(State(reader: MultipartReader(boundary: boundary)))
  }

  func receive(_ bytes: RawSpan) throws(BodyRefusal) {
    do {
      let octets = unsafe bytes.withUnsafeBytes { unsafe Array($0) }
      try state.withLock { state in
        var events: [MultipartReader.Event] = []
        try state.reader.receive(octets) { events.append($0) }
        for event in events { try take(event, &state) }
      }
    } catch {
      throw BodyRefusal(
        endpoint.response(to: error, head, .statements, named: endpoint.requestNames.next()))
    }
  }

  /// What came, once the body is in whole.
  func finish() throws -> (statements: [UInt8], contents: [ArrivedAttachment]) {
    try state.withLock { state in
      try state.reader.finish()
      return (state.statements, state.contents)
    }
  }

  private func take(_ event: MultipartReader.Event, _ state: inout State) throws {
    switch event {
    case .head(let fields):
      state.parts += 1
      guard state.parts > 1 else { return try checkStatements(fields) }
      state.arriving = try ArrivingAttachment(fields, in: endpoint.registrar.content)
    case .data(let octets) where state.parts == 1:
      guard state.statements.count + octets.count <= Route.statementBytes else {
        throw Problem(
          .contentTooLarge, "body-too-large", "the statements have more than \(Route.statementBytes) bytes")
      }
      state.statements += octets
    case .data(let octets): try state.arriving?.take(Array(octets))
    case .end:
      guard let arriving = state.arriving.take() else { return }
      do {
        state.contents.append(try arriving.arrived())
      } catch is AttachmentDiffers {
        throw Problem(
          .badRequest, "attachment-differs",
          "the data of a part does not have the SHA-2 that its X-Experience-API-Hash states")
      }
    }
  }

  /// “The first part of the multipart document MUST contain the Statements themselves, with type application/json.”
  private func checkStatements(_ fields: HeaderFields) throws(Problem) {
    guard fields["Content-Type"].flatMap(MediaType.init)?.essence == "application/json" else {
      throw Problem(
        .badRequest, "statements-missing", "the first part must be the statements, as application/json")
    }
  }
}

extension ArrivingAttachment {
  /// “MUST include an X-Experience-API-Hash parameter in each part's header after the first (Statements) part. MUST
  /// include a Content-Transfer-Encoding parameter with a value of binary”.
  fileprivate init(_ fields: HeaderFields, in contents: any ContentKeeping) throws {
    guard let digest = fields["X-Experience-API-Hash"].flatMap(Hexadecimal.decode) else {
      throw ArrivingAttachment.hashMissing
    }
    guard let encoding = fields["Content-Transfer-Encoding"], encoding.lowercased() == "binary" else {
      throw Problem(
        .badRequest, "attachment-encoding",
        "each part behind the statements must have Content-Transfer-Encoding: binary")
    }
    guard let arriving = try ArrivingAttachment(digest: digest, in: contents) else {
      throw ArrivingAttachment.hashMissing
    }
    self = arriving
  }

  private static let hashMissing = Problem(
    .badRequest, "attachment-hash-missing",
    "each part behind the statements must have X-Experience-API-Hash with the SHA-2 of its data")
}

extension RequestHead {
  /// Whether statements come with the contents of attachments.
  var isMultipartMixed: Bool {
    headers["Content-Type"].flatMap(MediaType.init)?.essence == "multipart/mixed"
  }
}
