/// Who may import whom. The arrows never turn back.
enum Directions {
  /// For each layer, the layers it may import from; a layer that is not its own key here imports nothing of its own.
  private static let layers: [String: Set<String>] = [
    "Libraries": ["Libraries"],
    "Domain": ["Domain"],
    "Standards": ["Standards", "Domain", "Libraries"],
    "Documents": ["Documents", "Standards", "Domain", "Libraries"],
    "Operations": ["Documents", "Standards", "Domain", "Libraries"],
    "Storage": ["Operations", "Documents", "Standards", "Domain", "Libraries"],
    "Edges": ["Edges", "Operations", "Documents", "Standards", "Domain", "Libraries"],
    "registrar": ["Edges", "Storage", "Operations", "Documents", "Standards", "Domain", "Libraries"],
  ]

  /// Layers that take only some rooms of another.
  private static let choices: [String: [String: Set<String>]] = [
    "Standards": ["Libraries": ["XML", "CSV", "JSON", "Archives", "Cryptography", "Spelling"]],
    "Documents": ["Standards": ["RegistrarXML"]],
    "Operations": ["Libraries": ["JSON", "Cryptography"]],
    // A port of Operations asks the records for the facts of a report.
    "Storage": ["Documents": ["Reports"]],
  ]

  /// Layers whose rooms stand in an order: each may import from those before it.
  private static let orders: [String: [[String]]] = [
    "Libraries": [["Spelling"], ["Arguments"]],
    "Domain": [
      ["Values"], ["People"], ["Catalogue"], ["Enrolment"], ["Evaluation"], ["Assessment"],
      ["Certification"],
      ["Accreditation"],
    ],
    "Standards": [
      ["ContentPackaging", "XAPI"],
      ["SCORM", "CMI5", "TinCan", "AICC", "CommonCartridge", "QTI", "RegistrarXML", "OpenBadges", "CASE"],
      ["Rosters"],
    ],
    "Documents": [["Reports", "Certificates", "Pages"]],
    "Edges": [["Representations"], ["HTTPEndpoint", "CommandLine"]],
  ]

  /// Each C library, and the one room that wraps it.
  static let wrappers = [
    "CLibXML2": "XML", "CSystem": "Files", "CArchive": "Archives", "CSQLite": "SQLite", "CMicroHTTPD": "HTTP",
    "CCurl": "HTTPClient", "CCrypto": "Cryptography", "CArgon2": "Cryptography", "CPostgreSQL": "PostgreSQL",
    "CPangoCairo": "Typesetting",
    "CQREncode": "Barcodes", "CXLSXWriter": "Spreadsheets",
  ]

  /// Modules of the toolchain, and the layers that may use them.
  private static let toolchain: [String: Set<String>] = [
    "Glibc": ["Libraries", "registrar", "bench"],
    "Synchronization": [
      "Libraries", "Operations", "Storage", "Edges", "registrar", "bench",
    ],
  ]

  /// Why a room may not depend on another; nil where it may.
  static func objection(_ room: PackageManifest.Room, to other: PackageManifest.Room) -> String? {
    let layer = layerName(room)
    let otherLayer = layerName(other)
    guard layers[layer]?.contains(otherLayer) == true else {
      return "\(layer) imports nothing of \(otherLayer)"
    }
    if let chosen = choices[layer]?[otherLayer], !chosen.contains(other.name) {
      return "of \(otherLayer), \(layer) imports only \(chosen.sorted().joined(separator: ", "))"
    }
    guard layer == otherLayer, let order = orders[layer] else { return nil }
    guard let place = order.firstIndex(where: { $0.contains(room.name) }),
      let otherPlace = order.firstIndex(where: { $0.contains(other.name) })
    else { return "the order of \(layer) does not name both" }
    return otherPlace < place ? nil : "within \(layer), \(other.name) does not stand before \(room.name)"
  }

  /// Why a module of the toolchain may not be imported in a layer; nil where it may, or is none of the toolchain's.
  static func objection(_ layer: String, toModule module: String) -> String? {
    if module.hasPrefix("Foundation") { return "Foundation is imported nowhere in Sources" }
    guard let allowed = toolchain[module] else { return "\(module) is no module of this house" }
    return allowed.contains(layer) ? nil : "\(layer) does without \(module)"
  }

  private static func layerName(_ room: PackageManifest.Room) -> String {
    room.layer == "." ? room.name : room.layer
  }
}
