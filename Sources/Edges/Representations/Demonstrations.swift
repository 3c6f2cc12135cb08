public import JSON
public import Operations
internal import Catalogue
internal import Certification
internal import Enrolment
internal import People
internal import Values

extension DemoSummary: Representable {
  /// How many of each kind of record a demonstration has.
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("parties", parties)
      json.member("persons", persons)
      json.member("sessions", sessions)
      json.member("enrolments", enrolments)
      json.member("certificates", certificates)
    }
  }
}

extension ExamplePreparation: Representable {
  /// What there is to try; `key` has its secret in clear, told this once.
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("course", course)
      json.member("courseVersion", version)
      json.member("session", session)
      json.member("scheme", scheme)
      json.member("officer", officer)
      json.member("enrolment", enrolment)
      json.member("report", report)
      json.member("key", key)
    }
  }
}
