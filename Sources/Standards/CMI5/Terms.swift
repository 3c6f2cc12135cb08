public import Enrolment
import JSON
public import XAPI

/// The verbs that an LMS uses (cmi5 §9.3.1, §9.3.6, §9.3.7, §9.3.9).
public enum LMSVerb: String, Sendable, CaseIterable {
  case launched = "http://adlnet.gov/expapi/verbs/launched"
  case abandoned = "https://w3id.org/xapi/adl/verbs/abandoned"
  case waived = "https://w3id.org/xapi/adl/verbs/waived"
  case satisfied = "https://w3id.org/xapi/adl/verbs/satisfied"
}

extension Statement {
  /// The verb of an LMS that the statement has; nil where it has another.
  public var lmsVerb: LMSVerb? { LMSVerb.allCases.first { $0.rawValue.utf8.elementsEqual(verb.utf8) } }

  /// Why a unit was waived (§9.5.5.2), where the statement says so.
  public var reasonOfWaiver: String? {
    value["result"]?["extensions"]?.member(named: reasonExtension)?.string
  }
}

extension UnitVerb {
  /// The verb's IRI (cmi5 §9.3).
  public var iri: String { "http://adlnet.gov/expapi/verbs/\(rawValue)" }

  /// The verb of an IRI; nil where it is none that a unit has.
  init?(iri: String) {
    guard let verb = UnitVerb.allCases.first(where: { $0.iri.utf8.elementsEqual(iri.utf8) }) else {
      return nil
    }
    self = verb
  }
}

/// The extensions of a statement's context (cmi5 §9.6.3).
enum ContextExtension {
  private static let prefix = "https://w3id.org/xapi/cmi5/context/extensions/"
  static let sessionID = prefix + "sessionid"
  static let masteryScore = prefix + "masteryscore"
  static let launchMode = prefix + "launchmode"
  static let launchURL = prefix + "launchurl"
  static let moveOn = prefix + "moveon"
  static let launchParameters = prefix + "launchparameters"
}

/// The category of statements that count for moving on (cmi5 §9.6.2.2).
let moveOnCategory = "https://w3id.org/xapi/cmi5/context/categories/moveon"

/// Why a unit was waived (cmi5 §9.5.5.2).
let reasonExtension = "https://w3id.org/xapi/cmi5/result/extensions/reason"
