internal import Accreditation
internal import Arguments
internal import Operations
internal import Representations
internal import Values

extension Noun {
  /// Pools of experts.
  static let pool = Noun(
    name: "pool", summary: "Pools of experts, and the path that leads into each.",
    verbs: [.importPool, .listPools, .showPool, .exportPool, .showFunnel])
}

extension Verb {
  fileprivate static let importPool = Verb(
    Command(
      "import", summary: "Open a pool of experts from its XML, or add the versions that are not there yet.",
      discussion: """
        The format is Schemas/xsd/pool.xsd; Schemas/reference/pools holds the pools that public pages confirm. A version \
        that is recorded is never edited; the second time nothing is changed.
        """,
      examples: [Example("registrar pool import toa-pca.xml", "Open a pool with all its versions.")],
      arguments: [Argument("FILE", kind: .file, help: "The XML file; - for standard input.")],
      options: [.dryRun]),
    need: { .records($0.flag("dry-run") ? .reading : .writing) }
  ) { errand in
    let (bytes, name) = try errand.document()
    let report = try errand.registrar.importPool(
      bytes, name: name, isDryRun: errand.given.flag("dry-run"), as: .owner)
    if errand.output.isJSON { try errand.output.json(report) } else { try errand.tell(report) }
    return report.isAccepted ? .done : .refused
  }

  fileprivate static let listPools = Verb.showing(
    "list", summary: "List the pools of experts by code.",
    examples: [Example("registrar pool list", "List the pools with what they are for.")],
    options: Option.paging
  ) { errand in
    let pools = try errand.answer(ListPools(page: try errand.given.page()))
    try errand.list(pools, ["CODE", "CATEGORY", "SUBJECT", "TITLE", "VERSION"]) { pool in
      [
        pool.code.text, pool.category.rawValue, pool.subject?.text ?? "", pool.titles.text(),
        pool.current.map { String($0.number) } ?? "",
      ]
    }
  }

  fileprivate static let showPool = Verb.showing(
    "show", summary: "Show a pool of experts with all versions of its path.",
    examples: [Example("registrar pool show TOA-PCA", "See which stages lead into a pool.")],
    arguments: [.pool]
  ) { errand in
    let pool = try errand.answer(ShowPool(try errand.given.required("POOL", .reference())))
    try errand.show(pool) {
      let head = Details([
        ("code", pool.code.text), ("id", pool.id.description), ("title", words(pool.titles)),
        ("category", pool.category.rawValue), ("subject", pool.subject?.text),
      ])
      let rows = pool.versions.flatMap { version in
        version.path.stages.map { stage in
          [
            String(version.number), stage.code.text, stage.kind.rawValue, stage.grants?.rawValue ?? "",
            stage.withinMonths.map { counted($0, "month") } ?? "",
          ]
        }
      }
      return head.lines + [""]
        + Table(["VERSION", "STAGE", "KIND", "GRANTS", "WITHIN"], rows).lines(
          columns: errand.surroundings.columns) + pool.versions.flatMap(rules)
    }
  }

  fileprivate static let exportPool = Verb.showing(
    "export", summary: "Write a pool with all its versions as XML.",
    examples: [Example("registrar pool export TOA-PCA --out toa-pca.xml", "Write a pool to a file.")],
    arguments: [.pool], options: [.out]
  ) { errand in
    try errand.hand(outXML: errand.answer(ExportPool(errand.given.required("POOL", .reference()))))
  }

  fileprivate static let showFunnel = Verb.showing(
    "funnel", summary: "Count who was nominated for a pool, and who passed and failed each stage.",
    examples: [Example("registrar pool funnel TOA-PCA", "See how many come through to the end.")],
    arguments: [.pool]
  ) { errand in
    let funnel = try errand.answer(ShowFunnel(try errand.given.required("POOL", .reference())))
    try errand.show(funnel) {
      let rows = funnel.stages.map { [$0.stage.text, String($0.passed), String($0.failed)] }
      return ["nominated: \(funnel.nominated)", ""]
        + Table(["STAGE", "PASSED", "FAILED"], rows).lines(columns: errand.surroundings.columns)
    }
  }
}

/// What a version asks for beside its stages.
private func rules(_ version: PoolVersion) -> [String] {
  let term = version.termMonths.map {
    "version \(version.number): what is held holds \(counted($0, "month"))"
  }
  let apart = version.apart.map(\.rawValue).sorted().joined(separator: ", ")
  return [term].compactMap(\.self)
    + (apart.isEmpty ? [] : ["version \(version.number): evaluators stand apart from \(apart)"])
    + version.conversions.map {
      "version \(version.number): converts \($0.from.rawValue), which makes \($0.grants.rawValue)"
    }
}

extension Argument {
  static let pool = Argument("POOL", kind: .naming(.pool), help: "The pool's code or identifier.")
}
