public import Enrolment
public import JSON
public import Operations
internal import Catalogue
internal import Values

extension Session.Mode: Representable {}
extension SessionState: Representable {}
extension NominationState: Representable {}

extension Session: Representable {
  public func represent(in json: inout JSONWriter) {
    json.object { members(in: &$0) }
  }

  func members(in json: inout JSONWriter) {
    json.member("id", id)
    json.member("code", code)
    json.member("courseVersion", version)
    json.member("mode", mode)
    json.member("days", days)
    json.member("timeZone", timeZone)
    json.member("language", language)
    json.member("capacity", orNull: capacity)
    json.member("host", orNull: host)
    json.member("state", state)
  }
}

extension Seats: Representable {
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("capacity", orNull: capacity)
      json.member("taken", taken)
      json.member("waiting", waiting)
    }
  }
}

extension ShowSession.Answer: Representable {
  /// The session's members, its `seats`, and which version of which course it delivers.
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      session.members(in: &json)
      json.member("seats", seats)
      json.member("course", course)
      json.member("courseVersionNumber", version.number)
    }
  }
}

extension Nomination: Representable {
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("id", id)
      json.member("person", person)
      json.member("session", session)
      json.member("nominatedBy", nominatedBy)
      json.member("state", state)
      json.member("recordedAt", recordedAt)
    }
  }
}
