public import ContentPackaging
public import Operations

/// What a command wants of a data folder.
public enum Access: String, Sendable, CaseIterable {
  /// To see records; nothing is created or changed.
  case reading
  /// To change records; the folder is created at first use.
  case writing
  /// To see what an import would do: takes no lock and creates nothing.
  case examining
}

/// How the program comes by records and by what only it knows.
public struct DataFolders: Sendable {
  /// A data folder that is open.
  public struct Opened: Sendable {
    public let registrar: Registrar
    /// What the engine says is wrong with its own file; empty where it is sound.
    public let databaseFaults: @Sendable () throws -> [String]

    public init(registrar: Registrar, databaseFaults: @escaping @Sendable () throws -> [String]) {
      self.registrar = registrar
      self.databaseFaults = databaseFaults
    }
  }

  /// Opens the data folder at an absolute path; nil where there is none and the access creates none.
  public let open: @Sendable (_ path: String, _ access: Access) throws -> Opened?
  /// Opens packages where there are no records yet.
  public let packages: any PackageOpening
  /// Every kind of finding that any reader of packages can make, for `registrar explain`.
  public let findingCodes: [FindingCode]
  /// Where the catalogues lie that are shipped with the program: the absolute paths of their XML.
  public let shippedCatalogues: @Sendable () throws -> [String]

  public init(
    open: @escaping @Sendable (_ path: String, _ access: Access) throws -> Opened?,
    packages: any PackageOpening, findingCodes: [FindingCode],
    shippedCatalogues: @escaping @Sendable () throws -> [String]
  ) {
    self.open = open
    self.packages = packages
    self.findingCodes = findingCodes
    self.shippedCatalogues = shippedCatalogues
  }
}

/// There is no data folder where one was expected.
public struct DataFolderMissing: Explainable, Hashable {
  public let path: String

  public init(path: String) {
    self.path = path
  }

  public var explanation: Explanation {
    Explanation(
      .notFound, "data-folder-missing", "there is no data folder at \(path)",
      remedy: "name another with --data; the first command that changes something creates it")
  }
}

/// How `registrar serve` was called.
public struct ServeRequest: Sendable, Hashable {
  /// The absolute path of the data folder.
  public let folder: String
  /// The host to listen on: a name, or an IPv4 or IPv6 address without brackets.
  public let host: String
  /// The port to listen on; 0 picks a free one.
  public let port: UInt16
  /// The address that the system is reached at; nil where none was given.
  public let origin: String?
  /// The xAPI version that is spoken to a client that names none, `1.0.3` or `2.0.0`; nil where none is.
  public let defaultXAPIVersion: String?
}
