/// What a file imports, held against Package.swift and the directions.
enum Imports {
  /// Every dependency that Package.swift grants against the directions, and every room without a purpose.
  static func offences(in manifest: PackageManifest) -> [Offence] {
    manifest.packages.map { Offence(path: "Package.swift", line: $0, words: "no packages from elsewhere") }
      + manifest.rooms.flatMap { offences(of: $0, in: manifest) }
  }

  private static func offences(of room: PackageManifest.Room, in manifest: PackageManifest) -> [Offence] {
    func offence(_ words: String) -> Offence {
      Offence(path: "Package.swift", line: room.line, words: "\(room.name): \(words)")
    }
    let purpose = room.purpose.isEmpty ? [offence("say in one line what the room is for")] : []
    return purpose
      + room.dependencies.compactMap { name in
        if let wrapper = Directions.wrappers[name] {
          return wrapper == room.name ? nil : offence("only \(wrapper) imports \(name)")
        }
        guard let other = manifest.room(name) else { return offence("there is no room \(name)") }
        return Directions.objection(room, to: other).map { offence("\(name): \($0)") }
      }
  }

  /// The imports of a file that are not granted.
  static func offences(in text: SwiftText, by manifest: PackageManifest) -> [Offence] {
    let place = SourcePlace(text.path)
    return imports(of: text).compactMap { module, line in
      objection(to: module, at: place, by: manifest).map { Offence(path: text.path, line: line, words: $0) }
    }
  }

  private static func objection(to module: String, at place: SourcePlace, by manifest: PackageManifest)
    -> String?
  {
    if let wrapper = Directions.wrappers[module] {
      return wrapper == place.room ? nil : "only \(wrapper) imports \(module)"
    }
    guard manifest.room(module) != nil else { return Directions.objection(place.layer, toModule: module) }
    // The program and the bench have their dependencies in targets of their own kind; SwiftPM keeps those.
    guard let room = manifest.room(place.room) else { return nil }
    return room.dependencies.contains(module)
      ? nil : "\(module) is not among the dependencies of \(room.name)"
  }

  /// The modules that a file imports, each with its line.
  static func imports(of text: SwiftText) -> [(module: String, line: Int)] {
    let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "typealias", "func", "let", "var"]
    return text.lines.enumerated().compactMap { index, line in
      let words = line.split { $0 == " " || $0 == ";" }
      guard let place = words.firstIndex(of: "import"), words[..<place].allSatisfy(isModifier) else {
        return nil
      }
      guard let named = words[(place + 1)...].first(where: { !kinds.contains($0) }) else { return nil }
      return (String(named.prefix { $0 != "." }), index + 1)
    }
  }

  private static func isModifier(_ word: Substring) -> Bool {
    word.hasPrefix("@") || ["public", "package", "internal", "fileprivate", "private"].contains(word)
  }
}

/// Where a source file stands: `Sources/<Layer>/<Room>/…`, or `Sources/<Layer>/…` for a layer that is one room.
struct SourcePlace: Equatable {
  let layer: String
  let room: String

  init(_ path: String) {
    let parts = path.split(separator: "/")
    layer = parts.count > 2 ? String(parts[1]) : ""
    let isOneRoom = ["Operations", "registrar", "bench"].contains(layer)
    room = isOneRoom || parts.count < 4 ? layer : String(parts[2])
  }
}
