import Accreditation
import Values

/// A day that the test wrote down.
func day(_ text: String) -> Day {
  guard let day = Day(text) else { preconditionFailure("“\(text)” is a day") }
  return day
}

func code<Subject>(_ text: String) -> Code<Subject> {
  guard let code = Code<Subject>(text) else { preconditionFailure("“\(text)” is a code") }
  return code
}

func id<Subject>(_ number: UInt64) -> Identifier<Subject> { Identifier(UUID(high: 0, low: number)) }

/// A stage whose code is that of its kind.
func stage(
  _ kind: AccreditationStage.Kind, _ grants: Standing? = nil, code text: String? = nil, within: Int? = nil,
  rubric: String? = nil
) -> AccreditationStage {
  AccreditationStage(
    code: code(text ?? kind.rawValue), kind: kind, titles: LocalizedText("Stage", language: .english),
    grants: grants, withinMonths: within, rubric: rubric.map { code($0) })
}

func version(
  _ stages: [AccreditationStage], term: Int? = nil, conversions: [ConversionRule] = []
) throws -> PoolVersion {
  try PoolVersion(
    number: 1, path: AccreditationPath(stages), termMonths: term, apart: [], conversions: conversions)
}
