internal import ContentPackaging
public import People
public import RegistrarXML
public import Values
internal import XML

/// Reads a roster in whatever form it comes: XML of `Schemas/xsd/roster.xsd`, or a table of separated values.
public enum RosterReader {
  /// Reads a roster; which of the forms it has is seen from its first character.
  ///
  /// Cost grows with the number of bytes.
  ///
  /// - Parameters:
  ///   - file: the name by which findings tell the file.
  ///   - source: the system that gave the identifiers of a table without a column `source`.
  public static func read(_ bytes: [UInt8], file: String, source: SourceCode?) -> RosterReading {
    let reading =
      isXML(bytes)
      ? RosterXMLReader.read(bytes, file: file) : RosterTableReader.read(bytes, file: file, source: source)
    return reading.document.map { compared($0, reading.findings, file: file) } ?? reading
  }

  /// What is said of a roster that is larger than it may be, of which nothing was read.
  public static func tooLarge(file: String) -> RosterReading {
    RosterReading(
      document: nil,
      findings: [
        Finding(.rosterUnreadable, "the roster is larger than \(mostBytes) bytes", file: file)
      ])
  }

  /// How many bytes a roster may have: 32 MiB.
  public static let mostBytes = 32 * 1024 * 1024

  /// Whether the first character that is no white space is `<`, in UTF-8 or UTF-16.
  private static func isXML(_ bytes: [UInt8]) -> Bool {
    let passed: Set<UInt8> = [0, 0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF, 0xFE, 0xFF]
    return bytes.first { !passed.contains($0) } == UInt8(ascii: "<")
  }

  /// The roster without entries that contradict an earlier one, which are told with those that only repeat it.
  private static func compared(
    _ document: RosterDocument, _ found: [Finding], file: String
  ) -> RosterReading {
    var findings = Findings(file: file)
    var first: [SourceIdentity: RosterEntry] = [:]
    let entries = document.entries.filter { entry in
      guard let earlier = first.updateValue(entry, forKey: entry.identity.value) else { return true }
      first[entry.identity.value] = earlier
      return entry.agrees(with: earlier, &findings)
    }
    guard !findings.list.isEmpty else { return RosterReading(document: document, findings: found) }
    let all = (found + findings.list).enumerated().sorted { one, other in
      (one.element.line ?? 0, one.offset) < (other.element.line ?? 0, other.offset)
    }
    return RosterReading(
      document: RosterDocument(
        entries: entries,
        unusableEntries: document.unusableEntries + document.entries.count - entries.count),
      findings: all.map(\.element))
  }
}

extension RosterEntry {
  /// Whether the entry can be about the same person as an earlier one with its identifier. Tells where it cannot, and
  /// where it says nothing else.
  fileprivate func agrees(with earlier: RosterEntry, _ findings: inout Findings) -> Bool {
    let identifier = identity.value.identifier
    if let differing = difference(from: earlier) {
      findings.report(
        .rosterEntriesDiffer, "\(identifier) has another \(differing.name) in \(earlier.path)",
        place: differing.place, path: "\(path)/\(differing.name)")
      return false
    }
    if saysNothingBut(earlier) {
      findings.report(
        .rosterEntryRepeated, "\(identifier) stands in \(earlier.path) already", place: place, path: path)
    }
    return true
  }

  private func difference(from earlier: RosterEntry) -> (name: String, place: Place)? {
    if name.value != earlier.name.value { return (name.name, name.place) }
    if let sex, let other = earlier.sex, sex.value != other.value { return (sex.name, sex.place) }
    if let language, let other = earlier.language, language.value != other.value {
      return (language.name, language.place)
    }
    return nil
  }

  private func saysNothingBut(_ earlier: RosterEntry) -> Bool {
    affiliations.map(\.facts) == earlier.affiliations.map(\.facts)
      && nominations.map(\.facts) == earlier.nominations.map(\.facts)
      && enrolments.map(\.value) == earlier.enrolments.map(\.value)
  }
}

extension RosterAffiliation {
  fileprivate var facts: [String?] {
    [
      organisation.value.folded, unit, post, roleLevel?.rawValue, from?.value.description,
      to?.value.description,
    ]
  }
}

extension RosterNomination {
  fileprivate var facts: [String] { [session.value.folded, organisation.value.folded] }
}
