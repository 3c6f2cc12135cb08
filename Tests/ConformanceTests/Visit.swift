import Foundation
import JSON
import ProgramDriver

/// One look at the store in one edition, with names of its own: what another visit stored is never met.
struct Visit: Sendable {
  let store: StoreUnderTest
  let version: Requirement.Version
  private let number: Int

  init(_ store: StoreUnderTest, _ version: Requirement.Version) {
    self.store = store
    self.version = version
    number = store.nextVisit()
  }

  /// The same look in another edition.
  init(_ visit: Visit, _ version: Requirement.Version) {
    (store, number) = (visit.store, visit.number)
    self.version = version
  }

  var isVersion2: Bool { version == .version2 }

  // MARK: Names

  /// A UUID of this visit.
  func id(_ place: Int) -> String {
    let (visit, place) = (String(number, radix: 16), String(place, radix: 16))
    return "7ccd3322-e1a5-411a-a67d-" + String(repeating: "0", count: 8 - visit.count) + visit
      + String(repeating: "0", count: 4 - place.count) + place
  }

  /// An IRI of this visit.
  func iri(_ name: String) -> String { "http://example.org/visits/\(number)/\(name)" }

  /// An agent of this visit, as JSON.
  func agent(_ name: String) -> String { #"{"mbox": "mailto:\#(name)-\#(number)@example.org"}"# }

  /// A statement of this visit; `more` are further members, each followed by a comma.
  func statement(
    id place: Int? = nil, actor: String? = nil, verb: String = "did", object: String? = nil,
    _ more: String = ""
  ) -> String {
    let member = place.map { #""id": "\#(id($0))", "# } ?? ""
    return """
      {\(member)\(more)"actor": \(actor ?? agent("actor")), "verb": {"id": "\(iri(verb))"},
       "object": \(object ?? #"{"id": "\#(iri("activity"))"}"#)}
      """
  }

  /// An object that refers to a statement of this visit.
  func reference(_ place: Int) -> String { #"{"objectType": "StatementRef", "id": "\#(id(place))"}"# }

  /// A statement that voids another.
  func voiding(_ target: Int, id place: Int? = nil) -> String {
    let member = place.map { #""id": "\#(id($0))", "# } ?? ""
    return """
      {\(member)"actor": \(agent("keeper")), "verb": {"id": "http://adlnet.gov/expapi/verbs/voided"},
       "object": \(reference(target))}
      """
  }

  // MARK: Requests

  typealias Answer = HTTPConnection.Answer

  /// Any request, with no header field but those given.
  func send(
    _ method: String, _ path: String, _ headers: [String], body: [UInt8]? = nil, key: Key? = nil,
    isAnonymous: Bool = false
  ) throws -> Answer {
    try HTTPConnection(port: store.port, key: isAnonymous ? nil : key ?? store.key)
      .send(method, "/xapi\(path)", headers, body: body)
  }

  private var versionField: String { "X-Experience-API-Version: \(version.rawValue)" }

  func get(_ path: String, _ headers: [String] = []) throws -> Answer {
    try send("GET", path, [versionField] + headers)
  }

  func head(_ path: String, _ headers: [String] = []) throws -> Answer {
    try send("HEAD", path, [versionField] + headers)
  }

  func delete(_ path: String, _ headers: [String] = []) throws -> Answer {
    try send("DELETE", path, [versionField] + headers)
  }

  func post(_ path: String, _ text: String, _ headers: [String] = []) throws -> Answer {
    try send("POST", path, [versionField] + typed(headers), body: Array(text.utf8))
  }

  func put(_ path: String, _ text: String, _ headers: [String] = []) throws -> Answer {
    try send("PUT", path, [versionField] + typed(headers), body: Array(text.utf8))
  }

  /// JSON, where no type is given.
  private func typed(_ headers: [String]) -> [String] {
    headers.contains { $0.hasPrefix("Content-Type:") }
      ? headers : ["Content-Type: application/json"] + headers
  }

  /// What was posted, as it is given back by its id.
  func stored(_ place: Int, _ query: String = "") throws -> JSONValue {
    try get("/statements?statementId=\(id(place))\(query)").json
  }

  /// The places of the statements that a query finds.
  func found(_ query: String) throws -> [Int] {
    let answer = try get("/statements?\(query)")
    guard answer.status == 200 else { throw DriverError("\(query): \(answer.status) \(answer.text)") }
    return try answer.json.list("statements").map { Int($0.text("id").suffix(4), radix: 16) ?? -1 }
  }
}

/// A text as the value of a parameter.
func encoded(_ text: String) -> String {
  text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
}

extension JSONValue {
  /// The text of a member; an empty one where it has none.
  func text(_ name: String) -> String { member(named: name)?.string ?? "" }

  /// The elements of a member.
  func list(_ name: String) -> [JSONValue] { member(named: name)?.elements.map(Array.init) ?? [] }

  /// The names of the members, in their order.
  var names: [String] { members.map { $0.map(\.name.string) } ?? [] }

  /// Whether the value means what a text does.
  func means(_ text: String) throws -> Bool {
    isEquivalent(to: try JSONDocument(Array(text.utf8)).root)
  }
}
