/// What bringing records to the program's schema would do.
public struct MigrationPlan: Sendable, Hashable {
  /// One numbered step that is yet to be taken.
  public struct Step: Sendable, Hashable {
    public let number: Int
    /// The name of its file, without its ending.
    public let name: String
    /// The tables that it names, as they are before it, with their rows.
    public let rows: [BackupFacts.Count]

    public init(number: Int, name: String, rows: [BackupFacts.Count]) {
      self.number = number
      self.name = name
      self.rows = rows
    }
  }

  /// The last step that the records have gone through.
  public let schema: Int
  /// The last step that the program knows.
  public let known: Int
  public let steps: [Step]

  public init(schema: Int, known: Int, steps: [Step]) {
    self.schema = schema
    self.known = known
    self.steps = steps
  }
}
