internal import Catalogue
internal import SQLite
internal import Values

extension ConnectedRecords {
  /// A version's activity tree, rebuilt from its rows: they stand in document order, each with its depth.
  func activities(of version: CourseVersionID) throws -> [ActivityNode] {
    let rows = try connection.all(
      """
      SELECT depth, key, publisher_identifier, title, description, objectives, prerequisites, is_visible, target_path,
        target_suffix, target_url, method, move_on, mastery_score, launch_parameters, entitlement_key, activity_type,
        time_limit, time_limit_action, completion_threshold, is_tracked, kind, details
      FROM activity WHERE version = \(version) ORDER BY position
      """
    ) { row in (depth: try row.count(0), node: try decodeNode(row)) }
    // From the last row up: whatever stands deeper behind a node are its children.
    var byDepth: [Int: [ActivityNode]] = [:]
    for (depth, node) in rows.reversed() {
      let children = byDepth.removeValue(forKey: depth + 1) ?? []
      byDepth[depth, default: []].append(node.holding(children.reversed()))
    }
    return (byDepth[0] ?? []).reversed()
  }

  private func decodeNode(_ row: borrowing Row) throws -> ActivityNode {
    ActivityNode(
      key: try row.text(1), publisherIdentifier: try row.text(2), kind: try row.choiceOrNil(21),
      title: try row.localizedText(3), description: try row.localizedText(4), objectives: try row.texts(5),
      launch: try decodeLaunch(row), prerequisites: try row.textOrNil(6), isVisible: try row.boolean(7),
      details: try row.details(22))
  }

  private func decodeLaunch(_ row: borrowing Row) throws -> Launch? {
    let target: Launch.Target
    if let url = try row.textOrNil(10) {
      target = .external(url: url)
    } else if let path = try row.textOrNil(8) {
      target = .file(path: path, suffix: try row.textOrNil(9) ?? "")
    } else {
      return nil
    }
    return Launch(
      target: target, method: try row.choice(11), moveOn: try row.choice(12),
      masteryScore: try row.decimalOrNil(13),
      launchParameters: try row.textOrNil(14), entitlementKey: try row.textOrNil(15),
      activityType: try row.textOrNil(16), timeLimit: try row.textOrNil(17),
      timeLimitAction: try row.textOrNil(18),
      completionThreshold: try row.decimalOrNil(19), isTracked: try row.boolean(20))
  }
}

extension SQLiteWritableRecords {
  /// Writes a version's tree in document order. Nothing recurses: a hostile tree cannot overflow the stack.
  func insertActivities(of version: CourseVersion) throws {
    var waiting = version.structure.activities.reversed().map { (depth: 0, node: $0) }
    var position = 0
    while let (depth, node) = waiting.popLast() {
      try insert(node, at: position, depth: depth, of: version.id)
      position += 1
      waiting.append(contentsOf: node.children.reversed().map { (depth + 1, $0) })
    }
  }

  private func insert(_ node: ActivityNode, at position: Int, depth: Int, of version: CourseVersionID) throws
  {
    let launch = node.launch
    var path: String?
    var suffix: String?
    var url: String?
    switch launch?.target {
    case .file(let filePath, let fileSuffix): (path, suffix) = (filePath, fileSuffix)
    case .external(let address): url = address
    case nil: break
    }
    try connection.run(
      """
      INSERT INTO activity (version, position, depth, key, publisher_identifier, title, description, objectives,
        prerequisites, is_visible, target_path, target_suffix, target_url, method, move_on, mastery_score,
        launch_parameters, entitlement_key, activity_type, time_limit, time_limit_action, completion_threshold,
        is_tracked, kind, details)
      VALUES (\(version), \(position), \(depth), \(node.key), \(node.publisherIdentifier), \(node.title),
        \(node.description), \(storedTexts(node.objectives)), \(node.prerequisites), \(node.isVisible), \(path),
        \(suffix), \(url), \(launch?.method.rawValue), \(launch?.moveOn.rawValue), \(launch?.masteryScore),
        \(launch?.launchParameters), \(launch?.entitlementKey), \(launch?.activityType), \(launch?.timeLimit),
        \(launch?.timeLimitAction), \(launch?.completionThreshold), \(launch?.isTracked),
        \(node.kind.rawValue), \(storedDetails(node.details)))
      """)
  }
}

extension ActivityNode {
  /// The same node with other children.
  fileprivate func holding(_ children: [ActivityNode]) -> ActivityNode {
    ActivityNode(
      key: key, publisherIdentifier: publisherIdentifier, kind: kind, title: title, description: description,
      objectives: objectives, launch: launch, prerequisites: prerequisites, isVisible: isVisible,
      details: details, children: children)
  }
}
