public import Catalogue

/// What a reference in a manifest means.
public enum ResolvedReference: Sendable, Hashable {
  /// A file of the package, with the query and fragment to add to it, and what had to be forgiven to find it.
  case file(name: String, suffix: String, repair: Repair?)
  /// A path within the package, under which there is no file, or more than one.
  case missing(name: String, suffix: String)
  /// An http or https address; private where its host is in a private network.
  case external(url: String, isPrivate: Bool)
  /// What is never launched nor kept.
  case refused(Refusal)
  /// Nothing.
  case empty

  /// What had to be forgiven to find the file.
  public enum Repair: String, Sendable, Hashable, CaseIterable {
    /// Folders were divided by `\`.
    case backslash
    /// What looked like a query or fragment is a part of the file's name.
    case queryIsPartOfName
    /// A base was meant as a folder but does not end with `/`.
    case baseWithoutSlash
    /// The names differ in Unicode normalisation.
    case normalisation
    /// The names differ in upper and lower case.
    case letterCase
  }

  /// Why a reference is refused.
  public enum Refusal: Sendable, Hashable {
    /// An absolute path, or one that leaves the package.
    case outside
    /// A scheme other than http and https.
    case scheme(String)
    /// A host that must not be reached, or that is spelt so as to hide which it is.
    case host(String)
  }
}

extension ResolvedReference {
  /// What is launched from here: a file, whether or not it is there, or an address; nil where nothing may be.
  public var target: Launch.Target? {
    switch self {
    case .file(let name, let suffix, _), .missing(let name, let suffix): .file(path: name, suffix: suffix)
    case .external(let url, _): .external(url: url)
    case .refused, .empty: nil
    }
  }
}
