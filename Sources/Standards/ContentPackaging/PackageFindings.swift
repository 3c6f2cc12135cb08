extension FindingCode {
  static let manifestMissing = FindingCode(
    "package.manifest.missing", .error,
    "The package has none of the files that say what it is: imsmanifest.xml (SCORM, Common Cartridge), cmi5.xml, "
      + "tincan.xml, or the tables of an AICC course.",
    fix: "Export the course again as SCORM or cmi5, and send the archive as the authoring tool made it.")
  static let manifestNotAtRoot = FindingCode(
    "package.manifest.not-at-root", .error,
    "The manifest lies in a folder of the package. The specifications want it at the root; one common top folder "
      + "is forgiven for imsmanifest.xml, never for cmi5.xml (cmi5 §14.1).",
    fix: "Pack the contents of the folder, not the folder itself.")
  static let manifestInFolder = FindingCode(
    "package.manifest.in-folder", .warning,
    "Everything lies in one top folder, with the manifest directly in it. The folder was taken off.",
    fix: "Pack the contents of the folder, not the folder itself.")
  static let manifestAmbiguous = FindingCode(
    "package.manifest.ambiguous", .error,
    "The package has more than one manifest at its root, so it cannot be told which course is meant.",
    fix: "Export the course in one format, or remove the manifest that is not meant.")
  static let manifestNameCase = FindingCode(
    "package.manifest.name-case", .warning,
    "The manifest's name is not spelt in lower case as the specification spells it.",
    fix: "Rename the file.")
  static let manifestOther = FindingCode(
    "package.manifest.other", .note,
    "The package also has another format's manifest, which was not read.")
  static let bareAmpersand = FindingCode(
    "package.manifest.bare-ampersand", .warning,
    "XML wants every “&” written as “&amp;”. The bare ones were read as if they were.",
    fix: "Write &amp; for &.")
  static let encodingLabel = FindingCode(
    "package.manifest.encoding-label", .warning,
    "The encoding that the manifest names is not the one its bytes are in. The bytes were believed.",
    fix: "Save the manifest as UTF-8, and let it say so.")
  static let namespaceName = FindingCode(
    "package.manifest.namespace-name", .note, "A namespace name is no URI. It was taken as it is.",
    fix: "Correct the xmlns attribute.")
  static let formatUnknown = FindingCode(
    "package.format.unknown", .error,
    "The manifest's root element and namespace belong to no format that is known here. Prefixes do not matter, "
      + "the namespace decides.",
    fix: "Export the course as SCORM 1.2, SCORM 2004 or cmi5.")
  static let formatUnread = FindingCode(
    "package.format.unread", .error,
    "The package's format is recognised, but it is none that is read here, for the reason that the finding gives.",
    fix: "Export the course as SCORM 1.2, SCORM 2004, cmi5 or Common Cartridge.")
  public static let limitExceeded = FindingCode(
    "package.limit", .error, "The package holds more of something than is accepted.",
    fix: "Split the course into several packages.")
  static let outline = FindingCode(
    "package.outline", .warning,
    "Files that the manifest names are not supplied, among them files that activities are launched from. The "
      + "course was read as an outline; it cannot be published until the files come.",
    fix: "Import the whole package.")
  static let launchFileMissing = FindingCode(
    "package.launch-file.missing", .error,
    "An activity is launched from a file that is not in the package, so nobody could take it.",
    fix: "Add the file, or correct its path in the manifest.")
  static let fileMissing = FindingCode(
    "package.file.missing", .warning, "The manifest lists a file that is not in the package.",
    fix: "Add the file, or take it off the manifest.")
  static let referenceRepaired = FindingCode(
    "package.reference.repaired", .warning,
    "A path in the manifest is not written as the file is named. It was matched with the only file it can mean.",
    fix: "Write the path exactly as the file is named, with “/” between folders.")
  static let referenceOutside = FindingCode(
    "package.reference.outside", .error,
    "A path in the manifest is absolute or leads out of the package.",
    fix: "Write a path relative to the manifest.")
  static let referenceScheme = FindingCode(
    "package.reference.scheme", .error,
    "An address is neither a path in the package nor http or https. Others (javascript:, data:, file: …) are "
      + "never launched.",
    fix: "Use a file of the package, or an https address.")
  static let referenceHost = FindingCode(
    "package.reference.host", .error,
    "An address names this machine itself, a link-local address, a user name, or a host in a disguised spelling.",
    fix: "Use the public name of the server, as an https address.")
  static let referencePrivateHost = FindingCode(
    "package.reference.private-host", .warning,
    "An address names a host of a private network, which learners elsewhere cannot reach.",
    fix: "Use an address that every learner can reach.")
  static let referenceExternal = FindingCode(
    "package.reference.external", .note,
    "The content lies on another server. It is launched from there, and not kept here.")
  static let listedReferenceUnusable = FindingCode(
    "package.reference.unusable", .warning,
    "A listed file, which no activity is launched from, has an address that is not accepted. It was left out.",
    fix: "Write a path relative to the manifest.")
  public static let templateLeftover = FindingCode(
    "package.template-leftover", .warning,
    "A text still holds the placeholder of the template that it was made from.",
    fix: "Fill in the template's field.")
  static let findingsOmitted = FindingCode(
    "package.findings.more", .note, "There are more findings than are told.",
    fix: "Mend what is told and import again.")

  /// Every code of this room, in the order of `explain`.
  public static let packageCodes: [FindingCode] =
    [
      manifestMissing, manifestNotAtRoot, manifestInFolder, manifestAmbiguous, manifestNameCase,
      manifestOther,
      bareAmpersand, encodingLabel, namespaceName, formatUnknown, formatUnread, limitExceeded, outline,
      launchFileMissing, fileMissing, referenceRepaired, referenceOutside, referenceScheme, referenceHost,
      referencePrivateHost, referenceExternal, listedReferenceUnusable, templateLeftover, findingsOmitted,
      schemaViolation, schemaMissing, schemaUnusable,
    ] + manifestCodes + xmlCodes
}
