import Accreditation
import Catalogue
import Certification
import Enrolment
import Evaluation
import People

/// The field's values in the report's own words.
extension ReportWords {
  /// What stands where a value was never recorded.
  var notRecorded: String { self["not-recorded"] }

  /// What a person is called: the name, or that it was erased.
  func text(of name: PersonName) -> String { name.text(erased: self["person.erased"]) }

  /// The cell of a name; empty where none is due.
  func cell(_ name: PersonName?) -> ReportCell { name.map { .text(text(of: $0)) } ?? .empty }

  func label(_ state: EnrolmentState) -> String { self["state.\(state.rawValue)"] }
  func label(_ sex: Person.Sex) -> String { self["sex.\(sex.rawValue)"] }
  func label(_ mode: Session.Mode) -> String { self["mode.\(mode.rawValue)"] }
  func label(_ level: RoleLevel) -> String { self["level.\(level.rawValue)"] }
  func label(_ kind: RequirementKind) -> String { self["requirement.\(kind.rawValue)"] }
  func label(_ region: Region) -> String { self["region.\(region.rawValue)"] }
  func label(_ outcome: EnrolmentFigures.Outcome) -> String { self["outcome.\(outcome.rawValue)"] }
  func label(_ event: EnrolmentFigures.Event) -> String { self["event.\(event.rawValue)"] }
  func label(_ event: CertificateFigures.Event) -> String { self["certificate.\(event.rawValue)"] }
  func label(_ stage: Funnel.Stage) -> String { self["stage.\(stage.rawValue)"] }
  func label(_ indicator: FundingIndicator) -> String { self["indicator.\(indicator.rawValue)"] }
  func label(_ level: EvaluationLevel) -> String { self["evaluation.\(level.rawValue)"] }
  func label(_ role: RespondentRole) -> String { self["respondents.\(role.rawValue)"] }
  func label(_ state: Commitment.State) -> String { self["commitment.\(state.rawValue)"] }
  func label(_ category: ExpertCategory) -> String { self["category.\(category.rawValue)"] }
  func label(_ state: AccreditationState) -> String { self["standing.\(state.rawValue)"] }
  func label(_ term: ExpiryTerm) -> String { self["expiry.\(term.rawValue)"] }
}
