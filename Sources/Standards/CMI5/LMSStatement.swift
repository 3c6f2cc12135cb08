public import Catalogue
import JSON
public import Values
public import XAPI

/// The statements that an LMS makes (cmi5 §9.3), as JSON.
public struct LMSStatement: Sendable {
  /// The statement's own id, and when it happens.
  public let id: UUID
  public let timestamp: Instant

  public init(id: UUID, timestamp: Instant) {
    self.id = id
    self.timestamp = timestamp
  }

  /// The unit was launched (§9.3.1), with the extensions that a launch has (§9.6.3.2 to §9.6.3.7).
  public func launched(_ unit: LaunchedUnit, at url: LaunchURL) -> [UInt8] {
    statement(
      .launched, Context(unit), object: unit.activity,
      extensions: { json in
        if let score = unit.launch.masteryScore {
          json.member(ContextExtension.masteryScore) { $0.number(exactly: score.description) }
        }
        json.member(ContextExtension.launchMode, unit.mode.rawValue)
        json.member(ContextExtension.launchURL, url.unit)
        json.member(ContextExtension.moveOn, unit.launch.moveOn.rawValue)
        json.member(ContextExtension.launchParameters, unit.launch.launchParameters)
      })
  }

  /// The session ended without the unit's saying so (§9.3.6). “The duration property MUST be included” (§9.5.4.2).
  public func abandoned(_ unit: LaunchedUnit, spentMicroseconds: Int64) -> [UInt8] {
    statement(
      .abandoned, Context(unit), object: unit.activity,
      result: { json in json.object { $0.member("duration", duration(microseconds: spentMicroseconds)) } })
  }

  /// The unit need not be done (§9.3.7): success and completion are true (§9.5.2, §9.5.3), and the reason is given
  /// (§9.5.5.2).
  public func waived(_ unit: LaunchedUnit, reason: String) -> [UInt8] {
    statement(
      .waived, Context(unit, movesOn: true), object: unit.activity,
      result: { json in
        json.object { json in
          json.member("success", true)
          json.member("completion", true)
          json.member("extensions") { json in json.object { $0.member(reasonExtension, reason) } }
        }
      })
  }

  /// A learner's place in a course: what satisfied statements are about.
  public struct Learner: Sendable {
    public let actor: ActorIdentity
    public let registration: UUID
    public let session: UUID

    public init(actor: ActorIdentity, registration: UUID, session: UUID) {
      self.actor = actor
      self.registration = registration
      self.session = session
    }
  }

  /// Every unit of a block, or of the course, is satisfied (§9.3.9).
  ///
  /// - Parameter activity: the IRI of the block or course, ours: it “MUST NOT match the publisher's ID”.
  public func satisfied(_ group: ActivityGroup, activity: String, by learner: Learner) -> [UInt8] {
    let kind = group.key == nil ? "course" : "block"
    return statement(
      .satisfied, Context(learner, publisherIdentifier: group.publisherIdentifier), object: activity,
      type: "https://w3id.org/xapi/cmi5/activitytype/\(kind)")
  }

  /// A statement of the LMS's own no longer holds (§6.3; xAPI 1.0.3 Data 2.3.2).
  ///
  /// - Parameter system: the LMS itself, which takes back what it said.
  public func voiding(_ target: UUID, by system: Actor) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { json in
      json.member("id", id.description)
      json.member("actor") { system.write(to: &$0) }
      json.member("verb") { writeVerb(Statement.voidedVerb, "voided", to: &$0) }
      json.member("object") { json in
        json.object { json in
          json.member("objectType", "StatementRef")
          json.member("id", target.description)
        }
      }
      json.member("timestamp", timestamp.text(fractionDigits: 6))
    }
    return writer.bytes
  }

  // MARK: The form of all of them

  private struct Context {
    let actor: ActorIdentity
    let registration: UUID
    let session: UUID
    let publisherIdentifier: String
    let movesOn: Bool

    init(_ unit: LaunchedUnit, movesOn: Bool = false) {
      (actor, registration, session) = (unit.actor, unit.registration, unit.session)
      (publisherIdentifier, self.movesOn) = (unit.publisherIdentifier, movesOn)
    }

    init(_ learner: Learner, publisherIdentifier: String) {
      (actor, registration, session) = (learner.actor, learner.registration, learner.session)
      (self.publisherIdentifier, movesOn) = (publisherIdentifier, false)
    }
  }

  private typealias Members = (inout JSONWriter) -> Void

  private func statement(
    _ verb: LMSVerb, _ context: Context, object: String, type: String? = nil, result: Members? = nil,
    extensions: Members = { _ in }
  ) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { json in
      json.member("id", id.description)
      json.member("actor") { Actor.agent(Agent(identity: context.actor)).write(to: &$0) }
      json.member("verb") { writeVerb(verb.rawValue, "\(verb)", to: &$0) }
      json.member("object") { writeObject(object, type: type, to: &$0) }
      if let result { json.member("result", result) }
      json.member("context") { write(context, extensions, to: &$0) }
      json.member("timestamp", timestamp.text(fractionDigits: 6))
    }
    return writer.bytes
  }

  private func writeVerb(_ verb: String, _ name: String, to json: inout JSONWriter) {
    json.object { json in
      json.member("id", verb)
      json.member("display") { json in json.object { $0.member("en", name) } }
    }
  }

  private func writeObject(_ activity: String, type: String?, to json: inout JSONWriter) {
    json.object { json in
      json.member("objectType", "Activity")
      json.member("id", activity)
      if let type { json.member("definition") { json in json.object { $0.member("type", type) } } }
    }
  }

  private func write(_ context: Context, _ extensions: Members, to json: inout JSONWriter) {
    json.object { json in
      json.member("registration", context.registration.description)
      json.member("contextActivities") { json in
        json.object { json in
          json.member("grouping", activities: [context.publisherIdentifier])
          json.member(
            "category", activities: [Statement.cmi5Category] + (context.movesOn ? [moveOnCategory] : []))
        }
      }
      json.member("extensions") { json in
        json.object { json in
          json.member(ContextExtension.sessionID, context.session.description)
          extensions(&json)
        }
      }
    }
  }
}

extension JSONWriter {
  fileprivate mutating func member(_ name: String, activities: [String]) {
    member(name) { json in json.array(activities) { json, id in json.object { $0.member("id", id) } } }
  }
}

/// An ISO 8601 duration with hundredths of a second, `PT65.25S`.
private func duration(microseconds: Int64) -> String {
  let hundredths = microseconds / 10_000
  let fraction = hundredths % 100
  return "PT\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)S"
}
