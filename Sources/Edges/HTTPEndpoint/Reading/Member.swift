internal import JSON
internal import Representations

/// A part of what a body says: the members that it is told by, and how it is read from them.
///
/// What is declared here is what is checked, and what is written down of the API: nothing else is ever read.
struct Member<Value: Sendable>: Sendable {
  let declared: [Schema.Member]
  /// Sets of names, of which all of one are given; empty where the members stand for themselves.
  let sets: [[String]]
  let read: @Sendable (Fields) throws(Problem) -> Value

  init(
    _ declared: [Schema.Member], oneOf sets: [[String]] = [],
    read: @escaping @Sendable (Fields) throws(Problem) -> Value
  ) {
    self.declared = declared
    self.sets = sets
    self.read = read
  }

  /// A member that must be given.
  static func needed(_ name: String, _ form: Form<Value>, _ meaning: String = "") -> Member {
    Member([Schema.Member(name, form.schema, meaning)]) { (fields) throws(Problem) in
      try fields.required(name, form)
    }
  }

  /// A member that may be left out; `null` stands for that.
  static func optional<Given>(
    _ name: String, _ form: Form<Given>, _ meaning: String = ""
  ) -> Member where Value == Given? {
    Member([.given(name, form, meaning)]) { (fields) throws(Problem) in try fields.optional(name, form) }
  }

  /// A member that stands for something where it is left out.
  ///
  /// - Parameter text: what it stands for, as JSON text.
  static func optional(
    _ name: String, _ form: Form<Value>, else standard: Value, _ text: String, _ meaning: String = ""
  ) -> Member {
    Member([.given(name, form, meaning, standard: text)]) { (fields) throws(Problem) in
      try fields.optional(name, form) ?? standard
    }
  }

  /// Several members that make up one value.
  static func group<each Part: Sendable>(
    _ members: repeat Member<each Part>, make: @escaping @Sendable (repeat each Part) -> Value
  ) -> Member {
    let parts = Members(repeat each members)
    return Member(parts.declared, oneOf: parts.sets) { (fields) throws(Problem) in
      let values = try parts.read(checked: fields)
      return make(repeat each values)
    }
  }
}

extension Schema.Member {
  /// A member that may be left out.
  static func given<Value>(
    _ name: String, _ form: Form<Value>, _ meaning: String = "", standard: String? = nil
  ) -> Schema.Member {
    Schema.Member(name, .orNull(form.schema), isRequired: false, meaning, standard: standard)
  }
}

/// All that an object of a request says.
struct Members<each Value: Sendable>: Sendable {
  private let members: (repeat Member<each Value>)

  init(_ members: repeat Member<each Value>) {
    self.members = (repeat each members)
  }

  var declared: [Schema.Member] {
    var declared: [Schema.Member] = []
    for members in repeat (each members).declared { declared += members }
    return declared
  }

  var sets: [[String]] {
    var sets: [[String]] = []
    for more in repeat (each members).sets { sets += more }
    return sets
  }

  var schema: Schema { .object(declared, oneOf: sets) }

  /// Reads an object. Throws every member that is not declared, and every needed one that is absent, at once.
  func read(_ fields: Fields) throws(Problem) -> (repeat each Value) {
    try fields.check(against: declared)
    return try read(checked: fields)
  }

  /// Reads an object that was checked as a whole.
  func read(checked fields: Fields) throws(Problem) -> (repeat each Value) {
    (repeat try (each members).read(fields))
  }
}
