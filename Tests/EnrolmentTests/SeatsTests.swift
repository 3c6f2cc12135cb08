import Enrolment
import Testing

@Suite struct SeatsTests {
  @Test(
    "What the next person gets: capacity, taken, waiting",
    arguments: [
      (30, 0, 0, .seat), (30, 29, 0, .seat), (30, 30, 0, .waitingList(position: 1)),
      (30, 31, 0, .waitingList(position: 1)), (30, 30, 4, .waitingList(position: 5)),
      // A free seat is first for those who wait.
      (30, 29, 1, .waitingList(position: 2)), (1, 0, 0, .seat), (1, 1, 0, .waitingList(position: 1)),
      (nil, 0, 0, .seat), (nil, 100_000, 0, .seat),
    ] as [(Int?, Int, Int, Seats.Admission)])
  func admission(capacity: Int?, taken: Int, waiting: Int, admission: Seats.Admission) {
    #expect(Seats(capacity: capacity, taken: taken, waiting: waiting).admission == admission)
  }

  @Test(
    "How many of those who wait move up: capacity, taken, waiting",
    arguments: [
      (30, 30, 5, 0), (30, 29, 5, 1), (30, 25, 5, 5), (30, 24, 5, 5), (30, 26, 5, 4), (30, 29, 0, 0),
      (30, 0, 0, 0),
      (30, 31, 5, 0), (nil, 0, 5, 5), (nil, 100, 0, 0),
    ] as [(Int?, Int, Int, Int)])
  func seatsForWaiting(capacity: Int?, taken: Int, waiting: Int, moving: Int) {
    #expect(Seats(capacity: capacity, taken: taken, waiting: waiting).seatsForWaiting == moving)
  }

  @Test func fiveHundredAskingForThirtySeatsFillThirtyAndWaitInOrder() {
    var (taken, waiting) = (0, 0)
    var positions: [Int] = []
    for _ in 0..<500 {
      switch Seats(capacity: 30, taken: taken, waiting: waiting).admission {
      case .seat: taken += 1
      case .waitingList(let position):
        waiting += 1
        positions.append(position)
      }
    }
    #expect(taken == 30)
    #expect(positions == Array(1...470))
  }
}
