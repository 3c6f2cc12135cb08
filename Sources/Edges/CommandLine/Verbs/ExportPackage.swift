internal import Archives
internal import Catalogue
internal import Arguments
internal import Operations

extension Verb {
  /// Hands out what a version was imported from.
  static let exportPackage = Verb.showing(
    "export", summary: "Hand out the package that a version was imported from.",
    discussion: """
      The archive comes out as it went in, octet for octet. A version that was imported from a folder comes out as a zip \
      of its files, one from a bare manifest as that manifest. Importing it again changes nothing.
      """,
    examples: [
      Example("registrar course export VALUATION-1 --out valuation.zip", "The latest version, into a file."),
      Example(
        "registrar course export VALUATION-1 --number 2 > valuation.zip",
        "The second version, to standard output."),
    ],
    arguments: [.course],
    options: [
      .versionNumber,
      .value("out", "FILE", kind: .file, help: "The file to write; standard output where not given."),
    ]
  ) { errand in
    try errand.given.refuseJSON("this hands out a package; show tells the course as JSON")
    let answer = try errand.answer(
      ExportPackage(
        course: try errand.given.required("COURSE", .reference()),
        number: try errand.given.number("number", in: 1...Int.max)))
    let contents = try errand.registrar.content
    try errand.write(to: "out") { take in try answer.write(from: contents, to: take) }
    guard let path = try errand.given.optional("out", .text), path != "-" else { return }
    try errand.output.say("Wrote \(path), version \(answer.number) of \(answer.course).")
  }
}

extension ExportPackage.Answer {
  /// The archive, or the only file, else a zip of the files.
  fileprivate func write(
    from contents: any ContentKeeping, to take: ([UInt8]) throws -> Void
  ) throws {
    if let digest = original?.digest ?? (files.count == 1 ? files.first?.digest : nil) {
      return try contents.open(digest: digest).copy(to: take)
    }
    try withoutActuallyEscaping(take) { take in
      var writer = ZipWriter(write: take)
      for file in files {
        let content = try contents.open(digest: file.digest)
        try writer.add(file.path, content.octets(at: 0, count: content.sizeBytes))
      }
      try writer.finish()
    }
  }
}

extension KeptContent {
  /// Hands on the whole content, piece by piece.
  func copy(to take: ([UInt8]) throws -> Void) throws {
    var offset = 0
    while offset < sizeBytes {
      let piece = try octets(at: offset, count: min(1 << 20, sizeBytes - offset))
      guard !piece.isEmpty else { return }
      try take(piece)
      offset += piece.count
    }
  }
}
