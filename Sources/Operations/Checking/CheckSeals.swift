internal import Values

extension Checking {
  /// Holds every record against its seal, and the seals against each other and against what was noted of them.
  func checkSeals(noted: NotedHead) throws {
    let broken = try records.brokenSeals(noted: noted)
    isAltered = !broken.isEmpty
    for seal in broken { fault(seal.faultKind, seal.sentence) }
  }
}

extension BrokenSeal {
  fileprivate var faultKind: String {
    switch self {
    case .altered, .removed, .added: "record"
    case .chain, .cutOff, .remade, .noteUnreadable: "seal"
    case .statements: "statement"
    }
  }

  fileprivate var sentence: String {
    switch self {
    case .altered(let kind, let record): "\(kind) \(record) is not what was recorded"
    case .removed(let kind, let record): "\(kind) \(record) was recorded and is gone"
    case .added(let kind, let record): "\(kind) \(record) is there and was not recorded"
    case .chain(let number): "seal \(number) does not follow from the one before"
    case .cutOff(let last, let noted):
      "the records end at seal \(last), and had come to \(noted) when they were closed: their end was cut off, or an "
        + "earlier copy was put in their place"
    case .remade(let noted): "seal \(noted) is not the one that was noted when the records were closed"
    case .noteUnreadable: "what was noted of the seals when the records were closed cannot be read"
    case .statements(let from, let to):
      "among the statements stored from \(from) to \(to) one was altered, removed or added"
    }
  }
}
