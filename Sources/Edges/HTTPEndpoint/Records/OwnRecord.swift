internal import Operations
internal import Representations

extension Route {
  /// What a person may know of their own record.
  static let ownRoutes: [Route] = [
    asks(
      "/api/v1/me",
      "Show the own record of whoever holds the key: enrolments, progress, what is left, certificates.",
      told: .record { answer, call in OwnRecordRepresentation(answer, address: call.address) }
    ) { _ in ShowOwnRecord() }
  ]
}
