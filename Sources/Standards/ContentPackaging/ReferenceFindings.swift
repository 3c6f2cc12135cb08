public import XML

extension Findings {
  /// Reports what is to be said of a resolved reference that an activity is launched from.
  ///
  /// A missing file is not reported here: what that means depends on the package (`SuppliedFiles`).
  public mutating func reportLaunch(
    _ resolved: ResolvedReference, written: String, at element: XMLElement, attribute: String? = nil
  ) {
    guard let (code, message) = remark(on: resolved, written) else { return }
    report(code, message, at: element, attribute: attribute, text: written)
  }

  /// The same for a reference that stands in a file without elements.
  public mutating func reportLaunch(
    _ resolved: ResolvedReference, written: String, file: String, place: Place
  ) {
    guard let (code, message) = remark(on: resolved, written) else { return }
    report(code, message, file: file, place: place)
  }

  private func remark(
    on resolved: ResolvedReference, _ written: String
  ) -> (code: FindingCode, message: String)? {
    switch resolved {
    case .file(let name, _, let repair?):
      (.referenceRepaired, "“\(excerpt(written))” was taken for the file “\(name)”: \(reason(repair))")
    case .external(let url, let isPrivate):
      (
        isPrivate ? .referencePrivateHost : .referenceExternal,
        "the content is launched from \(excerpt(url))"
      )
    case .refused(let refusal): (code(refusal), message(refusal, written))
    case .file, .missing, .empty: nil
    }
  }

  /// Reports what is to be said of a listed file that nothing is launched from.
  public mutating func reportListed(
    _ resolved: ResolvedReference, written: String, at element: XMLElement, attribute: String
  ) {
    switch resolved {
    case .file(_, _, .some): reportLaunch(resolved, written: written, at: element, attribute: attribute)
    case .refused(let refusal):
      report(
        .listedReferenceUnusable, message(refusal, written), at: element, attribute: attribute, text: written)
    case .file, .missing, .external, .empty: break
    }
  }

  private func code(_ refusal: ResolvedReference.Refusal) -> FindingCode {
    switch refusal {
    case .outside: .referenceOutside
    case .scheme: .referenceScheme
    case .host: .referenceHost
    }
  }

  private func message(_ refusal: ResolvedReference.Refusal, _ written: String) -> String {
    switch refusal {
    case .outside: "“\(excerpt(written))” is absolute or leads out of the package"
    case .scheme(let scheme): "“\(excerpt(scheme)):” addresses are not accepted"
    case .host(let host): "the host “\(excerpt(host))” is not accepted"
    }
  }

  private func reason(_ repair: ResolvedReference.Repair) -> String {
    switch repair {
    case .backslash: "folders are divided by “/”, not by “\\”"
    case .queryIsPartOfName: "“?” or “#” is a part of the file's name"
    case .baseWithoutSlash: "an xml:base that names a folder ends with “/”"
    case .normalisation: "the names are encoded differently"
    case .letterCase: "the names differ in upper and lower case"
    }
  }
}
