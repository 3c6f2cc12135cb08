import Files
import Foundation
import Testing

@Suite struct ProcessTests {
  @Test func theClockAgreesWithFoundation() {
    let difference = Double(SystemClock.microsecondsUTC()) / 1e6 - Date().timeIntervalSince1970
    #expect(abs(difference) < 60)
    let before = SystemClock.monotonicNanoseconds()
    #expect(SystemClock.monotonicNanoseconds() >= before)
  }

  @Test(arguments: [0, 1, 16, 255, 256, 257, 1000])
  func fillsEveryByteAskedFor(count: Int) {
    let octets = RandomBytes.octets(count)
    #expect(octets.count == count)
    // Nine zeros at the end of random bytes come once in 2^72 runs: they would be bytes left unfilled.
    if count > 9 { #expect(octets.suffix(9).contains { $0 != 0 }) }
  }

  @Test func wordsDiffer() {
    #expect(Set((0..<1000).map { _ in RandomBytes.word() }).count == 1000)
  }

  @Test func knowsItsSurroundings() throws {
    #expect(ProcessContext.environment("PATH")?.isEmpty == false)
    #expect(ProcessContext.environment("NO_SUCH_VARIABLE_HERE") == nil)
    #expect(try ProcessContext.workingFolder() == FileManager.default.currentDirectoryPath)
    #expect(try ProcessContext.executablePath().hasPrefix("/"))
    #expect(try ProcessContext.canonicalPath("/etc/../etc/.") == "/etc")
    #expect(fileError { _ = try ProcessContext.canonicalPath("/missing") }?.isMissing == true)
  }

  @Test func aHeldBackSignalIsWaitedFor() {
    let came = DispatchSemaphore(value: 0)
    let thread = Thread {
      TerminationSignal.holdBack()
      _ = pthread_kill(pthread_self(), TerminationSignal.terminate.rawValue)
      if TerminationSignal.wait() == .terminate { came.signal() }
      TerminationSignal.release()
    }
    thread.start()
    #expect(came.wait(timeout: .now() + 60) == .success)
  }
}
