internal import Accreditation
internal import People
internal import Values

extension Work {
  /// Opens a pool of experts for the example, by workshop and mission, and puts an officer forward for it.
  func addExamplePool(nominating officer: Person, by member: PartyCode) throws {
    func titles(_ text: String) -> LocalizedText {
      LocalizedText("\(text) (demonstration)", language: .english)
    }
    let path = try AccreditationPath([
      AccreditationStage(
        code: known(StageCode("workshop")), kind: .workshop, titles: titles("Example workshop"),
        grants: .preAccredited, withinMonths: nil),
      AccreditationStage(
        code: known(StageCode("mission")), kind: .mission, titles: titles("Example mission"),
        grants: .accredited, withinMonths: nil),
    ])
    let pool = ExpertPool(
      id: newIdentifier(), code: known(PoolCode("EXAMPLE-POOL")), titles: titles("Example pool"),
      category: .technicalOperationalAdvisor, subject: known(SubjectCode("EXAMPLE")),
      versions: [try PoolVersion(number: 1, path: path, termMonths: nil, apart: [], conversions: [])])
    try records.insert(pool)
    try note("pool add", .pool, pool.id.uuid, [FieldChange("version", from: nil, to: "1")])
    _ = try NominateExpert(
      person: officer.id, pool: .id(pool.id), language: .english, party: .code(member)
    ).carryOut(self)
  }
}
