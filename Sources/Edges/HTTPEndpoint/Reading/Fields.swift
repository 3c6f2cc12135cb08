internal import JSON
internal import Values

/// The members of a JSON object that came with a request, read strictly: what is unknown, missing or of another form
/// is refused with its JSON Pointer (422). `null` stands for a member that is not given.
struct Fields {
  let value: JSONValue

  /// Throws where the value is no object.
  init(_ value: JSONValue) throws(Problem) {
    guard value.kind == .object else {
      throw .member(value.pointer, "wrong-type", "an object is expected here")
    }
    self.value = value
  }

  /// Throws every member that is none of those, and every needed one that is absent, at once.
  func check(needs needed: [String], takes optional: [String] = []) throws(Problem) {
    var flaws: [Problem.Flaw] = []
    for member in value.members.map(Array.init) ?? [] {
      let name = member.name.string
      guard !needed.contains(name), !optional.contains(name) else { continue }
      flaws.append(flaw(name, "there is no such field here"))
    }
    let unknown = flaws.count
    for name in needed where given(name) == nil { flaws.append(flaw(name, "this field must be given")) }
    guard !flaws.isEmpty else { return }
    var problem = Problem(
      .unprocessable, unknown > 0 ? "unknown-field" : "missing-field",
      "the body has fields that are not known here, or lacks some that are needed")
    problem.flaws = flaws
    throw problem
  }

  /// A member that must be given.
  func required<Value>(_ name: String, _ form: Form<Value>) throws(Problem) -> Value {
    guard let value = try optional(name, form) else {
      throw .member(pointer(to: name), "missing-field", "\(form.expectation) must be given")
    }
    return value
  }

  /// A member; nil where it is not given.
  func optional<Value>(_ name: String, _ form: Form<Value>) throws(Problem) -> Value? {
    guard let member = given(name) else { return nil }
    guard let value = form.ofJSON(member) else {
      throw .member(member.pointer, "unusable-value", "the value is not \(form.expectation)")
    }
    return value
  }

  /// The elements of a member that is an array; none where it is not given.
  func elements(_ name: String) throws(Problem) -> [JSONValue] {
    guard let member = given(name) else { return [] }
    guard let elements = member.elements else {
      throw .member(member.pointer, "wrong-type", "an array is expected here")
    }
    return Array(elements)
  }

  /// A member that is an array of values of one form.
  func list<Value>(_ name: String, _ form: Form<Value>) throws(Problem) -> [Value] {
    try elements(name).map { (element) throws(Problem) in
      guard let value = form.ofJSON(element) else {
        throw Problem.member(element.pointer, "unusable-value", "the value is not \(form.expectation)")
      }
      return value
    }
  }

  /// A member that is an object; nil where it is not given.
  func object(_ name: String) throws(Problem) -> Fields? {
    guard let member = given(name) else { return nil }
    return try Fields(member)
  }

  /// A member that is a range of days, `{"from": day, "to": day or null}`, both inclusive; nil where it is not given.
  func days(_ name: String) throws(Problem) -> DayRange? {
    guard let fields = try object(name) else { return nil }
    try fields.check(needs: ["from"], takes: ["to"])
    let to = try fields.optional("to", .day)
    guard let days = DayRange(from: try fields.required("from", .day), to: to) else {
      throw .member(fields.pointer(to: "to"), "unusable-value", "the last day is before the first")
    }
    return days
  }

  /// A range of days that must be given.
  func requiredDays(_ name: String) throws(Problem) -> DayRange {
    guard let days = try days(name) else {
      throw .member(pointer(to: name), "missing-field", "a first and a last day must be given")
    }
    return days
  }

  /// Where a member lies in the body.
  func pointer(to name: String) -> String {
    let name = name.unicodeScalars.map { $0 == "~" ? "~0" : $0 == "/" ? "~1" : String($0) }.joined()
    return "\(value.pointer)/\(name)"
  }

  private func given(_ name: String) -> JSONValue? {
    guard let member = value.member(named: name), !member.isNull else { return nil }
    return member
  }

  private func flaw(_ name: String, _ detail: String) -> Problem.Flaw {
    Problem.Flaw(place: .pointer(pointer(to: name)), detail: detail)
  }
}
