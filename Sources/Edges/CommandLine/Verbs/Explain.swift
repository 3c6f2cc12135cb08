internal import Arguments
internal import ContentPackaging
internal import JSON
internal import Operations
internal import Representations

extension Verb {
  /// Says what a finding's code means.
  static let explain = Verb(
    "explain", .nothing, summary: "Say what a finding's code means and what to do about it.",
    examples: [
      Example("registrar explain package.file.missing", "What this finding of an import means."),
      Example("registrar explain", "List all codes."),
    ],
    arguments: [
      Argument(
        "CODE", .optional, kind: .naming(.findingCode),
        help: "The code of a finding; all codes are listed where not given.")
    ]
  ) { errand in
    guard let identifier = try errand.given.optional("CODE", .text) else {
      try errand.listFindingCodes()
      return .done
    }
    let codes = errand.folders.findingCodes
    guard let code = codes.first(where: { $0.identifier.utf8.elementsEqual(identifier.utf8) }) else {
      throw FindingCodeUnknown(identifier: identifier)
    }
    if errand.output.isJSON {
      try errand.output.json(FindingCodeRepresentation(code: code))
    } else {
      try errand.output.lines(
        ["\(code.identifier) (\(code.severity.rawValue))", "", code.explanation]
          + (code.fix.map { ["", "Fix: \($0)"] } ?? []))
    }
    return .done
  }
}

extension Errand {
  fileprivate func listFindingCodes() throws {
    let codes = folders.findingCodes.sorted {
      $0.identifier.utf8.lexicographicallyPrecedes($1.identifier.utf8)
    }
    let items = codes.map { FindingCodeRepresentation(code: $0) }
    try list(.whole(items), ["CODE", "SEVERITY", "MEANING"]) { item in
      [item.code.identifier, item.code.severity.rawValue, item.code.explanation]
    }
  }
}

/// A kind of finding as JSON.
private struct FindingCodeRepresentation: Representable, Sendable {
  let code: FindingCode

  func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("code", code.identifier)
      json.member("severity", code.severity)
      json.member("explanation", code.explanation)
      json.member("fix", orNull: code.fix)
    }
  }
}

/// No reader makes findings of this code.
private struct FindingCodeUnknown: Explainable {
  let identifier: String

  var explanation: Explanation {
    Explanation(
      .notFound, "finding-code-unknown", "there is no finding code “\(identifier)”",
      remedy: "registrar explain lists them all")
  }
}
