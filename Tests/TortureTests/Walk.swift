import JSON
import ProgramDriver

/// A walk through one sender's statements, from page to page by the `more` links.
struct Walk {
  private let sender: Int
  private let ascending: Bool
  private let mostPages: Int

  init(of sender: Int, ascending: Bool, mostPages: Int = .max) {
    self.sender = sender
    self.ascending = ascending
    self.mostPages = mostPages
  }

  /// The numbers of the statements, in the order that they were found in.
  func numbers(_ get: (_ target: String) throws -> HTTPConnection.Answer) throws -> [Int] {
    var numbers: [Int] = []
    var target = "\(statementsOf(sender))&limit=100\(ascending ? "&ascending=true" : "")"
    for _ in 0..<mostPages {
      let answer = try get(target)
      guard answer.status == 200 else { throw DriverError("\(target): \(answer.status) \(answer.text)") }
      let page = try answer.json
      numbers += try numbersOnPage(page)
      guard let more = page["more"]?.string, !more.isEmpty else { return numbers }
      target = more
    }
    return numbers
  }

  private func numbersOnPage(_ page: JSONValue) throws -> [Int] {
    try (page["statements"]?.elements.map { Array($0) } ?? []).map { statement in
      guard let id = statement.member(named: "id")?.string, let number = Int(id.suffix(12), radix: 16)
      else { throw DriverError("a statement without its id") }
      return number
    }
  }
}

/// Where the statements of one sender's officer are had.
func statementsOf(_ sender: Int) -> String {
  "/xapi/statements?agent=%7B%22mbox%22%3A%22mailto%3Aofficer-\(sender)%40example.invalid%22%7D"
}
