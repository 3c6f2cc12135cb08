/// Which table of which report a block is.
public enum TableName: Sendable, Hashable {
  case certification(BlockName)
  case list(ListBlockName)

  /// The name by which programs know the block, unique in its report.
  public var rawValue: String {
    switch self {
    case .certification(let name): name.rawValue
    case .list(let name): name.rawValue
    }
  }
}

/// The blocks of the reports that list single people, certificates or experts.
public enum ListBlockName: String, Sendable, CaseIterable {
  case participants, administrations, transcript, holdings, assessors
  case expertRegister = "expert-register"
  case expiringCertificates = "expiring-certificates"
}
