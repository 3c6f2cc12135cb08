import JSON
import ProgramDriver

/// One of the two doors of the program, for the steps of a story. Every answer is the record as that door tells it.
protocol Door {
  var program: Program { get }
  func addOrganisation(_ code: String, kind: String, region: String?, name: String) throws -> JSONValue
  func openCatalogue(_ code: String, title: String) throws -> JSONValue
  func importPackage(_ zip: [UInt8], catalogue: String) throws -> JSONValue
  func planSession(_ code: String, course: String, capacity: Int) throws -> JSONValue
  func openSession(_ code: String) throws -> JSONValue
  func addPerson(_ name: String, organisation: String) throws -> JSONValue
  func nominate(_ person: String, session: String, organisation: String) throws -> JSONValue
  func endorse(_ nomination: String) throws -> JSONValue
  func enrol(nomination: String) throws -> JSONValue
  func showEnrolment(_ enrolment: String) throws -> JSONValue
  func recordStatements(_ statements: [String]) throws
  func recordResult(_ enrolment: String, score: Int, outOf maximum: Int) throws -> JSONValue
  func addScheme(_ code: String, title: String, issuer: String, course: String) throws -> JSONValue
  func award(_ enrolment: String, scheme: String) throws -> JSONValue
  func verify(_ code: String) throws -> JSONValue
  func report(format: String) throws -> [UInt8]
  func history() throws -> [JSONValue]
}

extension JSONValue {
  /// The text at a path of names; an error where there is none.
  func text(_ names: String...) throws -> String {
    var value: JSONValue? = self
    for name in names { value = value?.member(named: name) }
    guard let text = value?.string else {
      throw DriverError(
        "no text at \(names.joined(separator: ".")) in \(String(decoding: raw, as: UTF8.self))")
    }
    return text
  }

  /// The list under a name; an error where there is none.
  func list(_ name: String) throws -> [JSONValue] {
    guard let elements = member(named: name)?.elements else {
      throw DriverError("no list \(name) in \(String(decoding: raw, as: UTF8.self))")
    }
    return Array(elements)
  }

  /// The value's own text, as it was sent.
  var written: String { String(decoding: raw, as: UTF8.self) }
}

/// What every report of a story asks for.
enum ReportQuestion {
  static let audience = "directorate"
  static let from = "2020-01-01"
  static let to = "2039-12-31"
}
