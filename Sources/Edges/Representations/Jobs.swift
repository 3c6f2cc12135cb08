public import JSON
public import Operations
internal import Values

extension JobState: Representable {}

/// A job with how far it has come, and where what came of it can be had.
public struct JobRepresentation: Representable, Sendable {
  let job: Job
  let progress: JobProgress?

  /// - Parameter progress: how far it has come; nil where it does not say.
  public init(_ job: Job, progress: JobProgress?) {
    self.job = job
    self.progress = progress
  }

  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("id", job.id)
      json.member("task", job.task)
      json.member("state", job.state)
      json.member("progress", orNull: progress)
      json.member("takenAt", job.takenAt)
      json.member("startedAt", orNull: job.startedAt)
      json.member("endedAt", orNull: job.endedAt)
      json.member("outcome", orNull: job.status.map { Outcome(status: $0, job: job.id) })
    }
  }

  private struct Outcome: Representable {
    let status: Int
    let job: JobID

    func represent(in json: inout JSONWriter) {
      json.object { json in
        json.member("status", status)
        json.member("address", "/api/v1/jobs/\(job)/outcome")
      }
    }
  }
}

extension JobProgress: Representable {
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("done", done)
      json.member("total", total)
    }
  }
}

extension JobRepresentation: Described {
  public static let schema = Schema.named(
    "Job",
    .object([
      .init("id", .id), .init("task", .text(example: "POST /api/v1/imports"), "What was asked for."),
      .init("state", .choice(of: JobState.self)),
      .init(
        "progress", .orNull(.object([.init("done", .count), .init("total", .count)])),
        "Null where it does not say, or is not under way."),
      .init("takenAt", .instant), .init("startedAt", .orNull(.instant)), .init("endedAt", .orNull(.instant)),
      .init(
        "outcome",
        .orNull(
          .object([
            .init("status", .whole(from: 200, to: 599)), .init("address", .text(example: "/api/v1/jobs/…")),
          ])), "What would have been answered, had it been waited for."),
    ]))
}
