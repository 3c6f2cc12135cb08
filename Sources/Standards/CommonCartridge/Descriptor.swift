import ContentPackaging
import XML

/// The file, or the element within the manifest, that says what a resource is.
struct Descriptor {
  let root: XMLElement
  /// The file it stands in; nil where it stands in the manifest.
  let file: String?

  /// The descriptor of a resource: what a thin cartridge writes into the resource itself, else what stands in its file.
  ///
  /// Nil where the file is missing, or no XML, or of another kind; that is reported. Throws what the package's source
  /// throws.
  static func of(
    _ resource: PackageManifest.Resource, _ type: ResourceType, in tree: inout ItemTree
  ) throws -> Descriptor? {
    guard let wanted = type.rootElement else { return nil }
    if let inline = resource.element.child(wanted) { return Descriptor(root: inline, file: nil) }
    guard let name = file(of: resource, in: &tree) else { return nil }
    guard let document = try parse(name, in: &tree) else { return nil }
    guard document.root.isNamed(wanted) else {
      tree.findings.report(
        .descriptorOfOtherKind, "“\(document.root.localName)” stands where “\(wanted)” is due", file: name,
        place: document.root.place)
      return nil
    }
    return Descriptor(root: document.root, file: name)
  }

  private static func file(of resource: PackageManifest.Resource, in tree: inout ItemTree) -> String? {
    guard let written = resource.files.first?.attribute("href") ?? resource.href else { return nil }
    switch tree.resolver.resolve(written, bases: resource.bases) {
    case .file(let name, _, _): return name
    case .missing(let name, _):
      tree.supplied.lackListedFile(name, at: resource.element)
      return nil
    case .external, .refused, .empty: return nil
    }
  }

  private static func parse(_ name: String, in tree: inout ItemTree) throws -> XMLDocument? {
    let bytes = try tree.package.contents.bytes(of: name)
    do throws(XMLError) {
      return try XMLDocument.ofPackage(bytes, name: name, limits: tree.package.limits)
    } catch {
      tree.findings.report(.descriptorUnreadable, error.message, file: name, place: error.place)
      return nil
    }
  }
}
