import Certification

/// A certificate's state as people read it: in words, in colour, and as a shape for those who do not see colour.
extension CertificateState {
  /// The headline.
  var headline: String {
    switch self {
    case .issued: "In force"
    case .suspended: "Suspended"
    case .revoked: "Revoked"
    case .expired: "Expired"
    case .replaced: "Replaced"
    }
  }

  /// What the state of this one certificate means for whoever asks.
  var verdict: String {
    switch self {
    case .issued: "This certificate is on record here and is in force."
    case .suspended:
      "This certificate is on record here, but it is set aside for the time being. Do not rely on it now."
    case .revoked: "This certificate was withdrawn for good. It is not in force."
    case .expired: "This certificate is on record here, but its last day of validity has passed."
    case .replaced: "Another certificate took this one’s place. This one is not in force."
    }
  }

  /// What happened when it came into the state.
  var event: String {
    switch self {
    case .issued: "In force"
    case .suspended: "Suspended"
    case .revoked: "Revoked"
    case .expired: "Expired"
    case .replaced: "Replaced by another"
    }
  }

  /// What the state means in general, for the legend.
  var meaning: String {
    switch self {
    case .issued: "Awarded and valid up to and including its last day, where it has one."
    case .suspended: "Set aside while a question is open; it may be reinstated."
    case .revoked: "Withdrawn by the issuer for a recorded reason; final."
    case .expired: "Its validity ran out; it was good until its last day."
    case .replaced: "A newer certificate was issued in its place; final."
    }
  }

  /// The shape on a 24 by 24 grid, drawn in the state's colour; words beside it say the same.
  var icon: StaticString {
    switch self {
    case .issued:
      """
      <svg viewBox="0 0 24 24" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2">\
      <circle cx="12" cy="12" r="10"/><path d="M7 12.5l3.5 3.5L17 9"/></svg>
      """
    case .suspended:
      """
      <svg viewBox="0 0 24 24" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2">\
      <circle cx="12" cy="12" r="10"/><path d="M9.5 8v8M14.5 8v8"/></svg>
      """
    case .revoked:
      """
      <svg viewBox="0 0 24 24" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2">\
      <path d="M7.9 2h8.2L22 7.9v8.2L16.1 22H7.9L2 16.1V7.9z"/><path d="M8 8l8 8M16 8l-8 8"/></svg>
      """
    case .expired:
      """
      <svg viewBox="0 0 24 24" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2">\
      <circle cx="12" cy="12" r="10"/><path d="M12 6v6l4 3"/></svg>
      """
    case .replaced:
      """
      <svg viewBox="0 0 24 24" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2">\
      <path d="M3 9h15l-4-4M21 15H6l4 4"/></svg>
      """
    }
  }
}

extension SchemeVersion.Kind {
  /// What the document is called.
  var title: String {
    switch self {
    case .attendance: "Certificate of attendance"
    case .completion: "Certificate of completion"
    case .achievement: "Certificate of achievement"
    case .masterTrainer: "Certificate of a Master Trainer"
    }
  }
}
