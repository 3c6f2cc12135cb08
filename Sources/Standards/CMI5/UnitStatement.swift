public import Enrolment
import Catalogue
import JSON
public import Values
public import XAPI

/// A statement of a unit that keeps the rules of cmi5 by itself, whatever was said before (cmi5 §9).
public struct UnitStatement: Sendable {
  /// The verb of a "cmi5 defined" statement; nil where it is "cmi5 allowed" (§7.1.3).
  public let verb: UnitVerb?
  /// When it happened, by the unit's own account.
  public let timestamp: Instant

  /// Holds a statement that came in a unit's session to the rules, in this order:
  ///
  /// 1. it voids nothing (§6.3), has an id (§9.1) and a timestamp in UTC (§9.7);
  /// 2. it is about this learner, this registration, this session, and keeps the context template (§9.2, §9.6, §10);
  /// 3. "cmi5 defined", it has a verb of the unit's own and the unit as its object (§9.3, §9.4);
  /// 4. in the launch modes Browse and Review, nothing defined but initialized and terminated (§10 launchMode);
  /// 5. its result has what the verb asks and nothing more (§9.5), and its category says so (§9.6.2.2);
  /// 6. its verdict is the one that the mastery score gives (§9.3.4, §9.3.5).
  public init(_ statement: Statement, of unit: LaunchedUnit) throws(UnitStatementViolation) {
    timestamp = try statement.requireForm()
    try statement.requirePlace(in: unit)
    guard statement.isDefinedByCMI5 else {
      try statement.requireNoMoveOnCategory()
      verb = nil
      return
    }
    let verb = try statement.requireUnitVerb()
    try statement.requireObject(of: unit)
    guard unit.mode.recordsAchievement || verb == .initialized || verb == .terminated else {
      throw .launchMode
    }
    try statement.requireResult(of: verb)
    try statement.requireVerdict(verb, of: unit)
    self.verb = verb
  }
}

// Form and place.
extension Statement {
  /// The session that the context names (§9.6.3.1), where it has a registration and the name is one that we give.
  public var namedSession: UUID? {
    guard context?.registration != nil else { return nil }
    return value["context"]?["extensions"]?.member(named: ContextExtension.sessionID)?.string.flatMap {
      UUID($0)
    }
  }

  fileprivate func requireForm() throws(UnitStatementViolation) -> Instant {
    guard voidedStatement == nil else { throw .voiding }
    guard id != nil else { throw .idMissing }
    guard let timestamp, let text = value["timestamp"]?.string else { throw .timestampMissing }
    let isInUTC = ["Z", "z", "+00:00"].contains { text.utf8.suffix($0.utf8.count).elementsEqual($0.utf8) }
    guard isInUTC else { throw .timestampNotUTC }
    return timestamp
  }

  fileprivate func requirePlace(in unit: LaunchedUnit) throws(UnitStatementViolation) {
    guard case .agent(let agent) = actor, agent.identity == unit.actor else { throw .actor }
    guard context?.registration == unit.registration else { throw .registration }
    guard let session = value["context"]?["extensions"]?.member(named: ContextExtension.sessionID)?.string,
      session.utf8.elementsEqual(unit.session.description.utf8)
    else { throw .sessionID }
    guard hasActivity(unit.publisherIdentifier, in: context?.activities.grouping) else {
      throw .contextTemplate
    }
  }

  /// The verb by which a "cmi5 defined" statement tells of its unit's session (§9.3); nil for any other.
  public var unitVerb: UnitVerb? { isDefinedByCMI5 ? UnitVerb(iri: verb) : nil }

  fileprivate var isDefinedByCMI5: Bool {
    hasActivity(Statement.cmi5Category, in: context?.activities.category)
  }

  private var isForMovingOn: Bool { hasActivity(moveOnCategory, in: context?.activities.category) }

  private func hasActivity(_ id: String, in list: [String]?) -> Bool {
    list?.contains { $0.utf8.elementsEqual(id.utf8) } ?? false
  }

  fileprivate func requireNoMoveOnCategory() throws(UnitStatementViolation) {
    if isForMovingOn { throw .moveOnCategory }
  }

  fileprivate func requireUnitVerb() throws(UnitStatementViolation) -> UnitVerb {
    guard let verb = UnitVerb(iri: verb) else { throw .verb }
    return verb
  }

  fileprivate func requireObject(of unit: LaunchedUnit) throws(UnitStatementViolation) {
    guard case .activity(let id) = object, id.utf8.elementsEqual(unit.activity.utf8) else { throw .object }
  }
}

// The result.
extension Statement {
  fileprivate func requireResult(of verb: UnitVerb) throws(UnitStatementViolation) {
    let (success, completion): (Bool?, Bool?) =
      switch verb {
      case .passed: (true, nil)
      case .failed: (false, nil)
      case .completed: (nil, true)
      case .initialized, .terminated: (nil, nil)
      }
    guard result?.success == success else { throw .success }
    guard result?.completion == completion else { throw .completion }
    guard isForMovingOn == (success != nil || completion != nil) else { throw .moveOnCategory }
    guard verb == .initialized || result?.duration != nil else { throw .durationMissing }
    try requireScore(of: verb)
  }

  private func requireScore(of verb: UnitVerb) throws(UnitStatementViolation) {
    guard let score = result?.score else { return }
    guard verb == .passed || verb == .failed else { throw .scoreNotAllowed }
    if let scaled = score.scaled, scaled < JSONNumber(0) { throw .scaledScore }
    guard score.raw == nil || score.min != nil && score.max != nil else { throw .rawScore }
  }

  /// A score decides by the mastery score of the launch data, and then the statement names that (§9.6.3.2).
  fileprivate func requireVerdict(_ verb: UnitVerb, of unit: LaunchedUnit) throws(UnitStatementViolation) {
    guard verb == .passed || verb == .failed, let mastery = unit.launch.masteryScore else { return }
    let named = value["context"]?["extensions"]?.member(named: ContextExtension.masteryScore)
    if let named, named.number.flatMap({ ExactDecimal(utf8: $0.raw) }) != mastery { throw .masteryScoreNamed }
    guard let scaled = result?.score?.scaled.flatMap({ ExactDecimal(utf8: $0.raw) }) else { return }
    guard named != nil else { throw .masteryScoreNamed }
    if verb == .passed, scaled < mastery { throw .passedBelowMasteryScore }
    if verb == .failed, mastery <= scaled { throw .failedFromMasteryScore }
  }
}
