internal import HTTP
internal import Operations
internal import Representations

extension DeclaredAnswer {
  /// The answers of a route that hands out a kept file, or a range of its bytes.
  static func ofKept(_ description: String, _ contents: [Content]) -> [DeclaredAnswer] {
    let range = Schema.Member("Content-Range", .text(example: "bytes 0-99/2048"))
    return [
      DeclaredAnswer(200, description, contents),
      DeclaredAnswer(206, "The bytes that Range asks for.", contents, fields: [range]),
    ]
  }
}

extension Response {
  /// An answer that does not change, or the range of it that is asked for: a download that broke off goes on.
  ///
  /// The tag of the whole is put on by who sends it; a range has it here, for `If-Range`.
  func resumable(by head: RequestHead) throws -> Response {
    guard status == 200, case .bytes(let bytes) = body else { return self }
    var tagged = self
    tagged.headers.append(Field("ETag", try EntityTag(of: bytes).text))
    let cut = tagged.ranged(by: head)
    guard cut.status == 200 else { return cut }
    var whole = self
    whole.headers.append(Field("Accept-Ranges", "bytes"))
    return whole
  }

  /// The bytes as they are kept; their digest is their tag. 304 where the sender has them already, 412 where they are not
  /// those that the sender asks about. A file that is missing is told before anything is sent.
  static func kept(
    _ digest: String, _ sizeBytes: Int, type: String, _ fields: [Field] = [], of call: Call
  ) throws -> Response {
    let (state, tag) = (EntityTag(opaque: digest), Field("ETag", EntityTag(opaque: digest).text))
    try call.conditions.requireMatch(state)
    if call.conditions.haveAlready(state) { return Response(status: 304, headers: [tag]) }
    _ = try call.registrar.content.open(digest: digest)
    let source = KeptContentSource(digest, sizeBytes: sizeBytes, in: call.registrar.content)
    return Response(
      status: 200, headers: [Field("Content-Type", type), tag] + fields, body: .pieces([.source(source)])
    ).ranged(by: call.head)
  }
}
