internal import Arguments
internal import Operations
internal import Representations
internal import Values

extension Verb {
  /// Writes the records and the package files into one file.
  static let backUp = Verb.showing(
    "backup", summary: "Write the records and every package file into one file, while the server runs.",
    discussion: """
      The file is a zip that any tool opens, with the SHA-256 of everything in it; it is whole and durable or not there \
      at all, only its owner may read it, and no file is replaced. It needs room for the records twice over. Where a \
      server runs it is the server that writes the file. Keep backups on another machine.
      """,
    examples: [Example("registrar backup records-2026-06-30.zip", "A backup in this folder.")],
    arguments: [Argument("FILE", kind: .file, help: "The file to write, which may not be there yet.")]
  ) { errand in
    let path = errand.surroundings.absolute(
      try errand.path("FILE", "a file: what is written is made durable, which a stream cannot be"))
    let line = ProgressLine(surroundings: errand.surroundings, unit: "MiB")
    defer { line.clear() }
    let made = try errand.records.opened.backUp(path) { line.show($0.rawValue, bytes: $1) }
    line.clear()
    try errand.show(made) { Details(details(of: made.facts) + [("package files", String(made.files))]).lines }
    try errand.output.say("Written: \(made.path), \(made.sizeBytes >> 20) MiB.")
    try errand.output.next("restore \(quotedForShell(made.path))", on: "NEW-FOLDER")
  }

  /// Puts a backup into an empty data folder.
  static let restore = Verb(
    "restore", .folder, summary: "Put a backup into a data folder that is empty or not there yet.",
    discussion: """
      Every byte is verified before anything is put in place, and all of it is or nothing. What was recorded after the \
      backup is gone; keys and certificates revoked since then are in force again. Certificates are numbered in a new \
      series afterwards, so that no number is given twice.
      """,
    examples: [
      Example("registrar --data restored restore records-2026-06-30.zip", "Restore into the folder restored.")
    ],
    arguments: [Argument("FILE", kind: .file, help: "A file that registrar backup wrote.")]
  ) { errand in
    let path = errand.surroundings.absolute(
      try errand.path("FILE", "a file: all of it is verified before anything is restored"))
    let line = ProgressLine(surroundings: errand.surroundings, unit: "MiB")
    defer { line.clear() }
    let restored = try errand.folders.upkeep.restore(path, errand.records.path) {
      line.show($0.rawValue, bytes: $1)
    }
    line.clear()
    try errand.show(restored) {
      Details(details(of: restored.facts) + [("package files", String(restored.files))]).lines
    }
    try errand.tellWhatIsGone(restored)
    return .done
  }
}

extension Errand {
  fileprivate func tellWhatIsGone(_ restored: BackupRestored) throws {
    let until = (restored.facts.latestRecord ?? restored.facts.madeAt).description
    if !restored.migrations.isEmpty {
      try output.say("The records were brought to schema \(restored.migrations.last ?? 0).")
    }
    try output.say("The records are those of \(until). What was recorded after it is not among them.")
    try output.say("Keys and certificates that were revoked since then are in force again: revoke them anew.")
    try output.say("Certificates are numbered in the series \(restored.series) from now on; see the history.")
    try output.next("check")
  }
}

private func details(of facts: BackupFacts) -> [(String, String)] {
  [
    ("backup", facts.id.description), ("made at", facts.madeAt.text(fractionDigits: 0)),
    ("latest record", facts.latestRecord?.description ?? "none"), ("schema", String(facts.schema)),
    ("origin", facts.origin),
  ] + facts.counts.map { ($0.kind, String($0.number)) }
}
