internal import Synchronization

/// The works that wait for the writer, in the order they came.
final class WriteQueue: Sendable {
  fileprivate struct State {
    var waiting: [Work] = []
    var isClosed = false
    /// True while the writer sleeps; the next work must wake it.
    var writerSleeps = false
  }

  private let state = Mutex(State())
  private let wake = Semaphore()
  private let capacity: Int

  /// A queue in which at most `capacity` works wait.
  init(capacity: Int) {
    self.capacity = capacity
  }

  /// Accepts a work, or says why not.
  func append(_ work: Work) throws(WriterError) {
    let writerSleeps = try state.withLock { state throws(WriterError) in
      guard !state.isClosed else { throw .closed }
      guard state.waiting.count < capacity else { throw .overloaded(waiting: state.waiting.count) }
      state.waiting.append(work)
      defer { state.writerSleeps = false }
      return state.writerSleeps
    }
    if writerSleeps { wake.raise() }
  }

  /// Accepts no more works. Those accepted are still handed out.
  func close() {
    let writerSleeps = state.withLock { state in
      state.isClosed = true
      defer { state.writerSleeps = false }
      return state.writerSleeps
    }
    if writerSleeps { wake.raise() }
  }

  /// What the writer finds when it asks for works.
  enum Supply {
    /// Works to be done, at least one.
    case works([Work])
    /// None came for a while.
    case idle
    /// None waits and none will come.
    case closed
  }

  /// Waits for works and takes up to `limit` of them.
  ///
  /// - Parameter patience: How long to wait before answering `.idle`, in milliseconds; nil waits for ever.
  func take(atMost limit: Int, patience: Int?) -> Supply {
    while true {
      let (works, isClosed) = state.withLock { state in
        state.writerSleeps = state.waiting.isEmpty && !state.isClosed
        return (state.take(atMost: limit), state.isClosed)
      }
      if !works.isEmpty { return .works(works) }
      if isClosed { return .closed }
      guard let patience else {
        wake.wait()
        continue
      }
      if !wake.wait(milliseconds: patience) { return .idle }
    }
  }

  /// Takes up to `limit` works that may share a commit, if such are at the head of the queue.
  func takeMore(atMost limit: Int) -> [Work] {
    state.withLock { $0.takeTogether(atMost: limit) }
  }

  /// How many works wait.
  var count: Int { state.withLock { $0.waiting.count } }
}

extension WriteQueue.State {
  /// The first work if it wants to be alone, else those at the head that may share a commit.
  fileprivate mutating func take(atMost limit: Int) -> [Work] {
    guard let first = waiting.first, first.grouping != .together else { return takeTogether(atMost: limit) }
    return [waiting.removeFirst()]
  }

  fileprivate mutating func takeTogether(atMost limit: Int) -> [Work] {
    let end = waiting.firstIndex { $0.grouping != .together } ?? waiting.count
    let count = min(limit, end)
    guard count < waiting.count else { return exchange(&waiting, with: []) }
    let works = Array(waiting[..<count])
    waiting.removeFirst(count)
    return works
  }
}

private func exchange<Value>(_ place: inout Value, with new: Value) -> Value {
  let old = place
  place = new
  return old
}
