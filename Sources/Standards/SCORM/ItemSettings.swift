import Catalogue
import ContentPackaging
import Values
import XML

/// What SCORM adds to an item: when it counts as done, and what it is given at launch.
struct ItemSettings {
  var objectives: [String] = []
  var prerequisites: String?
  var masteryScore: ExactDecimal?
  var isPassedByScore = false
  var completionThreshold: ExactDecimal?
  var timeLimit: String?
  var timeLimitAction: String?
  var launchData: String?

  init() {}

  /// The launch of an item with these settings.
  ///
  /// A SCO with a mastery score is done when it is passed; with a completion threshold, when it is completed; with both,
  /// when it is both; with neither, when it is either. An asset is done once it was opened.
  func launch(_ target: Launch.Target, isTracked: Bool) -> Launch {
    Launch(
      target: target, moveOn: moveOn(isTracked: isTracked), masteryScore: isTracked ? masteryScore : nil,
      launchParameters: launchData, timeLimit: timeLimit, timeLimitAction: timeLimitAction,
      completionThreshold: isTracked ? completionThreshold : nil, isTracked: isTracked)
  }

  private func moveOn(isTracked: Bool) -> MoveOn {
    guard isTracked else { return .completed }
    switch (isPassedByScore, completionThreshold != nil) {
    case (true, true): return .completedAndPassed
    case (true, false): return .passed
    case (false, true): return .completed
    case (false, false): return .completedOrPassed
    }
  }
}

extension ItemSettings {
  /// Reads `adlcp:prerequisites`, `masteryscore`, `maxtimeallowed`, `timelimitaction`, `datafromlms` (SCORM 1.2 CAM
  /// §2.3.2.5.3).
  init(scorm12 item: XMLElement, findings: inout Findings) {
    prerequisites = item.settingText("prerequisites")
    timeLimit = item.settingText("maxtimeallowed")
    timeLimitAction = item.settingText("timelimitaction")
    launchData = item.settingText("datafromlms")
    guard let element = item.setting("masteryscore") else { return }
    let written = collapsed(element.text)
    guard !written.isEmpty else { return }
    guard let percent = plainDecimal(written), percent <= ExactDecimal(100),
      let scaled = ExactDecimal(significand: percent.significand, scale: percent.scale + 2)
    else {
      findings.report(
        .masteryScore, "“\(written)” is no plain number from 0 to 100", at: element, text: written)
      return
    }
    masteryScore = scaled
    isPassedByScore = true
  }

  /// Reads what SCORM 2004 says in `adlcp` elements and in `imsss:sequencing`, as far as the neutral model holds it.
  init(scorm2004 item: XMLElement, _ collection: SequencingCollection, findings: inout Findings) {
    timeLimitAction = item.settingText("timelimitaction")
    launchData = item.settingText("datafromlms")
    completionThreshold = ItemSettings.readCompletionThreshold(item, findings: &findings)
    guard let sequencing = collection.sequencing(of: item) else { return }
    collection.reportDangling(sequencing, findings: &findings)
    timeLimit = sequencing.part("limitConditions")?.attribute("attemptAbsoluteDurationLimit")
    guard let objectives = sequencing.part("objectives") else { return }
    self.objectives = objectives.children.compactMap { $0.attribute("objectiveID") }.filter { !$0.isEmpty }
    guard let primary = objectives.child("primaryObjective"), isTrue(primary.attribute("satisfiedByMeasure"))
    else { return }
    isPassedByScore = true
    masteryScore = ItemSettings.readMinimumMeasure(primary, findings: &findings)
  }

  /// `imsss:minNormalizedMeasure`, 1 where it is absent (SN §3.10.3.3); nil below 0, where every score suffices.
  private static func readMinimumMeasure(_ objective: XMLElement, findings: inout Findings) -> ExactDecimal? {
    guard let element = objective.child("minNormalizedMeasure") else { return ExactDecimal(1) }
    let written = collapsed(element.text)
    let isNegative = written.utf8.first == UInt8(ascii: "-")
    let magnitude = isNegative ? String(Substring(written.utf8.dropFirst())) : written
    guard let measure = plainDecimal(magnitude), measure <= ExactDecimal(1) else {
      findings.report(
        .minimumMeasure, "“\(written)” is no plain number from -1 to 1", at: element, text: written)
      return nil
    }
    guard isNegative, measure > ExactDecimal(0) else { return measure }
    findings.report(
      .minimumMeasureNegative, "“\(written)” is below 0; every score suffices", at: element, text: written)
    return nil
  }

  /// The 3rd edition writes a number as the element's text, the 4th in attributes that count only where
  /// `completedByMeasure` is true.
  private static func readCompletionThreshold(_ item: XMLElement, findings: inout Findings) -> ExactDecimal? {
    guard let element = item.setting("completionthreshold") else { return nil }
    var written = collapsed(element.text)
    if written.isEmpty {
      guard isTrue(element.attribute("completedByMeasure")) else { return nil }
      written = collapsed(element.attribute("minProgressMeasure") ?? "1.0")
    }
    guard let threshold = plainDecimal(written), threshold <= ExactDecimal(1) else {
      findings.report(
        .completionThreshold, "“\(written)” is no plain number from 0 to 1", at: element, text: written)
      return nil
    }
    return threshold
  }
}

extension XMLElement {
  /// The first child of that name in an ADL content packaging namespace, or in none; names in lower case.
  fileprivate func setting(_ name: String) -> XMLElement? {
    children.first { child in
      let namespace = lowercased(child.namespace.utf8)
      return lowercased(child.localName.utf8) == name
        && (namespace.isEmpty || namespace.utf8.starts(with: "http://www.adlnet.org/xsd/adlcp".utf8))
    }
  }

  /// The text of a setting without white space around it; nil where it is absent or empty.
  fileprivate func settingText(_ name: String) -> String? {
    guard let element = setting(name) else { return nil }
    let text = element.text.utf8.drop { $0 <= 0x20 }
    let end = text.lastIndex { $0 > 0x20 }
    return end.map { String(Substring(text[...$0])) }
  }
}

private func isTrue(_ value: String?) -> Bool {
  let value = collapsed(value ?? "")
  return value == "true" || value == "1"
}
