internal import Operations
internal import People
internal import Representations
internal import Values

extension Route {
  /// Persons who are made unknown.
  static let erasureRoutes: [Route] = [
    asks(
      "/api/v1/persons/{person}/erasure",
      "See what an erasure of a person takes away and leaves, and what has to end first.", told: .record
    ) { call in ShowErasure(try call.id(0, .person)) },
    works(
      "/api/v1/persons/{person}/erase",
      "Make a person unknown: what tells who it was goes, what figures rest on stays.",
      needing: .changeRecords,
      takes: .needed(
        "reason", .text("asked for in writing, file 2026/117"), "Why; it names nobody, and is kept."),
      told: .record
    ) { call, reason in
      let (id, principal): (PersonID, Principal) = (try call.id(0, .person), try call.knownPrincipal())
      return LongTask { terms in
        try call.registrar.erasePerson(id, reason: reason, as: principal, on: terms)
      }
    },
    asks(
      "/api/v1/erasures", "List who was made unknown, in the order in which it happened.", by: .paging,
      told: .page()
    ) { _, page in ListErasures(page: page) },
  ]
}
