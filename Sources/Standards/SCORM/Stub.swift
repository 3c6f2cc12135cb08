public import ContentPackaging
public enum SCORMReader {
  public static func read(_ package: RecognisedPackage) throws -> PackageReading { preconditionFailure() }
}
