public import XML

/// Which of the files that a manifest names are there, and what it means that others are not.
public struct SuppliedFiles: Sendable {
  private struct Absent: Sendable {
    let name: String
    let naming: Naming
  }

  /// What names a file: an element of the manifest, or a line of a table.
  private enum Naming: Sendable {
    case element(XMLElement, attribute: String?)
    case line(file: String, place: Place)
  }

  private var launched: [Absent] = []
  private var listed: [Absent] = []
  private var seen: Set<String> = []

  /// Begins with nothing missing.
  public init() {}

  /// Notes that a file from which an activity is launched is missing.
  public mutating func lackLaunchFile(_ name: String, at element: XMLElement, attribute: String? = nil) {
    guard seen.insert(name).inserted else { return }
    launched.append(Absent(name: name, naming: .element(element, attribute: attribute)))
  }

  /// Notes that a file from which an activity is launched is missing, as a line of a table names it.
  public mutating func lackLaunchFile(_ name: String, file: String, place: Place) {
    guard seen.insert(name).inserted else { return }
    launched.append(Absent(name: name, naming: .line(file: file, place: place)))
  }

  /// Notes that another file that the manifest lists is missing.
  public mutating func lackListedFile(_ name: String, at element: XMLElement, attribute: String? = nil) {
    guard seen.insert(name).inserted else { return }
    listed.append(Absent(name: name, naming: .element(element, attribute: attribute)))
  }

  /// The names of all files that are missing, each once, launched ones first.
  public var missing: [String] { (launched + listed).map(\.name) }

  /// Whether files are missing from which activities are launched.
  public var lacksLaunchFiles: Bool { !launched.isEmpty }

  /// Says what it means.
  ///
  /// In an archive a missing launch file is an error. A folder or bare manifest without all launch files is an
  /// outline: one warning counts every file that is not supplied. Any other missing file is a warning of its own, and
  /// beyond `limits.missingFilesTold` of them one more that counts the rest.
  public func report(
    to findings: inout Findings, kind: PackageContents.Kind, limits: PackageLimits = .standard
  ) {
    if lacksLaunchFiles, kind.mayBeOutline {
      let count = launched.count + listed.count
      let files = count == 1 ? "1 file is" : "\(count) files are"
      findings.report(.outline, "\(files) not supplied; the course is an outline until they come")
      return
    }
    for absent in launched {
      report(
        .launchFileMissing, "the launch file “\(excerpt(absent.name))” is not in the package", absent,
        to: &findings)
    }
    for absent in listed.prefix(limits.missingFilesTold) {
      report(
        .fileMissing, "the file “\(excerpt(absent.name))” is not in the package", absent, to: &findings)
    }
    let untold = listed.count - limits.missingFilesTold
    if untold > 0 {
      findings.report(.fileMissing, "\(untold) more listed files are not in the package")
    }
  }

  private func report(
    _ code: FindingCode, _ message: String, _ absent: Absent, to findings: inout Findings
  ) {
    switch absent.naming {
    case .element(let element, let attribute):
      findings.report(code, message, at: element, attribute: attribute, text: absent.name)
    case .line(let file, let place): findings.report(code, message, file: file, place: place)
    }
  }
}
