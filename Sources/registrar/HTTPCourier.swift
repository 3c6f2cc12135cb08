import HTTPClient
import Operations

/// Takes parcels to other servers over HTTP.
///
/// Addresses that only machines near this one have (loopback, private and the like) are connected to only where whoever
/// runs the server named them. Without TLS nothing else is: a secret goes with every parcel.
struct HTTPCourier: Courier {
  private let client: HTTPClient

  /// - Parameters:
  ///   - targets: the addresses that are not public and may be connected to.
  ///   - authorities: a PEM file of those who vouch for other servers; the system's where nil.
  ///   - isStopped: asked while a parcel is under way; once it is true, it is called off.
  init(
    privateTargets targets: [NetworkRange], authorities: String?, isStopped: @escaping @Sendable () -> Bool
  ) {
    client = HTTPClient(
      authorities: authorities,
      allows: { address, isSecure in
        targets.contains { $0.contains(address) } || isSecure && address.isPublic
      }, isStopped: isStopped)
  }

  func deliver(_ parcel: Parcel) -> Reception {
    do {
      let answer = try client.send(
        OutgoingRequest("POST", parcel.url, headers: parcel.headers, body: parcel.body))
      return .answered(
        status: answer.status, retryAfterSeconds: answer["Retry-After"].flatMap { Int($0) },
        words: shownBeginning(of: answer.body))
    } catch ClientError.stopped {
      return .calledOff
    } catch {
      switch error {
      case .addressNotAllowed(let address):
        return .notAnswered(
          reason: "connections to \(address) are not allowed: a private address is named with the setting "
            + "private-targets, any other one needs https", isLasting: true)
      case .unusable: return .notAnswered(reason: "\(error)", isLasting: true)
      case .nameNotFound, .notConnected, .timedOut, .notTrusted, .tooLarge, .malformed, .stopped, .failed:
        return .notAnswered(reason: "\(error)", isLasting: false)
      }
    }
  }
}

/// The beginning of a text, with spaces in place of what does not show.
private func shownBeginning(of octets: [UInt8]) -> String {
  let text = String(decoding: octets.prefix(1200), as: UTF8.self)
  var shown = String.UnicodeScalarView()
  for scalar in text.unicodeScalars.prefix(300) {
    let isShown =
      scalar.properties.generalCategory != .control && scalar.properties.generalCategory != .format
    shown.append(isShown ? scalar : " ")
  }
  return String(shown)
}
