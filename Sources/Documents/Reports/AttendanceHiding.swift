import Enrolment

/// Decides which attendances are hidden beside the states of the enrolments.
///
/// By its state alone an enrolment is attended (started, completed, failed) or not (waiting, enrolled, no-show), but for
/// those that withdrew or ran out. So a total of attendances, less the states that are shown, tells of the others:
/// 1. Of those withdrawn and those expired the attendances are hidden where one of them is small, leaves a small rest, or
///    belongs to a state that is hidden.
/// 2. The total is hidden where it, or what it leaves of all enrolments, is small.
/// 3. It is hidden too where it would tell what hidden figures come to, the attended ones or the others, and a small one
///    among them is alone or small together with the rest. Those who left are told by themselves where no state of the
///    same kind is hidden, or no other.
struct AttendanceHiding {
  /// Whether the total of all attendances is hidden.
  let whole: Bool
  private let ofThoseWhoLeft: Bool

  init(
    of figures: EnrolmentFigures, hiddenStates: Set<EnrolmentState>, wholeIsHidden: Bool, cells: SmallCells
  ) {
    let left = AttendanceHiding.left.compactMap { figures.states[$0] }
    let isLeftHidden =
      !hiddenStates.isDisjoint(with: AttendanceHiding.left)
      || left.contains { cells.isSmall($0.attendees) || cells.isSmall($0.absentees) }
    func isSafe(_ states: [EnrolmentState], and left: [Headcount]) -> Bool {
      let hidden = hiddenStates.intersection(states)
      let people = hidden.compactMap { figures.states[$0]?.people }
      let isTold = hidden.isEmpty || hidden == hiddenStates
      return cells.areSafe(people + left) && (!isTold || cells.areSafe(left))
    }
    let others = isLeftHidden ? AttendanceHiding.absent : AttendanceHiding.absent + AttendanceHiding.left
    whole =
      wholeIsHidden || cells.isSmall(figures.whole.attendees)
      || cells.isSmall(figures.whole.absentees)
      || !isSafe(AttendanceHiding.attended, and: isLeftHidden ? left.map(\.attendees) : [])
      || !isSafe(others, and: isLeftHidden ? left.map(\.absentees) : [])
    ofThoseWhoLeft = isLeftHidden || whole
  }

  /// Whether the attendances of the enrolments in a state are hidden, though the enrolments are shown.
  func isHidden(_ state: EnrolmentState) -> Bool {
    ofThoseWhoLeft && AttendanceHiding.left.contains(state)
  }

  private static let attended: [EnrolmentState] = [.started, .completed, .failed]
  private static let absent: [EnrolmentState] = [.waiting, .enrolled, .noShow]
  private static let left: [EnrolmentState] = [.withdrawn, .expired]
}

extension SmallCells {
  /// Whether hidden figures may be told together: no small one is alone, nor are they small as a whole, nor one person each.
  func areSafe(_ groups: [Headcount]) -> Bool {
    let figures = groups.filter { $0.count > 0 }
    guard figures.contains(where: isSmall) else { return true }
    return figures.count >= 2 && Headcount.union(figures).count >= threshold
      && figures.contains { $0.count > 1 }
  }
}
