internal import Files
internal import HTTP
internal import JSON
internal import Operations
internal import Representations

extension Call {
  /// Whether the server can do its work: 200 where it can, else 503; what was looked at in either case.
  ///
  /// `{"ready": bool, "checks": [{"name", "passed", "fault"}]}`.
  func readiness() -> Response {
    let checks = registrar.readiness(
      freeBytes: { try Folder.freeBytes(at: endpoint.uploads) }, neededBytes: endpoint.neededFreeBytes)
    let isReady = checks.allSatisfy { $0.fault == nil }
    var writer = JSONWriter()
    writer.object { json in
      json.member("ready", isReady)
      json.member("checks") { $0.array(checks) { $1.represent(in: &$0) } }
    }
    return .json(writer.bytes, status: isReady ? 200 : 503)
  }
}

extension ReadinessCheck {
  fileprivate func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("name", subject.rawValue)
      json.member("passed", fault == nil)
      json.member("fault", fault)
    }
  }
}
