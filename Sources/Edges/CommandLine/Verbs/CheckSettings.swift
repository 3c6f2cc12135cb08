internal import Arguments
internal import JSON
internal import Operations
internal import Representations

extension Noun {
  /// What is chosen once for a server.
  static let settings = Noun(
    name: "settings", summary: "The settings of a server.", verbs: [.checkSettings, .printUnit])
}

extension Verb {
  fileprivate static let checkSettings = Verb(
    "check", .folder, summary: "Say whether a server could run with these settings.",
    discussion: """
      Of the file each line that cannot be used is named by line and column. Then what it names is tried: the files of \
      TLS, the address, the data folder. Exit status 3 where anything is amiss.
      """,
    examples: [Example("registrar settings check --settings registrar.conf", "Check a file.")]
  ) { errand in
    let named = errand.given.invocation.value("settings")
    guard let file = try errand.surroundings.settings(named: named) else {
      throw errand.given.missing("settings", "FILE")
    }
    let found = SettingsFindings(file: file, faults: errand.faults(of: file))
    if errand.output.isJSON { try errand.output.json(found) } else { try errand.output.lines(found.lines) }
    if found.faults.isEmpty {
      try errand.output.say("\(counted(file.entries.count, "setting")): all usable.")
    }
    return found.faults.isEmpty ? .done : .refused
  }

  fileprivate static let printUnit = Verb(
    "unit", .folder,
    summary: "Print a systemd unit that runs the server with these settings, shut off from the rest.",
    examples: [
      Example(
        "registrar settings unit --settings /etc/registrar.conf > /etc/systemd/system/registrar.service",
        "A unit for the server, run by the user registrar.")
    ],
    options: [.value("user", "NAME", help: "Who runs the server; registrar where not given.")]
  ) { errand in
    try errand.given.refuseJSON("what is printed is a unit of systemd")
    let file = try errand.surroundings.settings(named: errand.given.invocation.value("settings"))
    if let file, file.path == Errand.stream {
      throw errand.given.unfit("settings", file.path, "a file: the server reads it whenever it starts")
    }
    let request = try errand.serveRequest(by: file)
    let unit = SystemdUnit(
      program: try errand.folders.upkeep.programPath(),
      user: try errand.given.optional("user", .text) ?? "registrar",
      settings: file.map { errand.surroundings.absolute($0.path) }, request: request)
    try errand.output.bytes(Array(unit.text.utf8))
    return .done
  }
}

extension Errand {
  /// What is amiss with a file: its lines, and then what those that are usable name.
  fileprivate func faults(of file: SettingsFile) -> [SettingsFile.Fault] {
    let alone = lonelyTLS(of: file)
    let found = file.faults + alone.map(\.fault) + obstacles(file, without: alone.map(\.setting))
    return found.enumerated().sorted {
      ($0.element.place.line, $0.element.place.column, $0.offset)
        < ($1.element.place.line, $1.element.place.column, $1.offset)
    }.map(\.element)
  }

  /// One of the files of TLS where the other is not named.
  private func lonelyTLS(of file: SettingsFile) -> [(setting: String, fault: SettingsFile.Fault)] {
    [("tls-certificate", "tls-key"), ("tls-key", "tls-certificate")].compactMap { one, other in
      guard let entry = file.entry(one), file.entry(other) == nil else { return nil }
      return (one, SettingsFile.Fault(place: entry.place, message: "--\(other) FILE is missing."))
    }
  }

  private func obstacles(_ file: SettingsFile, without alone: [String]) -> [SettingsFile.Fault] {
    let start = SettingsFile.Place(line: 1, column: 1)
    // A file whose partner cannot be used is tried by itself no more.
    let isHalf = file.usable.count { $0.name == "tls-certificate" || $0.name == "tls-key" } == 1
    do {
      let given = try Given(
        serving: file.words {
          $0 == "data" || alone.contains($0) || isHalf && $0.utf8.starts(with: "tls-".utf8)
        })
      return folders.upkeep.obstacles(try given.serveRequest(in: records.path, surroundings)).map {
        obstacle in
        SettingsFile.Fault(
          place: file.entry(obstacle.setting)?.valuePlace ?? start, message: obstacle.message)
      }
    } catch let error as UsageError {
      return [SettingsFile.Fault(place: start, message: error.description.firstLine)]
    } catch {
      return [SettingsFile.Fault(place: start, message: "\(error)")]
    }
  }

  /// How `serve` would be called with a file and nothing else.
  fileprivate func serveRequest(by file: SettingsFile?) throws -> ServeRequest {
    if let fault = file?.faults.first, let file {
      throw SettingsRefused(path: file.path, faults: [fault])
    }
    let given = try Given(serving: file?.words { $0 == "data" } ?? [])
    return try given.serveRequest(in: records.path, surroundings)
  }
}

/// What is amiss with settings, as lines and as JSON.
private struct SettingsFindings: Representable {
  let file: SettingsFile
  let faults: [SettingsFile.Fault]

  var lines: [String] { faults.map { shown($0.line(in: file.path)) } }

  /// `{"usable": bool, "findings": [{"file", "line", "column", "message", "suggestion"}]}`.
  func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("usable", faults.isEmpty)
      json.member("findings") { findings in
        findings.array(faults) { json, fault in
          json.object { json in
            json.member("file", file.path)
            json.member("line", fault.place.line)
            json.member("column", fault.place.column)
            json.member("message", fault.message)
            json.member("suggestion", fault.suggestion)
          }
        }
      }
    }
  }
}
