public import Values

// A course in several languages is one course (domain 7.4, 23). Each language variant has versions of its own, one of
// which at the most is published; what becomes of one variant leaves the others as they are.
extension [CourseVersion] {
  /// The latest version of a variant.
  ///
  /// - Parameter variant: the variant's language; nil for the course as it came first.
  public func latest(of variant: LanguageTag?) -> CourseVersion? {
    last { $0.variant == variant }
  }

  /// The published version of a variant.
  ///
  /// - Parameter variant: the variant's language; nil for the course as it came first.
  public func published(of variant: LanguageTag?) -> CourseVersion? {
    last { $0.variant == variant && $0.state == .published }
  }

  /// The published version in a language: in that very one, else in the same primary language; of a variant in it before
  /// the course as it came first, which is in the languages that its package states. Nil where there is none.
  public func published(in language: LanguageTag) -> CourseVersion? {
    published(inWhatIs: { $0 == language }) ?? published(inWhatIs: { $0.primary == language.primary })
  }

  private func published(inWhatIs isMeant: (LanguageTag) -> Bool) -> CourseVersion? {
    let published = filter { $0.state == .published }
    return published.last { $0.variant.map(isMeant) ?? false }
      ?? published.last { $0.variant == nil && $0.structure.languages.contains(where: isMeant) }
  }
}
