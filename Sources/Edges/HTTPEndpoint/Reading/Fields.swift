internal import JSON
internal import Representations
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

  /// How many flaws are told at the most; who has more of them has sent something else.
  private static let mostFlaws = 100

  /// Throws the members that are none of the declared, and the needed ones that are absent, at once.
  func check(against declared: [Schema.Member]) throws(Problem) {
    var flaws: [Problem.Flaw] = []
    for member in value.members.map(Array.init) ?? [] where flaws.count < Fields.mostFlaws {
      let name = member.name.string
      guard !declared.contains(where: { $0.name == name }) else { continue }
      flaws.append(flaw(name, "there is no such field here"))
    }
    let unknown = flaws.count
    for member in declared where member.isRequired && !isGiven(member.name) {
      flaws.append(flaw(member.name, "this field must be given"))
    }
    guard !flaws.isEmpty else { return }
    var problem = Problem(
      .unprocessable, unknown > 0 ? "unknown-field" : "missing-field",
      "the body has fields that are not known here, or lacks some that are needed")
    problem.flaws = flaws
    throw problem
  }

  /// Whether a member is given: `null` stands for one that is not.
  func isGiven(_ name: String) -> Bool { given(name) != nil }

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
    guard let value = try form.ofJSON(member) else {
      throw .member(member.pointer, "unusable-value", "the value is not \(form.expectation)")
    }
    return value
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
