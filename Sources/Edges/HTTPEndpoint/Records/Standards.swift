internal import Catalogue
internal import JSON
internal import Operations
internal import People
internal import Representations
internal import Values

extension Route {
  /// Editions of professional standards.
  static let standardRoutes: [Route] = [
    asks("/api/v1/standards", "List the editions by code, with their items.", by: .paging, told: .page()) {
      _, page in ListStandardEditions(page: page)
    },
    changes(
      "/api/v1/standards", "Load an edition of a standard; an edition is never edited.",
      takes: .needed("code", .code("PICARD-2019"), "A new code."),
      .needed("framework", .text("PICARD"), "The framework that it is an edition of."),
      .needed("year", .positive, "Its year."), .needed("state", .choice(), "What holds of it."),
      .needed("titles", .texts, "Its title."),
      .optional("items", .list(of: .standardItem), else: [], "[]", "What it asks of whom."),
      .optional(
        "depths", .list(of: .standardDepth), else: [], "[]", "How deeply items can be shown, the least first."
      ),
      told: .loaded
    ) { _, code, framework, year, state, titles, items, depths in
      AddStandardEdition(
        code: code, framework: framework, year: year, state: state, titles: titles, items: items,
        depths: depths)
    },
    asks("/api/v1/standards/{standard}", "Show an edition with its items.", told: .record) { call in
      ShowStandardEdition(try call.code(0, .standardEdition))
    },
    asks(
      "/api/v1/standards/{standard}/items", "List the items of an edition, in its order.",
      by: .optional("level", .choice(), "Only those of this level."),
      .optional("kind", .choice(), "Only those of this kind."), .paging, told: .page()
    ) { call, level, kind, page in
      ListStandardItems(edition: try call.code(0, .standardEdition), level: level, kind: kind, page: page)
    },
  ]
}

extension Telling where Outcome == AddStandardEdition.Outcome {
  /// 201 for a new edition, 200 where the very same one is recorded already.
  fileprivate static var loaded: Telling {
    Telling([
      .json(201, "It was made.", StandardEdition.schema, fields: [DeclaredAnswer.location]),
      .json(200, "The very same edition is recorded already.", StandardEdition.schema),
    ]) { outcome, _ in
      guard outcome.isNew else { return .json(outcome.edition) }
      return .created(outcome.edition, at: "/api/v1/standards/\(outcome.edition.code)")
    }
  }
}

extension Form where Value == StandardDepth {
  /// The object as a depth of an edition.
  fileprivate static var standardDepth: Form {
    .object(
      .needed("code", .code("applied"), "A code that is used once in the edition."),
      .needed("titles", .texts, "What it says.")
    ) { _, code, titles in StandardDepth(code: code, titles: titles) }
  }
}

extension Form where Value == StandardItem {
  /// The object as an item of an edition.
  fileprivate static var standardItem: Form {
    .object(
      .needed("code", .code("OM-K-01"), "A code that is used once in the edition."),
      .needed("level", .choice(), "Of whom it is asked."), .needed("kind", .choice(), "What is asked."),
      .needed("titles", .texts, "What it says.")
    ) { _, code, level, kind, titles in
      StandardItem(code: code, level: level, kind: kind, titles: titles)
    }
  }
}
