internal import Certification
public import JSON
internal import Values

/// The words of a printed certificate in one language: data, which is filled in and never carried out.
public struct CertificateWording: Sendable, Hashable {
  /// What stands beside a fact.
  public enum Label: String, Sendable, CaseIterable {
    case session, score, issuedOn, validFrom, validTo, number, verify
  }

  public let language: String
  public let isRightToLeft: Bool
  private let titles: [SchemeVersion.Kind: String]
  let presented: String
  private let attested: [SchemeVersion.Kind: String]
  private let labels: [Label: String]
  let noEnd: String
  private let date: String
  private let range: String
  private let months: [String]

  /// Reads the words; throws the `WordingFault` that says what is missing.
  public init(_ json: JSONValue) throws(WordingFault) {
    language = try json.text("language")
    isRightToLeft = try json.text("direction") == "rtl"
    titles = try CertificateWording.each(of: json.member("titles"))
    presented = try json.text("presented")
    attested = try CertificateWording.each(of: json.member("attested"))
    labels = try CertificateWording.each(of: json.member("labels"))
    noEnd = try json.text("noEnd")
    date = try json.text("date")
    range = try json.text("range")
    let months = try json.member("months").elements.map { $0.compactMap(\.string) } ?? []
    guard months.count == 12 else { throw WordingFault(member: "months") }
    self.months = months
  }

  private static func each<Key: RawRepresentable<String> & CaseIterable & Hashable>(
    of json: JSONValue
  ) throws(WordingFault) -> [Key: String] {
    var texts: [Key: String] = [:]
    for key in Key.allCases { texts[key] = try json.text(key.rawValue) }
    return texts
  }

  func title(_ kind: SchemeVersion.Kind) -> String { titles[kind] ?? "" }

  func attested(_ kind: SchemeVersion.Kind) -> String { attested[kind] ?? "" }

  func label(_ label: Label) -> String { labels[label] ?? "" }

  /// A day as the language writes it, in digits that are read everywhere.
  func text(of day: Day) -> String {
    let (year, month, day) = day.components
    return filled(
      date, ["day": String(day), "month": months[month - 1], "year": String(year)])
  }

  func text(of days: DayRange) -> String {
    guard let last = days.to, last != days.from else { return text(of: days.from) }
    return filled(range, ["from": text(of: days.from), "to": text(of: last)])
  }

  /// A pattern with values in the place of names in braces. What a value holds is not looked at again.
  private func filled(_ pattern: String, _ values: [String: String]) -> String {
    var text = ""
    var rest = pattern[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      text += rest[..<open] + (values[String(rest[rest.index(after: open)..<close])] ?? "")
      rest = rest[rest.index(after: close)...]
    }
    return text + rest
  }
}

/// A file of words lacks something, or has something else in its place.
public struct WordingFault: Error, Hashable, Sendable, CustomStringConvertible {
  public let member: String

  public var description: String { "the words of a certificate lack the member \(member)" }
}

extension JSONValue {
  fileprivate func member(_ name: String) throws(WordingFault) -> JSONValue {
    guard let value = member(named: name) else { throw WordingFault(member: name) }
    return value
  }

  fileprivate func text(_ name: String) throws(WordingFault) -> String {
    guard let text = try member(name).string, !text.isEmpty else { throw WordingFault(member: name) }
    return text
  }
}
