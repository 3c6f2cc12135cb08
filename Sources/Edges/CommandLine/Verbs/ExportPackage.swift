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
      of its files, one from a bare manifest as that manifest.

      Importing the archive, or the zip of a whole folder, again changes nothing. The zip of an outline is to be unpacked \
      first, for in a zip no file may be missing that an activity is launched from. A bare manifest is the same package \
      only under the name that it was imported by.
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
    if let file = onlyFile { return try contents.open(digest: file.digest).copy(to: take) }
    try withoutActuallyEscaping(take) { take in
      var writer = ZipWriter(write: take)
      for file in files {
        var octets: [UInt8] = []
        try contents.open(digest: file.digest).copy { octets += $0 }
        try writer.add(file.path, octets)
      }
      try writer.finish()
    }
  }
}
