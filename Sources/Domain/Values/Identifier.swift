/// The identity of one thing of a kind: a `CourseID` is no `PersonID`, though both are UUIDs.
public struct Identifier<Subject>: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The identifier itself, a UUIDv7 where this system made it.
  public let uuid: UUID

  @inlinable
  public init(_ uuid: UUID) {
    self.uuid = uuid
  }

  /// Reads the 36-character text form; anything else is nil.
  @inlinable
  public init?(_ text: some StringProtocol) {
    guard let uuid = UUID(text) else { return nil }
    self.uuid = uuid
  }

  public var description: String { uuid.description }

  public static func < (one: Self, other: Self) -> Bool { one.uuid < other.uuid }
}
