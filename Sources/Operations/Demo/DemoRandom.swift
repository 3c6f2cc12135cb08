internal import Synchronization
internal import Values

/// Numbers that look random and are the same for the same seed (SplitMix64). For demonstration data, never for secrets.
final class DemoRandom: Sendable {
  private let state: Mutex<UInt64>

  init(seed: UInt64) {
    state = Mutex(seed)
  }

  func word() -> UInt64 {
    state.withLock { state in
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }

  func bits() -> UUID {
    UUID(high: word(), low: word())
  }

  /// A whole number from 0 up to, and without, a bound.
  func number(below bound: Int) -> Int {
    Int(word() % UInt64(bound))
  }

  func choice<Element>(_ elements: [Element]) -> Element {
    elements[number(below: elements.count)]
  }

  /// Whether something that happens in so many of a hundred cases happens now.
  func happens(percent: Int) -> Bool {
    number(below: 100) < percent
  }
}
