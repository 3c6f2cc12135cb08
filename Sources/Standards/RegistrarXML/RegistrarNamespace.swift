/// The names of our own XML namespaces. The number at the end is the schema's major version: documents of one major
/// version stay valid as the schema grows.
public enum RegistrarNamespace {
  /// `Schemas/xsd/catalogue.xsd`.
  public static let catalogue = "urn:registrar:catalogue:1"
  /// `Schemas/xsd/certification-report.xsd`.
  public static let certificationReport = "urn:registrar:certification-report:1"
  /// `Schemas/xsd/list-report.xsd`.
  public static let listReport = "urn:registrar:list-report:1"
  /// `Schemas/xsd/organisations.xsd`.
  public static let organisations = "urn:registrar:organisations:1"
  /// `Schemas/xsd/pool.xsd`.
  public static let pool = "urn:registrar:pool:1"
  /// `Schemas/xsd/roster.xsd`.
  public static let roster = "urn:registrar:roster:1"
  /// `Schemas/xsd/rubric.xsd`.
  public static let rubric = "urn:registrar:rubric:1"
  /// `Schemas/xsd/scheme.xsd`.
  public static let scheme = "urn:registrar:scheme:1"
  /// `Schemas/xsd/standard-edition.xsd`.
  public static let standardEdition = "urn:registrar:standard-edition:1"
}
