internal import Values

/// Whether the house can do its work, one thing looked at.
public struct ReadinessCheck: Sendable, Hashable {
  /// What was looked at.
  public enum Subject: String, Sendable, CaseIterable {
    /// The database answers, and its writer writes.
    case database
    /// The device has room.
    case disk
    /// The records are at the program's schema.
    case schema
    /// The clock is not behind the latest record.
    case clock
  }

  public let subject: Subject
  /// What is amiss, in a sentence without names and paths; nil where nothing is.
  public let fault: String?

  public init(_ subject: Subject, fault: String?) {
    self.subject = subject
    self.fault = fault
  }
}

extension Registrar {
  /// How far the clock may be behind the latest record: instants of records run ahead of it by microseconds.
  private static let clockToleranceMicroseconds: Int64 = 1_000_000

  /// Looks whether the house can do its work. Public by design; costs a point read.
  ///
  /// - Parameters:
  ///   - freeBytes: what the device has free.
  ///   - neededBytes: what it should have.
  public func readiness(freeBytes: () throws -> Int, neededBytes: Int) -> [ReadinessCheck] {
    [
      check(.database) {
        _ = try store.read { try $0.lastStored() }
        return store.status.failure
      },
      check(.disk) {
        let free = try freeBytes()
        return free < neededBytes ? "\(free >> 20) MiB are free, less than \(neededBytes >> 20)" : nil
      },
      check(.schema) {
        let schema = try store.schema()
        return schema.taken == schema.known ? nil : "at step \(schema.taken) instead of \(schema.known)"
      },
      check(.clock) {
        let behind = (store.latestInstant?.microseconds ?? 0) - clock().microseconds
        return behind > Registrar.clockToleranceMicroseconds
          ? "\(behind / 1_000_000) s behind the latest record" : nil
      },
    ]
  }

  private func check(_ subject: ReadinessCheck.Subject, _ look: () throws -> String?) -> ReadinessCheck {
    do {
      return ReadinessCheck(subject, fault: try look())
    } catch {
      return ReadinessCheck(
        subject, fault: (error as? any Explainable)?.explanation.code ?? "it cannot be told")
    }
  }
}
