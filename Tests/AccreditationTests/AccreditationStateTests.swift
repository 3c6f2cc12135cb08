import Accreditation
import Testing

/// “the state machines as exhaustive tables”: every state with every event.
@Suite struct AccreditationStateTests {
  typealias State = AccreditationState

  /// What an event leads to where it applies; whatever is not stated is refused. What `pass`, `confirm` and `reactivate`
  /// lead to is what was granted: here `accredited`.
  static let table: [State: [State.Event: State]] = [
    .nominated: [
      .screen: .preScreened, .decline: .notSelected, .prepare: .workshopDone, .pass: .accredited,
      .fail: .notSelected, .withdraw: .withdrawn,
    ],
    .preScreened: [
      .prepare: .workshopDone, .pass: .accredited, .fail: .notSelected, .withdraw: .withdrawn,
    ],
    .workshopDone: [
      .prepare: .workshopDone, .pass: .accredited, .fail: .notSelected, .confirm: .accredited,
      .reject: .notConfirmed, .withdraw: .withdrawn,
    ],
    .preAccredited: [
      .assignMission: .missionAssigned, .confirm: .accredited, .reject: .notConfirmed,
      .refresh: .preAccredited, .lapse: .lapsed, .withdraw: .withdrawn,
    ],
    .missionAssigned: [
      .callOffMission: .preAccredited, .confirm: .accredited, .reject: .notConfirmed, .withdraw: .withdrawn,
    ],
    .accredited: [
      .refresh: .accredited, .deactivate: .inactive, .lapse: .lapsed, .convert: .converted,
    ],
    .recognized: [.refresh: .recognized, .deactivate: .inactive, .lapse: .lapsed],
    .inactive: [.refresh: .inactive, .reactivate: .accredited, .lapse: .lapsed],
    .lapsed: [:], .notSelected: [:], .notConfirmed: [:], .converted: [:], .withdrawn: [:],
  ]

  @Test("From a state, by every event, to a state or refused", arguments: State.allCases)
  func transitions(from state: State) throws {
    let row = try #require(Self.table[state])
    for event in State.Event.allCases {
      if let next = row[event] {
        #expect(try state.after(event, granting: .accredited) == next, "\(event)")
      } else {
        #expect(throws: State.Refusal.notFrom(state, event)) {
          try state.after(event, granting: .accredited)
        }
      }
    }
  }

  @Test("A case ends where nothing may happen any more", arguments: State.allCases)
  func ending(state: State) {
    #expect(state.isOpen == (Self.table[state]?.isEmpty == false))
  }

  @Test(
    "What a workshop grants, the path says",
    arguments: [
      (Standing?.none, State.workshopDone), (.preAccredited, .preAccredited), (.accredited, .accredited),
      (.recognized, .recognized),
    ])
  func grants(standing: Standing?, state: State) throws {
    #expect(try State.nominated.after(.pass, granting: standing) == state)
  }

  /// “not selected / not confirmed”, and whatever is taken from a person, is for a reason.
  @Test func reasons() {
    let needing: [State.Event] = [
      .decline, .fail, .callOffMission, .reject, .deactivate, .lapse, .withdraw,
    ]
    #expect(State.Event.allCases.filter(\.needsReason) == needing)
  }
}
