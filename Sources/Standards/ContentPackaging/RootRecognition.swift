import Catalogue
import XML

/// Tells the format from the manifest itself. Prefixes mean nothing, namespaces decide.
enum RootRecognition {
  static let cmi5Namespace = "https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd"

  static func format(of document: XMLDocument) -> RecognisedFormat? {
    let root = document.root
    switch root.localName {
    case "courseStructure":
      return root.namespace.utf8.elementsEqual(cmi5Namespace.utf8) ? .readable(.cmi5) : nil
    case "manifest": return manifestFormat(document)
    case "tincan": return .unread(.tincan)
    case "moodle_backup", "MOODLE_BACKUP": return .unread(.moodle)
    case "course", "library": return root.namespace.isEmpty ? .unread(.openEdX) : nil
    case "questestinterop", "assessmentItem", "assessmentTest", "qti-assessment-item", "qti-assessment-test":
      return .unread(.qti)
    default: return nil
    }
  }

  /// The format of an IMS manifest: the SCORM 2004 namespaces are believed before `schemaversion`, since templates
  /// leave wrong versions behind; a manifest without any namespace is SCORM 1.2 where its schema says SCORM.
  private static func manifestFormat(_ document: XMLDocument) -> RecognisedFormat? {
    let root = document.root
    guard root.namespace.isEmpty || isPackagingFamily(root.namespace) else { return nil }
    let metadata = root.child("metadata")
    let schema = lowercased(trimmed(metadata?.child("schema")?.text ?? ""))
    let version = lowercased(trimmed(metadata?.child("schemaversion")?.text ?? ""))
    let namespaces = document.declaredNamespaces.map { lowercased($0.utf8) }
    if isCartridge(root.namespace, schema) { return .unread(.commonCartridge) }
    let declares2004 = namespaces.contains {
      holds($0, "adlcp_v1p3") || holds($0, "adlseq_v1p3") || holds($0, "adlnav_v1p3")
    }
    let says2004 = holds(version, "2004") || holds(version, "cam 1.3")
    if declares2004 || says2004 { return .readable(.scorm2004(edition(version))) }
    let declares12 = namespaces.contains { holds($0, "adlcp_rootv1p2") }
    if declares12 || holds(schema, "scorm") || (version == "1.2" && schema.isEmpty) {
      return .readable(.scorm12)
    }
    return .unread(holdsQuestions(root, namespaces) ? .qti : .contentPackaging)
  }

  /// Whether a namespace is one of IMS Content Packaging, in any version and profile.
  static func isPackagingFamily(_ namespace: String) -> Bool {
    let namespace = lowercased(namespace.utf8)
    return holds(namespace, "imscp") || holds(namespace, "ims_cp") || holds(namespace, "imscc")
      || holds(namespace, "apipcp")
  }

  private static func isCartridge(_ namespace: String, _ schema: String) -> Bool {
    holds(lowercased(namespace.utf8), "imscc") || holds(schema, "cartridge") || holds(schema, "thin common")
  }

  private static func holdsQuestions(_ root: XMLElement, _ namespaces: [String]) -> Bool {
    if namespaces.contains(where: { holds($0, "qti") }) { return true }
    let resources = root.child("resources")?.children("resource").map { $0.attribute("type") ?? "" } ?? []
    return resources.contains { holds(lowercased($0.utf8), "imsqti") }
  }

  /// The edition that `schemaversion` names; the third where it names none that is read.
  private static func edition(_ version: String) -> SCORMEdition {
    if holds(version, "4th") { return .fourth }
    if holds(version, "cam 1.3") || holds(version, "2nd") { return .second }
    return .third
  }

  private static func holds(_ text: String, _ part: String) -> Bool {
    let (text, part) = (Array(text.utf8), Array(part.utf8))
    guard text.count >= part.count else { return false }
    return (0...(text.count - part.count)).contains { text[$0...].starts(with: part) }
  }
}
