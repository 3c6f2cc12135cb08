internal import Certification
internal import Values

/// Notes in restored records that they were restored, and begins a series of certificate numbers, so that none that was
/// given out after the backup is given again. Nothing is delivered until somebody says so: a backup may be restored to be
/// looked at, beside records that go on.
public struct NoteRestore: Change {
  public static let right = Right.administerKeys

  public let backup: BackupFacts

  public init(of backup: BackupFacts) {
    self.backup = backup
  }

  /// - Returns: the series that numbers are given in from now on.
  public func carryOut(_ work: Work) throws -> String {
    let before = try work.records.numberSeries()
    let series = NumberSeries(begunAt: work.now, chance: work.random().low)
    try work.records.begin(series)
    // Places that were given after the backup lie in a list that nothing more is added to.
    try work.records.closeStatusList(at: work.now)
    try work.holdDeliveries()
    try work.note(
      "backup restore", .backup, backup.id,
      [
        FieldChange("records until", from: nil, to: backup.latestRecord?.description),
        FieldChange("certificate series", from: before?.text, to: series.text),
      ])
    return series.text
  }
}

extension Work {
  /// Pauses every forwarding and gives up every webhook, each with the reason.
  fileprivate func holdDeliveries() throws {
    let reason = "the records were restored from a backup; resume it where they are to go on from here"
    for forwarding in try records.forwardings() where forwarding.state.pause == nil {
      let pause = Forwarding.Pause(at: now, reason: reason)
      try records.setState(forwarding.state.paused(pause), of: forwarding.id)
    }
    for webhook in try records.webhooks() where webhook.disabling == nil {
      let disabling = Webhook.Disabling(at: now, reason: reason)
      try records.setState(of: webhook.id, failingSince: webhook.failingSince, disabling: disabling)
    }
  }
}
