internal import Assessment
internal import Operations
internal import Enrolment
internal import Values

/// A text in all its languages: alone where there is one, else `en: Origin; fr: Origine`.
func words(_ text: LocalizedText) -> String {
  guard text.variants.count > 1 else { return text.text() }
  return text.variants.map { "\($0.language): \($0.text)" }.joined(separator: "; ")
}

/// Days in words: `2026-06-01 to 2026-06-05`, `from 2026-06-01`, `to 2026-06-05`.
func words(_ days: DayRange) -> String {
  guard let from = days.knownFrom else { return days.to.map { "to \($0)" } ?? "first day not known" }
  return days.to.map { "\(from) to \($0)" } ?? "from \(from)"
}

/// On what a result rests: `85 of 100`, `observed as satisfactory`.
func words(_ basis: AssessmentResult.Basis) -> String {
  switch basis {
  case .scored(let score): score.words
  case .observed(let verdict): "observed as \(verdict.rawValue)"
  case .annulled: "an annulment"
  }
}

/// A count with its noun: `1 file`, `3 files`, `2 activities`.
func counted(_ count: Int, _ noun: String) -> String {
  guard count != 1 else { return "1 \(noun)" }
  return noun.utf8.last == UInt8(ascii: "y") ? "\(count) \(noun.dropLast())ies" : "\(count) \(noun)s"
}
