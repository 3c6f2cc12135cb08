import Operations
import Testing

/// The life of a job, written out.
@Suite struct JobStateTests {
  @Test(arguments: [
    (JobState.waiting, JobState.Event.begin, JobState.working), (.working, .finish, .done),
    (.working, .refuse, .refused), (.waiting, .fail, .failed), (.working, .fail, .failed),
    (.waiting, .cancel, .cancelled), (.working, .cancel, .cancelled), (.waiting, .interrupt, .interrupted),
    (.working, .interrupt, .interrupted),
  ])
  func aJobMoves(_ state: JobState, _ event: JobState.Event, _ next: JobState) throws {
    #expect(try state.after(event) == next)
  }

  @Test func whatHasEndedMovesNoMore() {
    for state in JobState.allCases where state.isEnded {
      for event in JobState.Event.allCases {
        #expect(throws: JobState.Refusal.notFrom(state, event)) { try state.after(event) }
      }
    }
    #expect(throws: JobState.Refusal.notFrom(.waiting, .finish)) { try JobState.waiting.after(.finish) }
    #expect(throws: JobState.Refusal.notFrom(.waiting, .refuse)) { try JobState.waiting.after(.refuse) }
    #expect(throws: JobState.Refusal.notFrom(.working, .begin)) { try JobState.working.after(.begin) }
  }
}
