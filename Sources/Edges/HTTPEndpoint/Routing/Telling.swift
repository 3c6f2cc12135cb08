internal import HTTP
internal import JSON
internal import Operations
internal import Representations

/// How the outcome of an operation is told: in which form, with which status. What is declared here is what goes out.
struct Telling<Outcome>: Sendable {
  let answers: [DeclaredAnswer]
  let tell: @Sendable (Outcome, Call) throws -> Response
  /// What is told when the request comes again under the same name.
  private(set) var tellAgain: @Sendable (Outcome, Call) throws -> Response

  init(_ answers: [DeclaredAnswer], tell: @escaping @Sendable (Outcome, Call) throws -> Response) {
    self.answers = answers
    self.tell = tell
    tellAgain = tell
  }

  /// The same, but for a request that comes again.
  func butAgain(_ tell: @escaping @Sendable (Outcome, Call) throws -> Response) -> Telling {
    var telling = self
    telling.tellAgain = tell
    return telling
  }
}

/// An answer that a route gives.
struct DeclaredAnswer: Sendable {
  struct Content: Sendable {
    let mediaType: String
    let schema: Schema
  }

  let status: Int
  let meaning: String
  let contents: [Content]
  /// Fields of its head that tell something of their own.
  let fields: [Schema.Member]

  init(_ status: Int, _ meaning: String, _ contents: [Content], fields: [Schema.Member] = []) {
    self.status = status
    self.meaning = meaning
    self.contents = contents
    self.fields = fields
  }

  /// An answer in JSON.
  static func json(
    _ status: Int, _ meaning: String, _ schema: Schema, fields: [Schema.Member] = []
  ) -> DeclaredAnswer {
    DeclaredAnswer(
      status, meaning, [Content(mediaType: "application/json", schema: schema)], fields: fields)
  }

  static let location = Schema.Member("Location", .text(example: "/api/v1/…"), "Where it can be had.")
}

extension Telling {
  /// A record.
  static func record<Told: Described>(
    _ form: @escaping @Sendable (Outcome, Call) throws -> Told
  ) -> Telling {
    Telling([.json(200, "As it is.", Told.schema)]) { outcome, call in .json(try form(outcome, call)) }
  }

  /// A record that was made, and where it can be had.
  static func created<Told: Described>(
    at path: @escaping @Sendable (Outcome) -> String,
    _ form: @escaping @Sendable (Outcome, Call) throws -> Told
  ) -> Telling {
    Telling([.json(201, "It was made.", Told.schema, fields: [DeclaredAnswer.location])]) { outcome, call in
      .created(try form(outcome, call), at: path(outcome))
    }
  }

  /// A page of a list.
  static func page<Item: Described>(
    _ form: @escaping @Sendable (Outcome, Call) throws -> Page<Item>
  ) -> Telling {
    let link = Schema.Member(
      "Link", .text(), isRequired: false, "The address of the next page, `rel=\"next\"`; absent on the last.")
    return Telling([.json(200, "A page of the list.", Page<Item>.schema, fields: [link])]) { outcome, call in
      try .page(form(outcome, call), call)
    }
  }

  /// A document of our own XML.
  static func xml(_ form: @escaping @Sendable (Outcome, Call) throws -> [UInt8]) -> Telling {
    let content = DeclaredAnswer.Content(mediaType: "application/xml", schema: .text())
    return Telling([DeclaredAnswer(200, "The document.", [content])]) { outcome, call in
      Response(
        status: 200, headers: [Response.Field("Content-Type", "application/xml")],
        body: .bytes(try form(outcome, call)))
    }
  }
}

extension Telling where Outcome: Described {
  /// The outcome as it stands.
  static var record: Telling { .record { outcome, _ in outcome } }

  /// The outcome as it stands, and where it can be had.
  static func created(at path: @escaping @Sendable (Outcome) -> String) -> Telling {
    .created(at: path) { outcome, _ in outcome }
  }
}

extension Telling {
  /// A page of a list as it stands.
  static func page<Item: Described>() -> Telling where Outcome == Page<Item> {
    .page { outcome, _ in outcome }
  }
}
