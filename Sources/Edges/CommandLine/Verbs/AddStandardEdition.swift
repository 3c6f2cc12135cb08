internal import Arguments
internal import Catalogue
internal import ContentPackaging
internal import Operations
internal import People
internal import RegistrarXML
internal import Representations
internal import Values

extension Noun {
  /// Editions of professional standards.
  static let standard = Noun(
    name: "standard", summary: "Editions of professional standards.",
    verbs: [
      .addStandardEdition, .listStandardEditions, .showStandardEdition, .listStandardItems,
      .exportStandardEdition,
    ])
}

extension Verb {
  fileprivate static let addStandardEdition = Verb(
    "add", .records(.writing), summary: "Load an edition of a standard from its XML.",
    discussion:
      "The format is Schemas/xsd/standard-edition.xsd. An edition is never edited: a change is a new edition.",
    examples: [Example("registrar standard add picard-2019.xml", "Load an edition with its items.")],
    arguments: [Argument("FILE", kind: .file, help: "The XML file; - for standard input.")]
  ) { errand in
    let (bytes, file) = try errand.document()
    let reading = StandardEditionReader.read(bytes, file: file)
    for finding in reading.findings { try errand.output.say(finding.summary) }
    guard let document = reading.edition else { return .refused }
    let outcome = try errand.perform(
      AddStandardEdition(
        code: document.code, framework: document.framework, year: document.year, state: document.state,
        titles: document.titles, items: document.items, depths: document.depths))
    let edition = outcome.edition
    try errand.changed(
      edition.code.text, edition,
      !outcome.isNew
        ? "Unchanged: the edition is recorded as it stands."
        : "Loaded \(edition.titles.text()) with \(counted(edition.items.count, "item")).",
      next: "course map COURSE --standard \(edition.code) --item ITEM")
    return .done
  }

  fileprivate static let exportStandardEdition = Verb.showing(
    "export", summary: "Write an edition as the XML that it can be loaded from.",
    examples: [
      Example("registrar standard export PICARD-2019 --out picard-2019.xml", "Write an edition to a file.")
    ],
    arguments: [Argument("STANDARD", kind: .naming(.standard), help: "The edition's code.")], options: [.out]
  ) { errand in
    try errand.hand(outXML: errand.answer(ExportStandardEdition(errand.given.required("STANDARD", .code()))))
  }

  fileprivate static let listStandardEditions = Verb.showing(
    "list", summary: "List the editions.",
    examples: [Example("registrar standard list", "List the editions with their number of items.")],
    options: Option.paging
  ) { errand in
    let editions = try errand.answer(ListStandardEditions(page: try errand.given.page()))
    try errand.list(editions, ["CODE", "FRAMEWORK", "YEAR", "STATE", "ITEMS", "TITLE"]) { edition in
      [
        edition.code.text, edition.framework, String(edition.year), edition.state.rawValue,
        String(edition.items.count), edition.titles.text(),
      ]
    }
  }

  fileprivate static let showStandardEdition = Verb.showing(
    "show", summary: "Show an edition with its items.",
    examples: [
      Example("registrar standard show PICARD-2019", "Show every item with its code, level and kind.")
    ],
    arguments: [Argument("STANDARD", kind: .naming(.standard), help: "The edition's code.")]
  ) { errand in
    let code: StandardEditionCode = try errand.given.required("STANDARD", .code())
    let edition = try errand.answer(ShowStandardEdition(code))
    try errand.show(edition) {
      let details = Details([
        ("code", edition.code.text), ("framework", edition.framework), ("year", String(edition.year)),
        ("state", edition.state.rawValue), ("title", words(edition.titles)),
        ("depths", edition.depths.isEmpty ? nil : edition.depths.map(\.code.text).joined(separator: " < ")),
      ])
      guard !edition.items.isEmpty else { return details.lines }
      let table = Table(itemHeadings, edition.items.map(row(of:)))
      return details.lines + [""] + table.lines(columns: errand.surroundings.columns)
    }
  }

  fileprivate static let listStandardItems = Verb.showing(
    "items", summary: "List the items of an edition, in its order.",
    examples: [
      Example("registrar standard items PICARD-2019 --kind skill", "List the skills that it names.")
    ],
    arguments: [Argument("STANDARD", kind: .naming(.standard), help: "The edition's code.")],
    options: [
      .choice("level", "LEVEL", of: RoleLevel.self, help: "Only those of this level."),
      .choice("kind", "KIND", of: RequirementKind.self, help: "Only those of this kind."),
    ] + Option.paging
  ) { errand in
    let given = errand.given
    let page = try errand.answer(
      ListStandardItems(
        edition: try given.required("STANDARD", .code()), level: try given.optional("level", .choice()),
        kind: try given.optional("kind", .choice()), page: try given.page()))
    try errand.list(page, itemHeadings, row(of:))
  }
}

private let itemHeadings = ["CODE", "LEVEL", "KIND", "TITLE"]

private func row(of item: StandardItem) -> [String] {
  [item.code.text, item.level.rawValue, item.kind.rawValue, item.titles.text()]
}
