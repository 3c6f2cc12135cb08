internal import Operations
internal import Representations

/// What the braces of a path stand for: which form it has, and what it means. A text of another form names nothing: 404.
struct PathName: Sendable {
  let schema: Schema
  let meaning: String

  /// By the name between the braces.
  static let known: [String: PathName] = [
    "party": PathName(schema: .code(example: "KE"), meaning: "The organisation's code or identifier."),
    "person": PathName(schema: .id, meaning: "The person's identifier."),
    "affiliation": PathName(schema: .id, meaning: "The identifier of a person's place in an organisation."),
    "standard": PathName(schema: .code(example: "PICARD-2019"), meaning: "The edition's code."),
    "course": PathName(schema: .code(), meaning: "The course's code or identifier."),
    "number": PathName(schema: .whole(from: 1, to: nil), meaning: "The version's number."),
    "catalogue": PathName(schema: .code(example: "TTT"), meaning: "The catalogue's code."),
    "session": PathName(schema: .code(example: "VAL-2026-1"), meaning: "The session's code or identifier."),
    "nomination": PathName(schema: .id, meaning: "The nomination's identifier."),
    "enrolment": PathName(schema: .id, meaning: "The enrolment's identifier."),
    "activity": PathName(schema: .text(example: "I_00012"), meaning: "The activity's key."),
    "upload": PathName(schema: .id, meaning: "The upload's identifier."),
    "launch": PathName(schema: .id, meaning: "The launch's identifier."),
    "assignment": PathName(schema: .id, meaning: "The assignment's identifier."),
    "involvement": PathName(schema: .id, meaning: "The involvement's identifier."),
    "proposal": PathName(schema: .id, meaning: "The proposal's identifier."),
    "result": PathName(schema: .id, meaning: "The result's identifier."),
    "pool": PathName(schema: .code(example: "TOA-PCA"), meaning: "The pool's code or identifier."),
    "accreditation": PathName(schema: .id, meaning: "The accreditation's identifier."),
    "release": PathName(schema: .id, meaning: "The release's identifier."),
    "rubric": PathName(
      schema: .code(example: "PRACTICE-LESSON"), meaning: "The rubric's code or identifier."),
    "observation": PathName(schema: .id, meaning: "The observation's identifier."),
    "scheme": PathName(schema: .code(example: "VAL-CERT"), meaning: "The scheme's code or identifier."),
    "certificate": PathName(
      schema: .text(.init("VAL-CERT-2026-000001", pattern: "^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$")),
      meaning: "The certificate's public code or number."),
    "job": PathName(schema: .id, meaning: "The job's identifier."),
    "donor": PathName(schema: .code(example: "DONOR"), meaning: "The donor's code or identifier."),
    "evaluation": PathName(
      schema: .code(example: "VAL-2026-1-REACTION"), meaning: "The evaluation's code or identifier."),
    "answer": PathName(schema: .id, meaning: "The answer's identifier."),
    "commitment": PathName(schema: .id, meaning: "The commitment's identifier."),
    "training": PathName(schema: .id, meaning: "The onward training's identifier."),
    "programme": PathName(
      schema: .code(example: "TRADE-2026"), meaning: "The funding programme's code or identifier."),
    "forwarding": PathName(
      schema: .code(example: "CENTRAL-LRS"), meaning: "The forwarding's code or identifier."),
    "webhook": PathName(schema: .code(example: "PORTAL"), meaning: "The webhook's code or identifier."),
    "report": PathName(schema: .id, meaning: "The issued report's identifier."),
    "definition": PathName(
      schema: .code(example: "QUARTERLY"), meaning: "The defined report's code or identifier."),
    "document": PathName(
      schema: .text(.init("report.xml", pattern: "^[a-z0-9][a-z0-9.-]{0,63}$")),
      meaning: "The document's name, as the report lists it."),
    "key": PathName(schema: .id, meaning: "The key's identifier."),
  ]
}
