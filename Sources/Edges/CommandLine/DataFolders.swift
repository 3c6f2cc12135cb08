public import ContentPackaging
public import HTTPClient
public import Operations
public import Values

/// What a command wants of a data folder.
public enum Access: String, Sendable, CaseIterable {
  /// To see records; nothing is created or changed.
  case reading
  /// To change records; the folder is created at first use.
  case writing
  /// To mend what is kept beside records; no folder is created.
  case mending
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
    /// Writes a backup of the records and of every package file to a new file at an absolute path.
    public let backUp: BackUp
    /// The digests of files that were left by a change that was never ended, and were removed when the folder was opened.
    public let cleared: [String]

    /// How a backup is written.
    public typealias BackUp =
      @Sendable (_ path: String, _ progress: @escaping BackupProgress) throws -> BackupMade

    public init(
      registrar: Registrar, databaseFaults: @escaping @Sendable () throws -> [String],
      backUp: @escaping BackUp, cleared: [String] = []
    ) {
      self.registrar = registrar
      self.databaseFaults = databaseFaults
      self.backUp = backUp
      self.cleared = cleared
    }
  }

  /// What is done to data folders that are not open.
  public struct Upkeep: Sendable {
    /// Restores the backup at an absolute path into an absent or empty data folder.
    public let restore:
      @Sendable (_ backup: String, _ folder: String, _ progress: @escaping BackupProgress) throws ->
        BackupRestored
    /// What opening a data folder would do to its schema; nil where it holds no records.
    public let migrationPlan: @Sendable (_ folder: String) throws -> MigrationPlan?
    /// What stands in the way of serving so: each thing that is named is tried.
    public let obstacles: @Sendable (ServeRequest) -> [ServeObstacle]
    /// The absolute path of this program.
    public let programPath: @Sendable () throws -> String

    public init(
      restore:
        @escaping @Sendable (
          _ backup: String, _ folder: String, _ progress: @escaping BackupProgress
        ) throws -> BackupRestored,
      migrationPlan: @escaping @Sendable (_ folder: String) throws -> MigrationPlan?,
      obstacles: @escaping @Sendable (ServeRequest) -> [ServeObstacle],
      programPath: @escaping @Sendable () throws -> String
    ) {
      self.restore = restore
      self.migrationPlan = migrationPlan
      self.obstacles = obstacles
      self.programPath = programPath
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
  public let upkeep: Upkeep
  /// The present, where no records are opened.
  public let clock: @Sendable () -> Instant

  public init(
    open: @escaping @Sendable (_ path: String, _ access: Access) throws -> Opened?,
    packages: any PackageOpening, findingCodes: [FindingCode],
    shippedCatalogues: @escaping @Sendable () throws -> [String], upkeep: Upkeep,
    clock: @escaping @Sendable () -> Instant
  ) {
    self.open = open
    self.packages = packages
    self.findingCodes = findingCodes
    self.shippedCatalogues = shippedCatalogues
    self.upkeep = upkeep
    self.clock = clock
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
  /// The address that the files of packages are reached at; nil where none was given.
  public let contentOrigin: String?
  /// Where to listen for whoever wants these files: the host.
  public let contentHost: String
  /// Where to listen for whoever wants these files: the port; 0 picks a free one.
  public let contentPort: UInt16
  /// The xAPI version that a client that names none is refused in, `1.0.3` or `2.0.0`; nil for the latest.
  public let defaultXAPIVersion: String?
  /// The files of TLS; nil where it is not spoken.
  public let tls: TLSFiles?
  public let logFormat: LogFormat
  /// Whether every request is logged.
  public let logsRequests: Bool
  /// With less room than this on the device the server is not ready.
  public let minimumFreeMebibytes: Int
  /// Addresses that are not public and may be delivered to.
  public let privateTargets: [NetworkRange]
  /// The absolute path of a PEM file of those who vouch for servers that is delivered to; the system's where nil.
  public let deliveryAuthorities: String?
  /// How many days before their last day certificates are announced to webhooks.
  public let announcedDaysAhead: [Int]
  /// The absolute path of a folder of XML Schemas that manifests are held against; nil for none.
  public let schemas: String?

  /// The absolute paths of a certificate and its key.
  public struct TLSFiles: Sendable, Hashable {
    public let certificate: String
    public let key: String
  }

  /// How the log on standard error reads.
  public enum LogFormat: String, Sendable, CaseIterable {
    case text, json
  }
}

/// What stands in the way of a server, and which setting it comes from.
public struct ServeObstacle: Sendable, Hashable {
  public let setting: String
  public let message: String

  public init(_ setting: String, _ message: String) {
    self.setting = setting
    self.message = message
  }
}
