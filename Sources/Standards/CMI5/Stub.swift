public import ContentPackaging
public enum CMI5Reader {
  public static func read(_ package: RecognisedPackage) throws -> PackageReading { preconditionFailure() }
}
