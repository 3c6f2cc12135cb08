import Foundation
import Operations
import Reports
import Synchronization
import Testing
import Values

/// “Long reports are jobs: progress, cancel”.
@Suite struct DrawnReportTests {
  @Test("a report that is called off is drawn up no further, and its job has no outcome")
  func calledOff() throws {
    let scene = try CutOffScene()
    let registrar = scene.house.registrar
    let key = Principal.key(try scene.house.perform(CreateKey(name: "reports", scope: .all)).key)
    let asked = try scene.inquiry(.directorate, asOf: nil)
    let nothing = KeptAnswer(status: 200, fields: [], body: [])
    let (job, inHand) = try Self.take(registrar, key)
    registrar.carryOut(inHand, as: key) {
      _ = try registrar.cancelJob(job.id, as: key)
      _ = try registrar.drawReport(
        asked, as: key, on: Terms<CertificationReport>(job: inHand) { _ in nothing })
      Issue.record("it was drawn up to its end")
      return nothing
    } telling: { _ in
      KeptAnswer(status: 500, fields: [], body: [])
    }
    #expect(try scene.house.answer(ShowJob(job.id)).state == .cancelled)
    #expect(throws: JobWithoutOutcome.self) { _ = try scene.house.answer(ShowJobOutcome(job.id)) }
  }

  @Test("a report that is under way says how far it has come")
  func progress() throws {
    let scene = try CutOffScene()
    let registrar = scene.house.registrar
    let key = Principal.key(try scene.house.perform(CreateKey(name: "reports", scope: .all)).key)
    let asked = try scene.inquiry(.directorate, asOf: nil)
    let nothing = KeptAnswer(status: 200, fields: [], body: [])
    let (job, inHand) = try Self.take(registrar, key)
    registrar.carryOut(inHand, as: key) {
      _ = try registrar.drawReport(
        asked, as: key, on: Terms<CertificationReport>(job: inHand) { _ in nothing })
      // Three are enrolled in the scene.
      #expect(registrar.progress(of: job.id)?.total == 3)
      return nothing
    } telling: { _ in
      KeptAnswer(status: 500, fields: [], body: [])
    }
    #expect(try scene.house.answer(ShowJob(job.id)).state == .done)
  }

  private static func take(_ registrar: Registrar, _ key: Principal) throws -> (Job, JobInHand) {
    let taken = Mutex<Result<(Job, JobInHand), any Error>?>(nil)
    let isTaken = DispatchSemaphore(value: 0)
    registrar.take("POST /api/v1/reports/certification", as: key, on: .none) { outcome in
      taken.withLock { $0 = outcome }
      isTaken.signal()
    }
    isTaken.wait()
    let outcome = taken.withLock { $0 }
    return try #require(outcome).get()
  }
}
