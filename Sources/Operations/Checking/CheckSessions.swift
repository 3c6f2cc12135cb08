internal import Enrolment
internal import Values

extension Checking {
  func checkSessions() throws {
    try each(
      { try records.sessions(SessionFilter(), within: .everything, page: $0) }, { "session \($0.code)" }
    ) { session in
      let isTold = try isToldByHistory(session.state, of: session.id.uuid, from: .planned) { before, after in
        leads(to: after, before.after)
      }
      if !isTold { fault("state", "the state of session \(session.code) is not what its history says") }
      guard let capacity = session.capacity else { return }
      let taken = try records.seats(of: session).taken
      if taken > capacity {
        fault(
          "seats", "session \(session.code) has room for \(capacity), and \(taken) people hold a seat")
      }
    }
  }

  func checkNominations() throws {
    try each(
      { try records.nominations(NominationFilter(), within: .everything, page: $0) },
      { "nomination \($0.id)" }
    ) { nomination in
      let isTold = try isToldByHistory(nomination.state, of: nomination.id.uuid, from: .proposed) {
        before, after in
        leads(to: after, before.after)
      }
      if !isTold { fault("state", "the state of nomination \(nomination.id) is not what its history says") }
      guard nomination.state == .declined || nomination.state == .withdrawn,
        let enrolment = try records.enrolment(from: nomination),
        enrolment.state.isOpen || enrolment.state == .waiting
      else { return }
      warn(
        "seats",
        "enrolment \(enrolment.id) is \(enrolment.state.rawValue) by a nomination that was \(nomination.state.rawValue); "
          + "withdraw it, or have the person nominated again")
    }
  }
}
