internal import Operations

/// What a command answers to the shell. The numbers are promised: design, "Interfaces that others rely on".
enum ExitStatus: Int32, Sendable, CaseIterable {
  case done = 0
  case failed = 1
  /// The command line cannot be understood.
  case usage = 2
  /// What was given cannot be used; the findings say why.
  case refused = 3
  case notFound = 4
  case conflict = 5
  case notPermitted = 6
  /// The world failed or is busy; trying again may help.
  case temporary = 7

  init(_ category: Explanation.Category) {
    self =
      switch category {
      case .unusable: .refused
      case .notFound: .notFound
      case .conflict: .conflict
      case .notPermitted: .notPermitted
      case .temporary: .temporary
      }
  }
}
