internal import ContentPackaging

/// One of our XML formats: its root element, and the findings that a document of any of them can make.
struct DocumentFormat: Sendable {
  /// The root element's name, which is also that of the schema in `Schemas/xsd` and begins the codes of findings.
  let root: String
  let namespace: String
  let unreadable: FindingCode
  let wrongRoot: FindingCode
  let unknown: FindingCode
  let attributeMissing: FindingCode
  let attributeUnusable: FindingCode
  let titleMissing: FindingCode
  let titleRepeated: FindingCode

  init(root: String, namespace: String) {
    self.root = root
    self.namespace = namespace
    unreadable = FindingCode(
      "\(root).unreadable", .error, "The file cannot be read as XML.",
      fix: "Correct the file at the place named.")
    wrongRoot = FindingCode(
      "\(root).root", .error, "The root element is not \(root) in the namespace \(namespace).",
      fix: "Write the root element and its xmlns attribute as Schemas/xsd/\(root).xsd has them.")
    unknown = FindingCode(
      "\(root).unknown", .error,
      "An element or attribute stands here that the format does not have: it may be misspelt, and what it says would "
        + "be lost.",
      fix: "Correct its name, or take it out.")
    attributeMissing = FindingCode(
      "\(root).attribute.missing", .error, "An attribute that the format asks for is absent.",
      fix: "Add the attribute.")
    attributeUnusable = FindingCode(
      "\(root).attribute.unusable", .error, "An attribute's value is none of those it may have.",
      fix: "Write one of the values that the message names.")
    titleMissing = FindingCode(
      "\(root).title.missing", .error, "What is named in the format has a wording in one language at least.",
      fix: "Add the element that the message names, with xml:lang.")
    titleRepeated = FindingCode(
      "\(root).title.repeated", .error, "Two wordings of the same thing are in the same language.",
      fix: "Keep one of them, or correct its xml:lang.")
  }

  /// Every code of the format that is not its own alone.
  var codes: [FindingCode] {
    [unreadable, wrongRoot, unknown, attributeMissing, attributeUnusable, titleMissing, titleRepeated]
  }
}
