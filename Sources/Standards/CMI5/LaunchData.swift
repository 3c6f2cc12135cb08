import Catalogue
import JSON
import Values
public import XAPI

/// What a unit is told of its launch: the state document `LMS.LaunchData` (cmi5 §10.0).
public enum LaunchData {
  /// The document's stateId.
  public static let stateID = "LMS.LaunchData"

  /// The document for a launch.
  ///
  /// - Parameter returnURL: where the learner goes on leaving the unit; nil where nowhere in particular.
  public static func document(of unit: LaunchedUnit, returnURL: String?) -> Document {
    var writer = JSONWriter()
    writer.object { json in
      json.member("contextTemplate") { unit.writeContextTemplate(to: &$0) }
      json.member("launchMode", unit.mode.rawValue)
      json.member("launchMethod", unit.launch.method.rawValue)
      json.member("launchParameters", unit.launch.launchParameters)
      if let score = unit.launch.masteryScore {
        json.member("masteryScore") { $0.number(exactly: score.description) }
      }
      json.member("moveOn", unit.launch.moveOn.rawValue)
      json.member("returnURL", returnURL)
      if let key = unit.launch.entitlementKey {
        json.member("entitlementKey") { json in json.object { $0.member("courseStructure", key) } }
      }
    }
    return Document(contentType: "application/json", bytes: writer.bytes)
  }
}

extension LaunchedUnit {
  /// “MUST include … the value for session id placed in an "extensions" property” and “the publisher id Activity … in the
  /// "contextActivities.grouping" list”.
  fileprivate func writeContextTemplate(to json: inout JSONWriter) {
    json.object { json in
      json.member("contextActivities") { json in
        json.object { json in
          json.member("grouping") { json in
            json.array { json in json.object { $0.member("id", publisherIdentifier) } }
          }
        }
      }
      json.member("extensions") { json in
        json.object { $0.member(ContextExtension.sessionID, session.description) }
      }
    }
  }
}
