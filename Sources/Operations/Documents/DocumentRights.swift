public import XAPI

extension DocumentResource {
  /// What is needed to read its documents.
  public var readingRight: Right {
    switch self {
    case .state: .readState
    case .activityProfile, .agentProfile: .readProfiles
    }
  }

  /// What is needed to change them.
  public var writingRight: Right {
    switch self {
    case .state: .writeState
    case .activityProfile, .agentProfile: .writeProfiles
    }
  }
}
