public import ContentPackaging

extension FindingCode {
  /// Every code of this room, for `registrar explain`.
  public static let registrarXMLCodes: [FindingCode] =
    DocumentFormat.standardEdition.codes + [editionItemRepeated, editionDepthRepeated]
    + DocumentFormat.catalogue.codes + catalogueCodes + DocumentFormat.scheme.codes
    + [schemeVersionsMissing, schemeStagesMissing, schemeRenewalTwice, schemeRenewalWithoutEnd]
    + DocumentFormat.organisations.codes + [organisationRepeated, organisationRegion]
    + DocumentFormat.roster.codes + rosterCodes
    + DocumentFormat.pool.codes + [poolVersionsMissing, poolPath]
    + DocumentFormat.rubric.codes + [rubricVersionsMissing, rubricRules]
}
