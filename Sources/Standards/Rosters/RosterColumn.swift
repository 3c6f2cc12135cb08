/// The columns that a roster's table may have, by their headings.
public enum RosterColumn: String, Sendable, CaseIterable {
  /// The system that gave the identifiers; one for the whole table may be named beside it instead.
  case source
  /// The person's identifier there.
  case sourceID = "source-id"
  /// The full name as it is to stand on a certificate.
  case name
  case sex
  /// The language the person is addressed in.
  case language
  /// One address like name@example.org, or several with spaces between them.
  case mailbox
  /// The code of the organisation that the person has a place in.
  case organisation
  case unit
  case post
  case roleLevel = "role-level"
  /// The first and last day of the place, both inclusive.
  case from
  case to
  /// The code of the session that the row is about.
  case session
  /// The code of the organisation that nominates for the session.
  case nominatedBy = "nominated-by"
  /// `yes` or `no`: whether the person is enrolled in the session; yes where nothing is said.
  case enrol

  /// The columns without which no row says who it is about.
  static let needed: [RosterColumn] = [.sourceID, .name]

  /// The column of a heading: capitals make no difference, nor whether its words are joined by hyphen, underline or
  /// space.
  init?(heading: String) {
    self.init(rawValue: RosterColumn.folded(heading))
  }

  /// A heading in the form that columns are named in.
  static func folded(_ heading: String) -> String {
    let octets = heading.utf8.map { octet in
      switch octet {
      case 0x41...0x5A: octet | 0x20
      case UInt8(ascii: "_"), UInt8(ascii: " "): UInt8(ascii: "-")
      default: octet
      }
    }
    return String(decoding: octets, as: UTF8.self)
  }
}
