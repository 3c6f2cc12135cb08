public import XML

extension XMLDocument {
  /// A file of a package; if all that is wrong with it are bare ampersands, with those repaired and warned of.
  public static func ofPackage(
    _ bytes: [UInt8], name: String, limits: PackageLimits
  ) throws(XMLError) -> XMLDocument {
    do throws(XMLError) {
      return try XMLDocument(bytes: bytes, source: name, limits: limits.manifest)
    } catch  where error.code == .bareAmpersand {
      return try XMLDocument(
        bytes: bytes, source: name, limits: limits.manifest, repairsBareAmpersands: true)
    } catch {
      throw error
    }
  }
}
