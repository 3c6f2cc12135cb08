internal import Arguments
internal import Files
internal import Operations

extension Surroundings {
  /// The settings file that a command was given or the environment names; nil where none is.
  ///
  /// - Parameter named: the value of `--settings`.
  func settings(named: String?) throws -> SettingsFile? {
    guard let path = named ?? environment("REGISTRAR_SETTINGS"), !path.isEmpty else { return nil }
    guard path != Errand.stream else {
      return SettingsFile(try input(SettingsFile.limitBytes), path: path)
    }
    do {
      return SettingsFile(try readFile(absolute(path), SettingsFile.limitBytes), path: path)
    } catch let error as FileError where error.isMissing {
      throw NamedFileMissing(path: path)
    }
  }
}

/// The settings file holds what cannot be used.
struct SettingsRefused: Explainable {
  let path: String
  let faults: [SettingsFile.Fault]

  var explanation: Explanation {
    let first = faults.first.map { $0.line(in: path) } ?? path
    let others = faults.count > 1 ? " (and \(faults.count - 1) more)" : ""
    return Explanation(
      .unusable, "settings-unusable", first + others,
      remedy: "registrar settings check --settings \(path) names everything that is amiss")
  }
}

extension SettingsFile.Fault {
  /// `registrar.conf:3:1: there is no setting “lissen”; did you mean listen?`
  func line(in path: String) -> String {
    let meant = suggestion.map { "; did you mean \($0)?" } ?? ""
    return "\(path):\(place.line):\(place.column): \(message)\(meant)"
  }
}
