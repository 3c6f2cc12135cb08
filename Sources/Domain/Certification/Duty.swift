/// What somebody was or is to a person that keeps them from deciding on that person's certificate, where a scheme asks so.
public enum Duty: String, Sendable, CaseIterable {
  /// Taught the person, or the session that the person was in.
  case trained
  /// Was set above the person, in the work or in the learning.
  case supervised
  /// Judged what the certificate rests on.
  case assessed
  /// Stands close: family, friend, or with an interest of their own.
  case close
}
