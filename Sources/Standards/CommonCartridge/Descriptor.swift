import ContentPackaging
import XML

/// The file, or the element within the manifest, that says what a resource is.
struct Descriptor {
  let root: XMLElement
  /// The file it stands in; nil where it stands in the manifest.
  let file: String?

  /// The file that describes a resource; nil where there is none, or it is missing, which is noted.
  static func file(of resource: PackageManifest.Resource, in tree: inout ItemTree) -> String? {
    guard let written = resource.files.first?.attribute("href") ?? resource.href else { return nil }
    switch tree.resolver.resolve(written, bases: resource.bases) {
    case .file(let name, _, _): return name
    case .missing(let name, _):
      tree.supplied.lackListedFile(name, at: resource.element)
      return nil
    case .external, .refused, .empty: return nil
    }
  }

  /// The descriptor in a file; nil where that is no XML, or begins with another element than the one wanted, which is
  /// reported.
  static func parse(
    _ bytes: [UInt8], of file: String, _ wanted: String, in tree: inout ItemTree
  ) -> Descriptor? {
    let root: XMLElement
    do throws(XMLError) {
      root = try XMLDocument.ofPackage(bytes, name: file, limits: tree.package.limits).root
    } catch {
      tree.findings.report(.descriptorUnreadable, error.message, file: file, place: error.place)
      return nil
    }
    guard root.isNamed(wanted) else {
      tree.findings.report(
        .descriptorOfOtherKind, "“\(excerpt(root.localName))” stands where “\(wanted)” is due", file: file,
        place: root.place)
      return nil
    }
    return Descriptor(root: root, file: file)
  }
}
