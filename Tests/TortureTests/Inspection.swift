import JSON
import ProgramDriver

/// Looks for everything that was acknowledged.
struct Inspection {
  let connection: HTTPConnection
  private(set) var lost: [String] = []
  private(set) var torn: [String] = []

  init(_ server: RunningServer, _ key: Key) throws {
    connection = try server.connection(key)
  }

  mutating func inspect(_ entries: Ledger.Entries) throws {
    for id in entries.statements where try !isPresent(id) { lost.append(id) }
    for batch in entries.batches {
      let present = try batch.ids.count { try isPresent($0) }
      if present != 0 && present != batch.ids.count { torn.append(batch.ids[0]) }
      if batch.isAcknowledged && present != batch.ids.count { lost.append(batch.ids[0]) }
    }
    for (target, number) in entries.documents where try !isThere(target, number) { lost.append(target) }
    for id in entries.attachments where try !hasContents(id) { lost.append(id) }
    lost += Set(entries.courses).subtracting(try listed("courses", by: "code"))
    lost += Set(entries.certificates).subtracting(try listed("certificates", by: "number"))
  }

  /// A document has what was acknowledged last, or what was on its way when the program was killed.
  private func isThere(_ target: String, _ number: Int) throws -> Bool {
    let answer = try connection.send("GET", target, [xapiVersion])
    return answer.status == 200 && [number, number + 1].map(String.init).contains(answer.text)
  }

  private func hasContents(_ id: String) throws -> Bool {
    let answer = try connection.send(
      "GET", "/xapi/statements?attachments=true&statementId=\(id)", [xapiVersion])
    return answer.status == 200 && answer.text.contains("\r\n\r\ncontents of \(id)\r\n")
  }

  private func isPresent(_ id: String) throws -> Bool {
    let answer = try connection.send("GET", "/xapi/statements?statementId=\(id)", [xapiVersion])
    guard answer.status == 200 || answer.status == 404 else {
      throw DriverError("\(answer.status) \(answer.text)")
    }
    return answer.status == 200
  }

  /// The members of that name in a whole list, page after page.
  private func listed(_ list: String, by name: String) throws -> Set<String> {
    var found: Set<String> = []
    var after: String?
    repeat {
      let cursor = after.map { "&after=\($0)" } ?? ""
      let page = try connection.send("GET", "/api/v1/\(list)?limit=1000\(cursor)").json
      for item in page["items"]?.elements.map({ Array($0) }) ?? [] {
        if let text = item.member(named: name)?.string { found.insert(text) }
      }
      after = page["next"]?.string
    } while after != nil
    return found
  }
}
