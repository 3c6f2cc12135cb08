internal import CMI5
internal import Enrolment
internal import JSON
internal import Values
internal import XAPI

/// A statement of a demonstration on the one unit of its course, as cmi5 defines it (cmi5 §9).
struct DemoStatement {
  let verb: DecidingVerb
  /// With passing and failing only.
  let score: ExactDecimal?
  let enrolment: Enrolment
  let at: Instant

  /// The statement, read as one that was sent.
  func written(origin: String) throws -> Statement {
    var writer = JSONWriter()
    writer.object { statement in
      statement.member("actor") { actor(in: &$0, origin) }
      statement.member("verb") { $0.object { $0.member("id", verb.rawValue) } }
      statement.member("object") { object in
        object.object { $0.member("id", ActivityIRI.of("1", version: enrolment.version, origin: origin)) }
      }
      statement.member("result") { result(in: &$0) }
      statement.member("context") { context(in: &$0) }
      statement.member("timestamp", at.description)
    }
    return try Statement(validating: JSONDocument(writer.bytes).root, by: .version1)
  }

  private func actor(in writer: inout JSONWriter, _ origin: String) {
    writer.object { actor in
      actor.member("objectType", "Agent")
      actor.member("account") { account in
        account.object { account in
          account.member("homePage", origin)
          account.member("name", enrolment.person.description)
        }
      }
    }
  }

  /// Completion with one verb, success and a score with the others (cmi5 §9.5).
  private func result(in writer: inout JSONWriter) {
    writer.object { result in
      switch verb {
      case .completed: result.member("completion", true)
      case .passed, .failed: result.member("success", verb == .passed)
      }
      if let scaled = score {
        result.member("score") { score in
          score.object { score in
            score.name("scaled")
            score.number(exactly: scaled.description)
          }
        }
      }
      result.member("duration", "PT45M")
    }
  }

  /// The session that it belongs to is named for the enrolment: each has one.
  private func context(in writer: inout JSONWriter) {
    let categories = [Statement.cmi5Category, "https://w3id.org/xapi/cmi5/context/categories/moveon"]
    writer.object { context in
      context.member("registration", enrolment.id.description)
      context.member("contextActivities") { activities in
        activities.object { activities in
          activities.member("category") { list in
            list.array(categories) { list, category in list.object { $0.member("id", category) } }
          }
        }
      }
      context.member("extensions") { extensions in
        extensions.object {
          $0.member("https://w3id.org/xapi/cmi5/context/extensions/sessionid", enrolment.id.description)
        }
      }
    }
  }
}
