internal import Catalogue
internal import Certification
internal import ContentPackaging
public import JSON
public import Operations
internal import Values

extension CatalogueReport: Representable {
  /// `changes` is empty where everything is there already.
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("accepted", isAccepted)
      json.member("dryRun", isDryRun)
      json.member("catalogue", orNull: code)
      json.member("changes", each: changes)
      json.member("findings", each: findings)
    }
  }
}

extension CatalogueChange: Representable {
  /// `change` is `add-standard`, `open`, `import`, `publish`, `map` or `offer`; what it concerns stands beside it.
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      switch self {
      case .addStandard(let code):
        json.member("change", "add-standard")
        json.member("standard", code)
      case .open(let code):
        json.member("change", "open")
        json.member("catalogue", code)
      case .importVersion(let code, let number):
        json.member("change", "import")
        json.member("course", code)
        json.member("version", number)
      case .publish(let code, let number):
        json.member("change", "publish")
        json.member("course", code)
        json.member("version", number)
      case .map(let code, let mapping):
        json.member("change", "map")
        json.member("course", code)
        json.member("mapping", mapping)
      case .offer(let code):
        json.member("change", "offer")
        json.member("course", code)
      }
    }
  }
}

extension SchemeReport: Representable {
  /// `addedVersions` is empty where everything is there already.
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("accepted", isAccepted)
      json.member("scheme", orNull: scheme)
      json.member("addedVersions") { json in json.array(addedVersions) { $0.integer($1) } }
      json.member("findings", each: findings)
    }
  }
}

extension SchemeReport: Described {
  public static let schema = Schema.named(
    "SchemeReport",
    .object([
      .init("accepted", .truth), .init("scheme", .orNull(Scheme.schema)),
      .init("addedVersions", .list(of: .whole(from: 1, to: nil))),
      .init("findings", .list(of: Finding.schema)),
    ]))
}
