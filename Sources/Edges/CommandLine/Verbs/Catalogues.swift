internal import Arguments
internal import Catalogue
internal import Operations
internal import Representations
internal import Values

extension Noun {
  /// Named offers of courses.
  static let catalogue = Noun(
    name: "catalogue", summary: "Named offers of courses.",
    verbs: [
      .addCatalogue, .importCatalogue, .listCatalogues, .showCatalogue, .exportCatalogue, .offerCourse,
    ])
}

extension Verb {
  fileprivate static let addCatalogue = Verb.changing(
    "add", summary: "Open a catalogue.",
    examples: [Example("registrar catalogue add TTT --title \"Train the Trainers\"", "Open a catalogue.")],
    arguments: [.newCode("TTT")], options: Option.texts("title", help: "Its title.")
  ) { errand in
    let code: CatalogueCode = try errand.given.required("CODE", .code())
    let catalogue = try errand.perform(AddCatalogue(code: code, titles: try errand.given.texts("title")))
    try errand.changed(
      catalogue.code.text, catalogue, "Opened catalogue \(catalogue.code).",
      next: "catalogue offer \(catalogue.code) COURSE")
  }

  fileprivate static let listCatalogues = Verb.showing(
    "list", summary: "List the catalogues by code.",
    examples: [Example("registrar catalogue list", "List the catalogues and how many courses each offers.")],
    options: Option.paging
  ) { errand in
    let catalogues = try errand.answer(ListCatalogues(page: try errand.given.page()))
    try errand.list(catalogues, ["CODE", "TITLE", "COURSES"]) { item in
      [item.catalogue.code.text, item.catalogue.titles.text(), String(item.courses.count)]
    }
  }

  fileprivate static let showCatalogue = Verb.showing(
    "show", summary: "Show a catalogue and the courses it offers.",
    examples: [Example("registrar catalogue show TTT", "Show what a catalogue offers.")],
    arguments: [Argument("CATALOGUE", kind: .naming(.catalogue), help: "The catalogue's code.")]
  ) { errand in
    let code: CatalogueCode = try errand.given.required("CATALOGUE", .code())
    let found = try errand.answer(ShowCatalogue(code))
    try errand.show(found) {
      let details = Details([("code", found.catalogue.code.text), ("title", words(found.catalogue.titles))])
      guard !found.courses.isEmpty else { return details.lines }
      let rows = found.courses.map { [$0.code.text, $0.title.text()] }
      return details.lines + [""]
        + Table(["CODE", "COURSE"], rows).lines(columns: errand.surroundings.columns)
    }
  }

  fileprivate static let offerCourse = Verb.changing(
    "offer", summary: "Offer a published course in a catalogue.",
    examples: [Example("registrar catalogue offer TTT VALUATION-1", "Offer a course.")],
    arguments: [Argument("CATALOGUE", kind: .naming(.catalogue), help: "The catalogue's code."), .course]
  ) { errand in
    let course: Reference<Course> = try errand.given.required("COURSE", .reference())
    let catalogue = try errand.perform(
      OfferCourse(course: course, catalogue: try errand.given.required("CATALOGUE", .code())))
    try errand.changed(
      catalogue.code.text, catalogue, "Catalogue \(catalogue.code) offers \(course).",
      next: "session plan CODE --course \(course) --mode MODE --from DAY --to DAY")
  }
}
