import Glibc
import ProgramDriver

/// Everything that is asked of the program at once, until it is killed.
struct Load: Sendable {
  let program: Program
  let round: Int
  let port: UInt16
  let key: Key
  let package: String
  let enrolment: String
  let ledger: Ledger

  private static let singleSenders = 16
  private static let batchSenders = 2
  private static let documentSenders = 2
  private static let attachmentSenders = 2
  private static let batchSize = 20

  /// Puts the load on and kills the process after the delay; returns when every sender has noticed.
  func run(killing process: Int32, afterMilliseconds delay: Int) throws {
    let statementSenders = Self.singleSenders + Self.batchSenders
    let statefulSenders = statementSenders + Self.documentSenders
    let senders = statefulSenders + Self.attachmentSenders
    try onThreads(senders + 2) { number in
      do {
        switch number {
        case ..<Self.singleSenders: try sendSingles(number)
        case ..<statementSenders: try sendBatches(number)
        case ..<statefulSenders: try sendDocuments(number)
        case ..<senders: try sendAttachments(number)
        case senders: try importAndAward()
        default:
          usleep(UInt32(delay * 1000))
          kill(process, SIGKILL)
        }
      } catch is HTTPConnection.Ended {
        // The kill ends every connection.
      }
    }
  }

  private func sendSingles(_ sender: Int) throws {
    let connection = try HTTPConnection(port: port, key: key)
    for number in 0... {
      let id = statementID(round: round, sender: sender, number: number)
      try post(statement(id), connection)
      ledger.note { $0.statements.append(id) }
    }
  }

  private func sendBatches(_ sender: Int) throws {
    let connection = try HTTPConnection(port: port, key: key)
    for batch in 0... {
      let ids = (0..<Self.batchSize).map {
        statementID(round: round, sender: sender, number: batch * Self.batchSize + $0)
      }
      do {
        try post("[\(ids.map { statement($0) }.joined(separator: ","))]", connection)
        ledger.note { $0.batches.append((ids, true)) }
      } catch let ended as HTTPConnection.Ended {
        ledger.note { $0.batches.append((ids, false)) }
        throw ended
      }
    }
  }

  private func sendDocuments(_ sender: Int) throws {
    let connection = try HTTPConnection(port: port, key: key)
    let target = documentTarget(round: round, sender: sender)
    for number in 0... {
      let answer = try connection.send("PUT", target, [xapiVersion], body: Array("\(number)".utf8))
      guard answer.status == 204 else { throw DriverError("\(answer.status) \(answer.text)") }
      ledger.note { $0.documents[target] = number }
    }
  }

  private func sendAttachments(_ sender: Int) throws {
    let connection = try HTTPConnection(port: port, key: key)
    for number in 0... {
      let id = statementID(round: round, sender: sender, number: number)
      let answer = try connection.send(
        "POST", "/xapi/statements", ["Content-Type: multipart/mixed; boundary=X", xapiVersion],
        body: try Multipart.body(statement: id, content: Array("contents of \(id)".utf8)))
      guard answer.status == 200 else { throw DriverError("\(answer.status) \(answer.text)") }
      ledger.note { $0.attachments.append(id) }
    }
  }

  private func post(_ json: String, _ connection: HTTPConnection) throws {
    let answer = try connection.send("POST", "/xapi/statements", json: json, [xapiVersion])
    guard answer.status == 200 else { throw DriverError("\(answer.status) \(answer.text)") }
  }

  /// A command that the kill cut off is not acknowledged and may have failed.
  private func importAndAward() throws {
    let imported = try program.run(["import", package, "--catalogue", "TTT", "--json"])
    if imported.status == 0 {
      let course = try text("course", in: imported)
      ledger.note { $0.courses.append(course) }
    }
    let awarded = try program.run(
      ["certificate", "award", enrolment, "--scheme", "ORIGIN-CERT", "--json"])
    if awarded.status == 0 {
      let number = try text("number", in: awarded)
      ledger.note { $0.certificates.append(number) }
    }
  }
}
