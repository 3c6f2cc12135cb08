internal import Catalogue
internal import JSON
internal import Operations
internal import People
internal import Representations
internal import Values

extension Route {
  /// Editions of professional standards.
  static let standardRoutes: [Route] = [
    asks("/api/v1/standards") { _ in
      ListStandardEditions()
    } _: { editions, _ in
      .json(Page.whole(editions))
    },
    changes("/api/v1/standards") { _, fields in
      try fields.check(needs: ["code", "framework", "year", "state", "titles"], takes: ["items"])
      return AddStandardEdition(
        code: try fields.required("code", .code()), framework: try fields.required("framework", .text),
        year: try fields.required("year", .positive), state: try fields.required("state", .choice()),
        titles: try fields.required("titles", .texts),
        items: try fields.elements("items").map { try Fields($0).standardItem() })
    } _: { edition, _ in
      .created(edition, at: "/api/v1/standards/\(edition.code)")
    },
    asks("/api/v1/standards/{standard}") { _ in
      ListStandardEditions()
    } _: { editions, call in
      let code: StandardEditionCode = try call.code(0, .standardEdition)
      guard let edition = editions.first(where: { $0.code == code }) else {
        throw NotFound(.standardEdition, code.text)
      }
      return .json(edition)
    },
  ]
}

extension Fields {
  /// The object as an item of an edition.
  fileprivate func standardItem() throws(Problem) -> StandardItem {
    try check(needs: ["code", "level", "kind", "titles"])
    return StandardItem(
      code: try required("code", .code()), level: try required("level", .choice()),
      kind: try required("kind", .choice()), titles: try required("titles", .texts))
  }
}
