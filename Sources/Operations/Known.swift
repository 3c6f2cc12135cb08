/// A value that this source text itself guarantees; a missing one is a mistake in the program.
func known<Value>(_ value: Value?) -> Value {
  guard let value else { preconditionFailure("a constant of the program is malformed") }
  return value
}
