internal import Operations
internal import Representations

/// A part of what a query says: the parameters that it is told by, and how it is read from them.
///
/// What is declared here is what is checked, and what is written down of the API: nothing else is ever read.
struct Parameter<Value: Sendable>: Sendable {
  let declared: [Schema.Member]
  let read: @Sendable (Call) throws(Problem) -> Value

  init(
    _ declared: [Schema.Member], read: @escaping @Sendable (Call) throws(Problem) -> Value
  ) {
    self.declared = declared
    self.read = read
  }

  /// A parameter that must be given.
  static func needed(_ name: String, _ form: Form<Value>, _ meaning: String) -> Parameter {
    Parameter([Schema.Member(name, form.schema, meaning)]) { (call) throws(Problem) in
      try call.requiredParameter(name, form)
    }
  }

  /// A parameter that may be left out.
  static func optional<Given>(
    _ name: String, _ form: Form<Given>, _ meaning: String
  ) -> Parameter where Value == Given? {
    Parameter([Schema.Member(name, form.schema, isRequired: false, meaning)]) { (call) throws(Problem) in
      try call.parameter(name, form)
    }
  }

  /// A parameter that stands for something where it is left out.
  ///
  /// - Parameter text: what it stands for, as JSON text.
  static func optional(
    _ name: String, _ form: Form<Value>, else standard: Value, _ text: String, _ meaning: String
  ) -> Parameter {
    let declared = Schema.Member(name, form.schema, isRequired: false, meaning, standard: text)
    return Parameter([declared]) { (call) throws(Problem) in try call.parameter(name, form) ?? standard }
  }
}

extension Parameter where Value == Bool {
  /// A parameter that is false where it is left out.
  static func flag(_ name: String, _ meaning: String) -> Parameter {
    .optional(name, .truth, else: false, "false", meaning)
  }
}

extension Parameter where Value == PageRequest {
  /// Which page of a list: `limit`, at most 1,000 whatever is asked, and `after`.
  static var paging: Parameter {
    let declared = [
      Schema.Member(
        "limit", .whole(from: 1, to: nil), isRequired: false,
        "How many items at the most; 1,000 whatever is asked.", standard: "100"),
      Schema.Member(
        "after", .line(example: "Mi8z"), isRequired: false,
        "The “next” of the page before this one; empty for the first."),
    ]
    return Parameter(declared) { (call) throws(Problem) in try call.page() }
  }
}

/// All that a query says.
struct Parameters<each Value: Sendable>: Sendable {
  private let parameters: (repeat Parameter<each Value>)

  init(_ parameters: repeat Parameter<each Value>) {
    self.parameters = (repeat each parameters)
  }

  var declared: [Schema.Member] {
    var declared: [Schema.Member] = []
    for parameters in repeat (each parameters).declared { declared += parameters }
    return declared
  }

  func read(_ call: Call) throws(Problem) -> (repeat each Value) {
    (repeat try (each parameters).read(call))
  }
}
