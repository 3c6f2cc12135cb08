internal import Certification
internal import OpenBadges
internal import Values

extension Work {
  /// A list is closed when so many of its places are given, so that a free one is soon found by chance.
  private static let placesOfAList = StatusBits.count / 4 * 3

  /// The place of a certificate's credential, given now where it has none: a free one by chance, so that neighbours in a
  /// list have nothing to do with each other.
  @discardableResult
  func takeStatusPlace(for certificate: CertificateID) throws -> TakenPlace {
    if let place = try records.statusPlace(of: certificate) { return place }
    let list = try statusListWithRoom()
    var position: Int
    repeat {
      position = Int(random().low % UInt64(StatusBits.count))
    } while try records.isTaken(position, in: list)
    let place = TakenPlace(certificate: certificate, list: list, position: position)
    try records.take(place, at: now)
    return place
  }

  private func statusListWithRoom() throws -> StatusListID {
    if let list = try records.openStatusList() {
      guard try records.takenPlaces(in: list) >= Work.placesOfAList else { return list }
      try records.closeStatusList(at: now)
    }
    // No two lists have one identity, those of records that were restored elsewhere among them.
    let list = StatusListID(random())
    try records.openStatusList(list, at: now)
    return list
  }
}
