public import JSON
public import Operations

extension CheckReport: Representable {
  /// `{"sound": bool, "enrolments": …, "files": …, "faults": [{"kind", "message"}]}`.
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("sound", faults.isEmpty)
      json.member("enrolments", enrolments)
      json.member("files", files)
      json.member("faults", each: faults)
    }
  }
}

extension CheckReport.Fault: Representable {
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("kind", kind)
      json.member("message", message)
    }
  }
}
