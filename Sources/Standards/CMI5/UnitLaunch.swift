import Catalogue
import ContentPackaging
import Values
import XML

extension CourseStructureReading {
  /// Reads how an assignable unit is launched (cmi5 §13.1.4); nil where it cannot be, which was reported.
  mutating func readLaunch(_ element: XMLElement, _ parts: Parts) -> Launch? {
    let moveOn = readMoveOn(element, parts)
    let method = readLaunchMethod(element, parts)
    let masteryScore = readMasteryScore(element, parts)
    guard let target = readTarget(element, parts) else { return nil }
    return Launch(
      target: target, method: method, moveOn: moveOn, masteryScore: masteryScore,
      launchParameters: nonEmpty(parts.first("launchParameters")?.text),
      entitlementKey: nonEmpty(parts.first("entitlementKey").map { trimmed($0.text) }),
      activityType: nonEmpty(parts.attribute("activityType", of: element)))
  }

  private mutating func readMoveOn(_ element: XMLElement, _ parts: Parts) -> MoveOn {
    guard let stated = parts.attribute("moveOn", of: element) else { return .notApplicable }
    guard let moveOn = MoveOn(rawValue: stated) else {
      findings.report(
        .moveOnInvalid, "moveOn “\(stated)” is none of the five", at: element, attribute: "moveOn",
        text: stated)
      return .notApplicable
    }
    return moveOn
  }

  private mutating func readLaunchMethod(_ element: XMLElement, _ parts: Parts) -> Launch.Method {
    guard let stated = parts.attribute("launchMethod", of: element) else { return .anyWindow }
    guard let method = Launch.Method(rawValue: stated) else {
      findings.report(
        .launchMethodInvalid, "launchMethod “\(stated)” is neither OwnWindow nor AnyWindow", at: element,
        attribute: "launchMethod", text: stated)
      return .anyWindow
    }
    return method
  }

  private mutating func readMasteryScore(_ element: XMLElement, _ parts: Parts) -> ExactDecimal? {
    guard let stated = parts.attribute("masteryScore", of: element) else { return nil }
    guard let score = masteryScore(stated) else {
      findings.report(
        .masteryScoreInvalid,
        "masteryScore “\(stated)” is no decimal number from 0 to 1 with at most 4 places",
        at: element, attribute: "masteryScore", text: stated)
      return nil
    }
    return score
  }

  // MARK: The address

  private mutating func readTarget(_ unit: XMLElement, _ parts: Parts) -> Launch.Target? {
    guard let element = parts.first("url") else {
      reportMissing("url", in: unit)
      return nil
    }
    let written = trimmed(element.text)
    let reference = URIReference(written)
    guard isValidAddress(written) else {
      findings.report(
        .addressInvalid,
        written.isEmpty ? "the url is empty" : "the url “\(written)” holds characters that a URL may not",
        at: element,
        text: written)
      return nil
    }
    reportReservedNames(in: reference, written, at: element)
    if reference.scheme == nil, case .bareManifest = package.contents.kind {
      findings.report(
        .addressRelative, "the url “\(written)” is relative, but there is no package", at: element,
        text: written)
      return nil
    }
    return resolve(written, at: element)
  }

  private mutating func reportReservedNames(
    in reference: URIReference, _ written: String, at element: XMLElement
  ) {
    for name in reference.queryNames where reservedNames.contains(name) {
      findings.report(
        .addressReserved, "the query of the url holds “\(name)”, which the LMS adds at launch", at: element,
        text: written)
    }
  }

  private mutating func resolve(_ written: String, at element: XMLElement) -> Launch.Target? {
    let resolved = resolver.resolve(written)
    findings.reportLaunch(resolved, written: written, at: element)
    switch resolved {
    case .file(let name, let suffix, _): return .file(path: name, suffix: suffix)
    case .external(let url, _): return .external(url: url)
    case .missing(let name, let suffix):
      supplied.lackLaunchFile(name, at: element)
      return .file(path: name, suffix: suffix)
    case .refused, .empty: return nil
    }
  }
}

/// The names that the LMS adds to a launch URL (cmi5 §8.1).
private let reservedNames: Set<String> = ["endpoint", "fetch", "actor", "activityId", "registration"]

private func nonEmpty(_ text: String?) -> String? {
  guard let text, !text.isEmpty else { return nil }
  return text
}
