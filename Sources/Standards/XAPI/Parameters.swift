/// The parameters of a resource that asks for few: each known, each at most once.
struct Parameters {
  private var given: [Parameter] = []

  /// Refuses a name that is none of the known ones (they are case-sensitive), and one that is given twice.
  init(
    _ parameters: some Sequence<(name: String, value: String)>, known names: [String]
  ) throws(QueryRefusal) {
    for (name, value) in parameters {
      let parameter = Parameter(name, value)
      guard names.contains(where: { haveSameOctets($0, name) }) else {
        throw parameter.refusal(.unknownParameter, "There is no parameter of this name here.")
      }
      guard self[name] == nil else {
        throw parameter.refusal(.repeatedParameter, "The parameter is given twice.")
      }
      given.append(parameter)
    }
  }

  subscript(name: String) -> Parameter? { given.first { $0.name == name } }

  func required(_ name: String) throws(QueryRefusal) -> Parameter {
    guard let parameter = self[name] else {
      throw QueryRefusal(
        parameter: name, reason: .missingParameter, message: "The parameter must be given.")
    }
    return parameter
  }
}
