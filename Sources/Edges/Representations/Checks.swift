public import JSON
public import Operations

extension CheckReport: Representable {
  /// `{"sound": bool, "enrolments": …, "statements": …, "files": …, "faults": [{"kind", "message"}],
  /// "warnings": [{"kind", "message"}], "repaired": [{"kind", "message"}]}`: warnings ask for a decision, and all is sound
  /// beside them.
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("sound", faults.isEmpty)
      json.member("enrolments", enrolments)
      json.member("statements", statements)
      json.member("files", files)
      json.member("faults", each: faults)
      json.member("warnings", each: warnings)
      json.member("repaired", each: repaired)
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
