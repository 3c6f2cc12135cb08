public import Catalogue
public import Values
public import XML

// What a package of IMS Content Packaging, and of what stands upon it, calls itself.
extension Findings {
  /// The title of the metadata record, else of the organization, else of the first activity, else the manifest's name.
  ///
  /// - Parameter name: the manifest's name, by which nobody should have to know a course; that it comes to this is told.
  public mutating func courseTitle(
    _ metadata: LearningObjectMetadata, of manifest: PackageManifest, _ activities: [ActivityNode],
    named name: String
  ) -> LocalizedText {
    if !metadata.title.isEmpty {
      reportLeftover(metadata.title.text(), at: manifest.metadata ?? manifest.element)
      return metadata.title
    }
    if let organization = manifest.defaultOrganization, !organization.title.isEmpty {
      reportLeftover(organization.title, at: organization.element)
      return LocalizedText(organization.title)
    }
    if let first = activities.first, !first.title.isEmpty { return first.title }
    report(.titleMissing, "nothing gives the course a title", at: manifest.element)
    return LocalizedText(name)
  }

  /// Tells of a text that still holds a placeholder of the tool that made the package.
  public mutating func reportLeftover(_ text: String, at element: XMLElement) {
    guard isTemplateLeftover(text) else { return }
    report(.templateLeftover, "“\(text)” still holds a placeholder", at: element, text: text)
  }
}
