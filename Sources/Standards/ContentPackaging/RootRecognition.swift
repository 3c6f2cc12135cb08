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
    case "tincan": return .readable(.tincan)
    case "moodle_backup", "MOODLE_BACKUP": return .unread(.moodle, version: moodleVersion(root))
    case "course", "library": return root.namespace.isEmpty ? .unread(.openEdX, version: "") : nil
    case "questestinterop": return .unread(.qti, version: "1.2")
    case "assessmentItem", "assessmentTest", "qti-assessment-item", "qti-assessment-test":
      return .unread(.qti, version: questionsVersion([root.namespace]))
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
    if isCartridge(root.namespace, schema) {
      return .readable(.commonCartridge(cartridgeVersion(root.namespace, version)))
    }
    let declares2004 = namespaces.contains {
      holds($0, "adlcp_v1p3") || holds($0, "adlseq_v1p3") || holds($0, "adlnav_v1p3")
    }
    let says2004 = holds(version, "2004") || holds(version, "cam 1.3")
    if declares2004 || says2004 { return .readable(.scorm2004(edition(version))) }
    let declares12 = namespaces.contains { holds($0, "adlcp_rootv1p2") }
    if declares12 || holds(schema, "scorm") || (version == "1.2" && schema.isEmpty) {
      return .readable(.scorm12)
    }
    if isOfQuestions(root, schema) {
      return .unread(.qti, version: questionsVersion(resourceTypes(root) + [root.namespace]))
    }
    return .readable(.contentPackaging(packagingVersion(root.namespace, version)))
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

  /// The version that the namespace names (`imsccv1p3`), else `schemaversion`, else 1.0, which had no namespace of its
  /// own.
  private static func cartridgeVersion(_ namespace: String, _ stated: String) -> CartridgeVersion {
    let namespace = lowercased(namespace.utf8)
    let named = CartridgeVersion.allCases.first { version in
      let minor = version.rawValue.utf8.last.map { String(decoding: [$0], as: UTF8.self) } ?? ""
      return holds(namespace, "imsccv1p\(minor)") || holds(namespace, "imscctv1p\(minor)")
    }
    return named
      ?? CartridgeVersion.allCases.first { stated.utf8.starts(with: $0.rawValue.utf8) } ?? .v1p0
  }

  /// The version that the older namespaces name, else the one that `schemaversion` names, else 1.1.4, the last of its
  /// namespace.
  private static func packagingVersion(_ namespace: String, _ stated: String) -> ContentPackagingVersion {
    let namespace = lowercased(namespace.utf8)
    if holds(namespace, "rootv1p1p2") { return .v1p1p2 }
    if holds(namespace, "v1p1p3") { return .v1p1p3 }
    if holds(namespace, "imscp_v1p2") { return .v1p2 }
    return ContentPackagingVersion(rawValue: stated) ?? .v1p1p4
  }

  /// Whether a manifest packs questions and no course: its resources are questions and no item shows anything else.
  private static func isOfQuestions(_ root: XMLElement, _ schema: String) -> Bool {
    if holds(lowercased(root.namespace.utf8), "qti") || holds(schema, "qti") { return true }
    var pages: Set<String> = []
    var holdsQuestions = false
    for resource in root.child("resources").map({ Array($0.children("resource")) }) ?? [] {
      let type = lowercased(trimmed(resource.attribute("type") ?? ""))
      if holds(type, "imsqti") {
        holdsQuestions = true
      } else if let identifier = resource.attribute("identifier") {
        pages.insert(identifier)
      }
    }
    guard holdsQuestions else { return false }
    let items = root.child("organizations")?.subtree.filter { $0.isNamed("item") } ?? []
    return !items.contains { pages.contains($0.attribute("identifierref") ?? "") }
  }

  private static func resourceTypes(_ root: XMLElement) -> [String] {
    root.child("resources")?.children("resource").compactMap { $0.attribute("type") } ?? []
  }

  /// The newest version of QTI that a namespace or type names behind those letters: `imsqti_item_xmlv2p1`, `qtiv3p0`;
  /// empty where none does.
  private static func questionsVersion(_ texts: [String]) -> String {
    texts.compactMap { versionBehindQTI(Array(lowercased($0.utf8).utf8)) }.max() ?? ""
  }

  private static func versionBehindQTI(_ octets: [UInt8]) -> String? {
    let letters = Array("qti".utf8)
    guard octets.count > 7,
      let start = (0..<octets.count - 2).first(where: { octets[$0...].starts(with: letters) })
    else { return nil }
    for position in start..<max(start, octets.count - 3) {
      let (mark, major, point, minor) = (
        octets[position], octets[position + 1], octets[position + 2], octets[position + 3]
      )
      let isVersion = mark == UInt8(ascii: "v") && point == UInt8(ascii: "p")
      guard isVersion, (0x30...0x39).contains(major), (0x30...0x39).contains(minor) else { continue }
      return String(decoding: [major, UInt8(ascii: "."), minor], as: UTF8.self)
    }
    return nil
  }

  private static func moodleVersion(_ root: XMLElement) -> String {
    collapsed(root.child("information")?.child("moodle_release")?.text ?? "")
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
