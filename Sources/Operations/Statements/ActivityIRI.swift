public import Catalogue
public import Values

/// The IRI by which statements speak of an activity of a course version: `<origin>/activities/<version>/<key>`.
///
/// It is ours, never the publisher's (cmi5 §8.1.5), and the same for every learner of the version.
public enum ActivityIRI {
  /// The IRI of an activity by its key; of the version as a whole where the key is nil.
  public static func of(_ key: String?, version: CourseVersionID, origin: String) -> String {
    let course = "\(origin)/activities/\(version)"
    return key.map { "\(course)/\($0)" } ?? course
  }

  /// The key in an IRI of this version; nil for every other IRI. Compared octet by octet.
  static func key(of iri: String, version: CourseVersionID, origin: String) -> String? {
    let prefix = "\(origin)/activities/\(version)/".utf8
    guard iri.utf8.starts(with: prefix) else { return nil }
    return String(decoding: iri.utf8.dropFirst(prefix.count), as: UTF8.self)
  }
}
