import Certification
import Testing

@Suite struct CertificateStateTests {
  private static let refused: CertificateState? = nil

  private static let table: [(CertificateState, CertificateState.Event, CertificateState?)] = [
    (.issued, .suspend, .suspended),
    (.issued, .reinstate, refused),
    (.issued, .revoke, .revoked),
    (.issued, .expire, .expired),
    (.issued, .replace, .replaced),

    (.suspended, .suspend, refused),
    (.suspended, .reinstate, .issued),
    (.suspended, .revoke, .revoked),
    (.suspended, .expire, .expired),
    (.suspended, .replace, refused),

    (.revoked, .suspend, refused),
    (.revoked, .reinstate, refused),
    (.revoked, .revoke, refused),
    (.revoked, .expire, refused),
    (.revoked, .replace, refused),

    (.expired, .suspend, refused),
    (.expired, .reinstate, refused),
    (.expired, .revoke, refused),
    (.expired, .expire, refused),
    (.expired, .replace, refused),

    (.replaced, .suspend, refused),
    (.replaced, .reinstate, refused),
    (.replaced, .revoke, refused),
    (.replaced, .expire, refused),
    (.replaced, .replace, refused),
  ]

  @Test("From a state, by an event, to a state or refused", arguments: table)
  func transition(from: CertificateState, event: CertificateState.Event, to: CertificateState?) throws {
    if let to {
      #expect(try from.after(event) == to)
    } else {
      #expect(throws: CertificateState.Refusal.notFrom(from, event)) { try from.after(event) }
    }
  }

  @Test func everyPairIsStatedOnce() {
    let pairs = Set(Self.table.map { "\($0.0) \($0.1)" })
    #expect(Self.table.count == CertificateState.allCases.count * CertificateState.Event.allCases.count)
    #expect(pairs.count == Self.table.count)
  }

  @Test(
    "Whether it stands in the way of another",
    arguments: [
      (.issued, true), (.suspended, true), (.revoked, false), (.expired, false), (.replaced, false),
    ] as [(CertificateState, Bool)])
  func live(state: CertificateState, isLive: Bool) {
    #expect(state.isLive == isLive)
  }
}
