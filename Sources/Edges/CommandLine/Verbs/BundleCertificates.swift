internal import Arguments
internal import Enrolment
internal import Operations
internal import Representations
internal import Values

extension Verb {
  /// Writes all certificates of a session into one zip.
  static let bundleCertificates = Verb.changing(
    "bundle", summary: "Write the certificates of a session that are in force into one zip, each as PDF.",
    discussion: """
      What was awarded and is not signed yet is signed first. A certificate that was not printed in the language is taken \
      in the one that it has; the names of the files say which.
      """,
    examples: [
      Example(
        "registrar certificate bundle FEEDBACK-1 --language fr --out certificates.zip",
        "All that a session has to hand over.")
    ],
    arguments: [.session],
    options: [
      .value("language", "TAG", help: "The language of the pages; en where not given, or what there is."),
      .out,
    ]
  ) { errand in
    try errand.given.refuseJSON("this writes a zip")
    let registrar = try errand.registrar
    let session: Reference<Session> = try errand.given.required("SESSION", .reference())
    try registrar.issueCredentials(of: session)
    let prints = try registrar.prints(
      of: session,
      in: try errand.given.optional("language", .language)?.text, as: .owner)
    let bundle = CertificateBundle(prints)
    try errand.write(to: "out") { take in
      while true {
        let octets = try bundle.next()
        if octets.isEmpty { return }
        try take(octets)
      }
    }
    guard let path = try errand.given.optional("out", .text), path != Errand.stream else { return }
    try errand.output.say("Wrote \(path): \(counted(prints.count, "certificate")).")
  }
}
