internal import ContentPackaging
public import JSON
public import Operations

/// What is recorded in versions, as the report of an import calls it.
public protocol ReportedInVersions: Representable, Described {
  /// The member that tells it, `pool`.
  static var word: String { get }
  /// The name of the report's schema, `PoolReport`.
  static var reportName: String { get }
}

extension VersionsReport: Representable where Recorded: ReportedInVersions {
  /// `addedVersions` is empty where everything is there already.
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("accepted", isAccepted)
      json.member(Recorded.word, orNull: recorded)
      json.member("addedVersions") { json in json.array(addedVersions) { $0.integer($1) } }
      json.member("findings", each: findings)
    }
  }
}

extension VersionsReport: Described where Recorded: ReportedInVersions {
  public static var schema: Schema {
    Schema.named(
      Recorded.reportName,
      .object([
        .init("accepted", .truth), .init(Recorded.word, .orNull(Recorded.schema)),
        .init("addedVersions", .list(of: .whole(from: 1, to: nil))),
        .init("findings", .list(of: Finding.schema)),
      ]))
  }
}
