public import Values

/// A tool of somebody else's that a package links to (LTI). It opens at its address; it is not launched from here.
public struct ExternalTool: Sendable, Hashable {
  /// The activity's key within the version.
  public let activity: String
  public let title: LocalizedText
  /// Where it opens; nil where the package names no usable address.
  public let address: String?
}

extension ActivityNode {
  /// The tool that the activity is; nil for any other.
  public var externalTool: ExternalTool? {
    guard kind == .externalTool else { return nil }
    return ExternalTool(activity: key, title: title, address: toolAddress)
  }

  /// IMS Common Cartridge: `secure_launch_url`, else `launch_url`.
  private var toolAddress: String? {
    let named = ["secure_launch_url", "launch_url"].lazy.compactMap { name in
      details.lazy.compactMap { $0.part(name)?.text }.first
    }
    return named.first.flatMap { address in
      ["https://", "http://"].contains { address.lowercased().utf8.starts(with: $0.utf8) } ? address : nil
    }
  }
}

extension CourseStructure {
  /// The tools that the course links to, in document order.
  public var externalTools: [ExternalTool] { allActivities.compactMap(\.externalTool) }
}

/// Whether learners are given the address of a tool. Nobody is before somebody has approved it.
public enum ToolApproval: String, Sendable, CaseIterable {
  /// Nobody has decided.
  case disabled
  case approved
  /// It was approved, and is no more.
  case withdrawn

  /// What may be decided.
  public enum Event: String, Sendable, CaseIterable {
    case approve, withdraw
  }

  /// Why an event does not apply.
  public enum Refusal: Error, Hashable, Sendable {
    /// The tool is in a state that the event does not start from.
    case notFrom(ToolApproval, Event)
  }

  /// The state after an event.
  public func after(_ event: Event) throws(Refusal) -> ToolApproval {
    switch (self, event) {
    case (.disabled, .approve), (.withdrawn, .approve): .approved
    case (.approved, .withdraw): .withdrawn
    case (.approved, .approve), (.disabled, .withdraw), (.withdrawn, .withdraw):
      throw .notFrom(self, event)
    }
  }
}
