import Catalogue
import ContentPackaging
import XML

/// How a resource is launched.
struct ResolvedResource {
  /// Nil where the resource cannot be launched; that was reported.
  let target: Launch.Target?
  /// Whether it is a SCO, which talks to an LMS, and no asset.
  let isTracked: Bool
}

extension CourseReading {
  /// Finds what a resource launches, reports what is wrong with it, and remembers it.
  mutating func resolve(_ resource: PackageManifest.Resource) -> ResolvedResource {
    if let known = resolved[resource.identifier] { return known }
    let launched = ResolvedResource(target: findTarget(resource), isTracked: isTracked(resource))
    resolved[resource.identifier] = launched
    return launched
  }

  private mutating func findTarget(_ resource: PackageManifest.Resource) -> Launch.Target? {
    if let href = resource.href {
      return target(of: href, resource.bases, at: resource.element)
    }
    let first = resource.files.first
    findings.report(
      .resourceWithoutHref,
      first == nil
        ? "this resource has neither href nor file" : "this resource has no href; its first file was taken",
      at: resource.element)
    guard let first, let href = first.attribute("href") else { return nil }
    return target(of: href, resource.bases, at: first)
  }

  private mutating func target(of href: String, _ bases: [String], at element: XMLElement) -> Launch.Target? {
    let reference = resolver.resolve(href, bases: bases)
    findings.reportLaunch(reference, written: href, at: element, attribute: "href")
    if case .missing(let name, _) = reference {
      supplied.lackLaunchFile(name, at: element, attribute: "href")
    }
    return reference.target
  }

  /// `adlcp:scormtype` (1.2), `adlcp:scormType` (2004), in any case; a SCO where it says nothing that is known.
  private mutating func isTracked(_ resource: PackageManifest.Resource) -> Bool {
    switch scormType(of: resource) {
    case "sco": return true
    case "asset": return false
    default:
      findings.report(
        .resourceWithoutType, "resource “\(resource.identifier)” says neither sco nor asset",
        at: resource.element)
      return true
    }
  }

  private func scormType(of resource: PackageManifest.Resource) -> String {
    let stated = resource.element.attributes.first { lowercased($0.localName.utf8) == "scormtype" }
    return lowercased(collapsed(stated?.value ?? "").utf8)
  }

  /// Whether a resource that no item refers to could be launched: it names a launch file and is no asset.
  func isLaunchable(_ resource: PackageManifest.Resource) -> Bool {
    resource.href != nil && scormType(of: resource) != "asset"
  }

  /// Looks for every file that the manifest lists, and for the launch files of resources that no item launches.
  mutating func lookForListedFiles() {
    for resource in manifest.resources {
      if let href = resource.href, resolved[resource.identifier] == nil {
        lookFor(href, resource.bases, at: resource.element)
      }
      for file in resource.files {
        guard let href = file.attribute("href") else { continue }
        lookFor(href, resource.bases, at: file)
      }
    }
  }

  private mutating func lookFor(_ href: String, _ bases: [String], at element: XMLElement) {
    let reference = resolver.resolve(href, bases: bases)
    findings.reportListed(reference, written: href, at: element, attribute: "href")
    if case .missing(let name, _) = reference {
      supplied.lackListedFile(name, at: element, attribute: "href")
    }
  }
}
